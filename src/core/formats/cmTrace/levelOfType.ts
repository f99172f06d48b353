import type { Level } from '../../records/eventRecord';

/** CMTrace knows these three. 0 is written too, and what it means is not documented. */
const LEVELS: ReadonlyMap<string, Level> = new Map([
  ['1', 4],
  ['2', 3],
  ['3', 2],
]);

/** The level of an entry of `type="2"`; undefined when the type means nothing that is known. */
export function levelOfType(type: string): Level | undefined {
  return LEVELS.get(type);
}
