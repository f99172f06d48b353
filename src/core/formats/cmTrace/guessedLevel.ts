import type { Level } from '../../records/eventRecord';

/** Units of a message that are looked through. */
const SEARCHED = 4000;

/** Words that name an error only to say that there was none. */
const HARMLESS =
  /\b(?:no|0|zero|without) (?:errors?|failures?|warnings?)\b|\b(?:error|warning|failure|fail|failed)s?(?: ?code| ?count)?\s?[:=]?\s?\(?0(?:x0+)?\b(?![.\w])/gi;
const ERROR_WORDS = /\b(?:errors?|fail(?:s|ed|ure|ures|ing)?|fatal)\b/i;
const WARNING_WORDS = /\bwarn(?:ing|ings)?\b/i;

/**
 * The level that the words of the message at `text.slice(from, to)` suggest, for logs that state no type; undefined when
 * there are no such words. It is a guess and has to be shown as one.
 */
export function guessLevel(text: string, from: number, to: number): Level | undefined {
  const words = text.slice(from, Math.min(to, from + SEARCHED)).replace(HARMLESS, '');
  if (ERROR_WORDS.test(words)) return 2;
  return WARNING_WORDS.test(words) ? 3 : undefined;
}
