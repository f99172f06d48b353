import type { RegComparison, RegDocument, RegChange, RegistryCoverage } from '../registry/index';
import { LineCounter } from '../text/lineCounter';
import { escapeMarkdown, noticeText } from './escape';
import { count, fileName } from './names';
import { regDiffRows, regDiffSummary, type RegDiffRow } from './regDiffRows';
import { plainPath, regDataJson } from './regDataText';

/** A comparison with the names of the two files. */
export interface NamedComparison {
  readonly comparison: RegComparison;
  /** Path of the file that is to be imported. */
  readonly changePath: string;
  /** Path of the export. */
  readonly statePath: string;
}

/** Lines below a deleted key that a report for people shows. */
const MOST_DETAILS = 40;
/** Keys that are named in one sentence. */
const MOST_KEYS = 5;

/** The report of `wintriage reg diff`, lines ended by LF. */
export function renderRegDiff(named: NamedComparison): string {
  const lines = [regDiffTitle(named)];
  let path: string | undefined;
  for (const row of rowsOf(named)) {
    if (row.path !== path) lines.push('', row.path);
    path = row.path;
    lines.push(`  ${row.sign} ${row.text}`, ...detailLines(row).map((line) => `      - ${line}`));
  }
  return `${[...lines, '', ...notes(named)].join('\n')}\n`;
}

/** The same as a page in Markdown. */
export function renderRegDiffPage(named: NamedComparison): string {
  const blocks = [`# ${escapeMarkdown(regDiffTitle(named))}`];
  let path: string | undefined;
  for (const row of rowsOf(named)) {
    if (row.path !== path) blocks.push(`\n## ${escapedPath(row.path)}\n`);
    path = row.path;
    blocks.push(`- **${SIGN_WORDS[row.sign]}** ${escapeMarkdown(row.text)}`);
    blocks.push(...detailLines(row).map((line) => `  - ${escapeMarkdown(line)}`));
  }
  return `${blocks.join('\n')}\n\n${notes(named).map(escapedPath).join('\n\n')}\n`;
}

/** Parts by themselves, as a long path would be cut. */
function escapedPath(path: string): string {
  return path.split('\\').map(escapeMarkdown).join('\\\\');
}

/** `fix.reg on the registry that pxe.reg shows: 1 value changed` */
export function regDiffTitle({ comparison, changePath, statePath }: NamedComparison): string {
  const summary = comparison.change.isImported ? regDiffSummary(comparison.changes) : 'nothing is imported';
  return `${fileName(changePath)} on the registry that ${fileName(statePath)} shows: ${summary}`;
}

/** The title as a message of VS Code, which would make links of the names of files. */
export function regDiffNotice(named: NamedComparison): string {
  return noticeText(regDiffTitle(named));
}

/** The report of `wintriage reg diff --format json`, as a value; its shape is described in the README. */
export function regDiffJson(named: NamedComparison) {
  const { comparison, changePath, statePath } = named;
  const { change, changes, before, uncovered, undo, isExport } = comparison;
  return {
    schemaVersion: 1,
    change: { path: changePath, isImported: change.isImported, problemCount: change.problemCount },
    state: { path: statePath, isExport, coverage: before.coverage },
    changes: changesJson(changes, change),
    uncoveredKeys: uncovered,
    undo: { isExact: undo.notUndone.length === 0, notUndone: changesJson(undo.notUndone, change) },
  };
}

const SIGN_WORDS: Readonly<Record<RegDiffRow['sign'], string>> = {
  '+': 'added',
  '-': 'removed',
  '~': 'changed',
  '=': 'the same',
  '?': 'not known',
};

function rowsOf({ comparison, statePath }: NamedComparison): readonly RegDiffRow[] {
  return regDiffRows(comparison.changes, fileName(statePath));
}

function detailLines({ details }: RegDiffRow): readonly string[] {
  const untold = details.length - MOST_DETAILS;
  return untold > 0 ? [...details.slice(0, MOST_DETAILS), `${untold} more, all of them in JSON`] : details;
}

/** What to know besides the changes, one sentence or two each. */
function notes({ comparison, changePath, statePath }: NamedComparison): readonly string[] {
  const { change, before, uncovered, undo, isExport, changes } = comparison;
  const [file, state] = [fileName(changePath), fileName(statePath)];
  const isKeyLost = changes.some(({ kind }) => kind === 'key-removed');
  return [
    ...(change.isImported
      ? []
      : [`${file} has a header or an encoding that an import does not take: importing it changes nothing.`]),
    `${state} shows ${coverageText(before.coverage)}.`,
    ...(isExport
      ? []
      : [`${state} does not have the form of an export. What it sets was taken for the state of the registry.`]),
    ...(uncovered.length > 0
      ? [
          `${state} does not cover ${keyList(uncovered)}: what is there now is unknown, which is not the same as absent. Export ${uncovered.length === 1 ? 'that key' : 'those keys'} as well.`,
        ]
      : []),
    undoText(undo.notUndone.length),
    ...(isKeyLost
      ? ['A .reg file holds no permissions: keys that are deleted and restored get those of the key above them.']
      : []),
  ];
}

function undoText(notUndone: number): string {
  return notUndone === 0
    ? 'The undo restores every type and every byte.'
    : `The undo restores what is known; ${count(notUndone, 'change')} cannot be undone, as the state before is not known or cannot be written.`;
}

/** `HKEY_LOCAL_MACHINE\SOFTWARE and everything below it`, for what an export tells of. */
export function coverageText(coverage: readonly RegistryCoverage[]): string {
  if (coverage.length === 0) return 'no keys';
  const [first] = coverage;
  const extent = first?.extent === 'tree' ? ' with everything below' : EXTENTS[first?.extent ?? 'seen'];
  return `${keyList(coverage.map(({ path }) => path))}${extent}`;
}

const EXTENTS = { tree: '', key: ' without what is below', seen: ', single values only' } as const;

function keyList(keys: readonly string[]): string {
  const shown = keys.slice(0, MOST_KEYS).map(plainPath).join(', ');
  return keys.length > MOST_KEYS ? `${shown} and ${count(keys.length - MOST_KEYS, 'more key')}` : shown;
}

function changesJson(changes: readonly RegChange[], document: RegDocument) {
  const places = placesOf(changes, document);
  return changes.map((change) => ({
    kind: change.kind,
    key: change.path,
    value: 'name' in change ? change.name : null,
    isKnown: change.isKnown,
    from: 'from' in change ? regDataJson(change.from) : null,
    to: 'to' in change ? regDataJson(change.to) : null,
    ...(change.kind === 'key-removed' && {
      subkeys: change.subkeys,
      values: change.values.map(({ path, name, from }) => ({ key: path, value: name, from: regDataJson(from) })),
    }),
    ...places.get(change),
  }));
}

/** Lines and columns from 1, found in one pass over the text. */
function placesOf(
  changes: readonly RegChange[],
  { text }: RegDocument,
): ReadonlyMap<RegChange, { line: number; column: number }> {
  const lines = new LineCounter();
  const window = { text, base: 0, ended: true };
  const places = new Map<RegChange, { line: number; column: number }>();
  for (const change of [...changes].sort((one, other) => one.span.start - other.span.start)) {
    lines.advance(window, change.span.start);
    const { line, column } = lines.positionAt(window, change.span.start);
    places.set(change, { line: line + 1, column: column + 1 });
  }
  return places;
}
