import type { KnownProperty, PropertyMeaning } from './shellProperties';

/**
 * Names of the columns of eventquery.vbs of Windows XP and 2003, in their order; the last three only where it was asked for them. Sources:
 * eventquery.vbs and cmdlib.wsc, which writes its tables, lists and CSV.
 */
const NAMES: ReadonlyMap<string, PropertyMeaning> = new Map<string, PropertyMeaning>([
  ['Type', 'level'],
  ['Event', 'eventId'],
  ['Date Time', 'date'],
  ['Source', 'source'],
  ['ComputerName', 'computer'],
  ['Category', 'other'],
  ['User', 'user'],
  ['Description', 'description'],
]);
const LEAST_NAMES = 5;

/** What the value of that name says. */
export function eventQueryNamed(name: string): KnownProperty | undefined {
  const meaning = NAMES.get(name);
  return meaning && { meaning, rank: 0 };
}

/** What the columns mean when they are those of eventquery.vbs; undefined for any others. */
export function eventQueryColumns(names: readonly string[]): readonly PropertyMeaning[] | undefined {
  const own = [...NAMES].slice(0, names.length);
  const isSame = names.length >= LEAST_NAMES && own.length === names.length;
  return isSame && own.every(([name], index) => names[index] === name) ? own.map(([, meaning]) => meaning) : undefined;
}
