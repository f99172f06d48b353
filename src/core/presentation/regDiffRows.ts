import type { KeyRemoved, RegChange } from '../registry/index';
import { count } from './names';
import { plainPath, regDataChange, regDataText, regValueName } from './regDataText';
import { plain } from './visibleText';

/** Added, removed, changed, the same as before, not known. */
export type DiffSign = '+' | '-' | '~' | '=' | '?';

/** One change in words; plain text. */
export interface RegDiffRow {
  readonly sign: DiffSign;
  readonly path: string;
  readonly text: string;
  /** What goes with a key that is deleted, one line each. */
  readonly details: readonly string[];
  readonly change: RegChange;
}

/** Every change as a row, those of one key together, in the order in which the keys are first named. */
export function regDiffRows(changes: readonly RegChange[], stateName: string): readonly RegDiffRow[] {
  const byPath = new Map<string, RegDiffRow[]>();
  for (const change of changes) {
    const row = rowOf(change, plain(stateName));
    const rows = byPath.get(row.path);
    if (rows) rows.push(row);
    else byPath.set(row.path, [row]);
  }
  return [...byPath.values()].flat();
}

/** `1 value changed, 2 added, 1 key deleted`: what an import would change, in few words. */
export function regDiffSummary(changes: readonly RegChange[]): string {
  const number = (...kinds: RegChange['kind'][]): number =>
    changes.filter(({ kind, isKnown }) => isKnown && kinds.includes(kind)).length;
  const unknown = changes.filter(({ isKnown }) => !isKnown).length;
  const parts = [
    [number('value-changed'), 'value', 'changed'],
    [number('value-added'), 'value', 'added'],
    [number('value-removed'), 'value', 'removed'],
    [number('key-added'), 'key', 'added'],
    [number('key-removed'), 'key', 'deleted'],
    [number('value-same'), 'value', 'set to what it is'],
    [unknown, 'change', 'of which the state before is not known'],
  ] as const;
  const told = parts.flatMap(([amount, noun, verb]) => (amount > 0 ? [`${count(amount, noun)} ${verb}`] : []));
  return told.length === 0 ? 'nothing changes' : told.join(', ');
}

function rowOf(change: RegChange, stateName: string): RegDiffRow {
  const { path } = change;
  const details = change.kind === 'key-removed' ? takenAlong(change) : [];
  return { sign: signOf(change), path: plainPath(path), text: textOf(change, stateName), details, change };
}

const SIGNS: Readonly<Record<RegChange['kind'], DiffSign>> = {
  'key-added': '+',
  'key-removed': '-',
  'value-added': '+',
  'value-changed': '~',
  'value-removed': '-',
  'value-same': '=',
  'value-removed-unseen': '?',
  'key-removed-unseen': '?',
};

function signOf({ kind, isKnown }: RegChange): DiffSign {
  return isKnown ? SIGNS[kind] : '?';
}

function textOf(change: RegChange, stateName: string): string {
  const unknown = `${stateName} does not cover it, so what is there now is not known`;
  switch (change.kind) {
    case 'key-added':
      return change.isKnown ? 'the key is created' : `the key is created if it is not there: ${unknown}`;
    case 'key-removed':
      return `the key is deleted with everything below it: ${takenText(change)}${change.isKnown ? '' : `, and what ${stateName} does not show of it`}`;
    case 'key-removed-unseen':
      return `the key is deleted with everything below it, if it is there: ${unknown}`;
    case 'value-added': {
      const set = `${regValueName(change.name)} = ${regDataText(change.to)}`;
      return change.isKnown ? set : `${set}: ${unknown}`;
    }
    case 'value-changed':
      return `${regValueName(change.name)}: ${regDataChange(change.from, change.to)}`;
    case 'value-removed':
      return `${regValueName(change.name)} is removed, it was ${regDataText(change.from)}`;
    case 'value-removed-unseen':
      return `${regValueName(change.name)} is removed if it is there: ${unknown}`;
    case 'value-same':
      return `${regValueName(change.name)} is ${regDataText(change.to)} already`;
  }
}

function takenText({ subkeys, values }: KeyRemoved): string {
  const keys = subkeys.length === 0 ? 'no keys' : count(subkeys.length, 'key');
  return `${keys} and ${values.length === 0 ? 'no values' : count(values.length, 'value')}`;
}

function takenAlong({ path, subkeys, values }: KeyRemoved): readonly string[] {
  const relative = (below: string): string => plainPath(below.slice(path.length + 1));
  return [path, ...subkeys].flatMap((key) => {
    const own = values.filter((value) => value.path === key);
    const place = key === path ? '' : `${relative(key)}: `;
    const lines = own.map(({ name, from }) => `${place}${regValueName(name)} was ${regDataText(from)}`);
    return lines.length > 0 || key === path ? lines : [`${place}no values`];
  });
}
