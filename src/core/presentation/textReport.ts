import type { Case, Incident } from '../cases/incident';
import type { SourceReport } from '../findings/finding';
import type { Catalogue, Remediation, Rule, Severity } from '../rules/rule';
import { shellQuoteWindows } from './escape';
import { caveatText } from './caveatText';
import { coverageLines } from './coverageText';
import { lineStart, plain, visible } from './escape';
import {
  CONFIDENCE_ORDER,
  assumedFolder,
  computerName,
  incidentRange,
  joinParts,
  missingText,
  repeatText,
  rowBrief,
  rowClock,
  seenRows,
  type SeenRow,
} from './incidentText';
import { confidenceMeaning, count, formatName, severitySymbol } from './names';
import { problemText } from './problemText';
import { knownSetting, registryRows, type RegistryRow } from './registryText';
import { isForOtherServer, variantName, workaroundsFor } from './remediationText';
import { isReadSource, sourceLine, sourcesSummary } from './sourceText';
import type { TimeSettings } from './timeText';

/** How the report is written. */
export interface ReportSettings {
  readonly times: TimeSettings;
  /** Paths of files that were looked at and are no event logs. */
  readonly otherFiles?: readonly string[];
  /** Colours for a terminal; they only repeat what the words say. */
  readonly color?: boolean;
  /** How long it took, for the last line. */
  readonly milliseconds?: number;
}

/** Problems of one file that are printed one by one. */
const MOST_PROBLEMS = 5;

/** Files that are no event logs and are named one by one. */
const MOST_OTHER_FILES = 5;

/** Stands for lines that the incident before has as well: a server that crashes all day has them in every incident. */
const AS_ABOVE = '    what is missing, notes and fixes: as above';

const COLORS = { error: '31', warning: '33', information: '36', bold: '1', dim: '2' } as const;

/** The report of `wintriage scan`, lines ended by LF. Paths are followed by line and column, from 1, as compilers do. */
export function renderTextReport(caseValue: Case, catalogue: Catalogue, settings: ReportSettings): string {
  const { sources, incidents } = caseValue;
  const lines: string[] = [];
  let server: string | undefined;
  let above: readonly string[] = [];
  for (const incident of incidents) {
    const name = serverName(incident);
    if (name !== server) lines.push(paint(lineStart(name), 'bold', settings));
    const known = name === server ? above : [];
    server = name;
    above = tailLines(incident, catalogue);
    const tail = isSameList(known, above) ? [AS_ABOVE] : above;
    lines.push(...[...headLines(incident, catalogue, settings), ...tail].map((line) => `  ${line}`));
  }
  lines.push(...legendLines(incidents), ...sources.flatMap((source) => sourceLines(source, settings)));
  lines.push(...otherFileLines(settings.otherFiles ?? []));
  return `${[...lines, lastLine(caseValue, settings)].join('\n')}\n`;
}

/** One incident by itself, to be copied into a ticket. */
export function renderIncidentReport(incident: Incident, catalogue: Catalogue, settings: ReportSettings): string {
  const lines = [...headLines(incident, catalogue, settings), ...tailLines(incident, catalogue)];
  return `${[lineStart(computerName(incident.computer)), ...lines].join('\n')}\n`;
}

/** A server that no event names is known by its files. */
function serverName(incident: Incident): string {
  const name = computerName(incident.computer);
  const folder = incident.computer === undefined ? assumedFolder(incident) : undefined;
  return folder === undefined || folder === '' ? name : `${name} (${plain(folder)})`;
}

/** What an incident is and which signs it has. */
function headLines(incident: Incident, catalogue: Catalogue, settings: ReportSettings): readonly string[] {
  const rows = seenRows(incident, catalogue);
  const width = Math.max(0, ...rows.map((row) => placeOf(row).length));
  const heading = `${severitySymbol(incident.severity)} ${incident.shortTitle}, ${incident.confidence}`;
  return [
    `${paint(heading, incident.severity, settings)}   ${incidentRange(incident, settings.times)}`,
    ...rows.map((row) => `    ${rowLine(row, rowClock(row, incident, settings.times), { width, settings })}`),
  ];
}

/** What an incident lacks, what to mind and what to do. */
function tailLines(incident: Incident, catalogue: Catalogue): readonly string[] {
  const rule = catalogue.rules.find((one) => one.id === incident.ruleId);
  return [
    ...incident.missing.map((sign) => labelled('missing', missingText(sign))),
    ...registryRows(incident).map((row) => labelled('registry', registryLine(row))),
    ...incident.caveats.map((caveat) => labelled('note', caveatText(caveat))),
    ...(rule ? fixLines(rule, incident) : []),
    ...(rule?.references ?? []).slice(0, 1).map((reference) => labelled('see', reference.url)),
  ].map((line) => `    ${line}`);
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && one.length === other.length && one.every((line, index) => line === other[index]);
}

/** What the words for the confidences that were given claim. */
function legendLines(incidents: readonly Incident[]): readonly string[] {
  const given = new Set(incidents.map(({ confidence }) => confidence));
  return CONFIDENCE_ORDER.filter((confidence) => given.has(confidence)).map(
    (confidence) => `${confidence}: ${confidenceMeaning(confidence)}`,
  );
}

interface RowLayout {
  readonly width: number;
  readonly settings: ReportSettings;
}

function rowLine(row: SeenRow, clock: string, { width, settings }: RowLayout): string {
  const text = joinParts([row.event.name, rowBrief(row), repeatText(row.count)], '   ');
  return `${paint(placeOf(row).padEnd(width), 'dim', settings)}  ${clock.padEnd(8)}  ${text}`;
}

function fixLines(rule: Rule, incident: Incident): readonly string[] {
  return workaroundsFor(rule, incident).flatMap(({ remediations }) => {
    const [first] = remediations;
    if (!first.registry) return [labelled('fix', first.title)];
    const fitting = remediations.filter((one) => !isForOtherServer(one, incident.traits));
    const offered = fitting.length > 0 ? fitting : remediations;
    return offered.map((one) => {
      const files = `${stateOption(incident, one)} --out fix.reg --undo undo.reg`;
      const command = `wintriage fix ${rule.id} --variant ${one.id}${files}${computerOption(incident)}`;
      return labelled('fix', offered.length > 1 ? `${command}   for ${variantName(rule, one)}` : command);
    });
  });
}

/** With the place as compilers write it, where there is one. */
function registryLine({ text, meaning, key, setting: { path, range } }: RegistryRow): string {
  const place = range ? `${plain(path)}:${range.start.line + 1}:${range.start.column + 1}` : plain(path);
  return joinParts([text, key, place, meaning], '   ');
}

/** The export by which the undo knows the old value. */
function stateOption(incident: Incident, { id }: Remediation): string {
  const setting = knownSetting(incident, id);
  return setting ? ` --state ${quotedPath(setting.path)}` : '';
}

/** So that the comment of the file names the server; a name that no computer has could be a command to the shell. */
function computerOption({ computer }: Incident): string {
  return computer !== undefined && /^\w[\w.-]*$/.test(computer) ? ` --computer ${computer}` : '';
}

function quotedPath(path: string): string {
  return /^[\w./\\:-]+$/.test(path) ? path : shellQuoteWindows(path);
}

function labelled(label: string, text: string): string {
  return `${`${label}: `.padEnd(9)}${text}`;
}

/** What was read of a file, what was not and why. */
function sourceLines(source: SourceReport, settings: ReportSettings): readonly string[] {
  // Of a format that is not read at all there is nothing else to say.
  if (source.format === 'evt') return problemLines(source, settings);
  const summary = `${lineStart(visible(source.path))}: ${sourceLine(source, settings.times)}`;
  return [summary, ...coverageLines(source).map((line) => `  ${line}`), ...problemLines(source, settings)];
}

/** The first problems one by one, each with its place. */
function problemLines(source: SourceReport, settings: ReportSettings): readonly string[] {
  const path = lineStart(visible(source.path));
  const lines = source.problems.slice(0, MOST_PROBLEMS).map((problem) => {
    const { line, column } = problem.range.start;
    return `${path}:${line + 1}:${column + 1}: ${paint('warning', 'warning', settings)}: ${problemText(problem)}`;
  });
  const rest = source.problemCount - lines.length;
  return rest > 0 ? [...lines, `${path}: ${count(rest, 'more problem')}`] : lines;
}

/** The first files that are no event logs by their names, as one of them may be what somebody took for one. */
function otherFileLines(paths: readonly string[]): readonly string[] {
  const lines = paths.slice(0, MOST_OTHER_FILES).map((path) => `${lineStart(visible(path))}: ${formatName(undefined)}`);
  const rest = paths.length - lines.length;
  return rest > 0 ? [...lines, `${count(rest, 'other file')}: ${formatName(undefined)}`] : lines;
}

function lastLine({ sources, incidents }: Case, { milliseconds }: ReportSettings): string {
  const duration = milliseconds === undefined ? '' : `${(milliseconds / 1000).toFixed(2)} s`;
  return `${joinParts([sourcesSummary(sources, ', '), duration], ', ')}. ${foundText(sources, incidents)}.`;
}

/** Where nothing was read, nothing is known of incidents either. */
function foundText(sources: readonly SourceReport[], incidents: readonly Incident[]): string {
  if (incidents.length > 0) return count(incidents.length, 'incident');
  return sources.some(isReadSource) ? 'No incidents' : 'No event log was read';
}

function placeOf({ finding }: SeenRow): string {
  const { line, column } = finding.range.start;
  return `${visible(finding.path)}:${line + 1}:${column + 1}`;
}

function paint(text: string, color: keyof typeof COLORS | Severity, { color: isOn }: ReportSettings): string {
  return isOn ? `\u001b[${COLORS[color]}m${text}\u001b[0m` : text;
}
