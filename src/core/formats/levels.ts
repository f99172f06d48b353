import { levelNamed } from '../languages/index';
import type { Level } from '../records/eventRecord';

const LEVELS: readonly Level[] = [0, 1, 2, 3, 4, 5];

const levelOfNumber: ReadonlyMap<string, Level> = new Map(LEVELS.map((level) => [String(level), level]));

/** Names in programs that are no words of Windows: NXLog, Winlogbeat, EvtxECmd and Log Parser. */
const PROGRAM_LEVELS: ReadonlyMap<string, Level> = new Map([
  ['info', 4],
  ['logalways', 0],
  ['audit_success', 0],
  ['audit_failure', 0],
  ['error event', 2],
  ['warning event', 3],
  ['information event', 4],
  ['success audit event', 0],
  ['failure audit event', 0],
]);

/**
 * Level named by a word of Windows in any display language of `core/languages`, by that of a program, or by its number; audits have level 0.
 * Case and blanks around it do not matter. Undefined for any other word: levels are never guessed.
 */
export function parseLevel(word: string): Level | undefined {
  const level = levelNamed(word);
  if (level !== undefined) return level;
  const plain = word.trim().toLowerCase();
  return levelOfNumber.get(plain) ?? PROGRAM_LEVELS.get(plain);
}
