import { levelNamed } from '../languages/index';
import type { Level } from '../records/eventRecord';

const LEVELS: readonly Level[] = [0, 1, 2, 3, 4, 5];

const levelOfNumber: ReadonlyMap<string, Level> = new Map(LEVELS.map((level) => [String(level), level]));

/**
 * Level named by a word of Windows in any display language of `core/languages`, or by its number; audits have level 0.
 * Case and blanks around it do not matter. Undefined for any other word: levels are never guessed.
 */
export function parseLevel(word: string): Level | undefined {
  return levelNamed(word) ?? levelOfNumber.get(word.trim());
}
