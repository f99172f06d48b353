import { type EscapedText, shiftsOf } from '../text/escapes';
import type { Span } from '../text/span';
import { unitAt } from '../text/unitAt';

const QUOTE = 34;

/** What stands for one quote inside a field with quotes. */
export const DOUBLED = '""';

/** Offset of the first quote at or after `from` that is not doubled; -1 when there is none. */
export function singleQuote(text: string, from: number): number {
  let quote = text.indexOf('"', from);
  while (quote >= 0 && unitAt(text, quote + 1) === QUOTE) quote = text.indexOf('"', quote + 2);
  return quote;
}

/** The text of a field with quotes, of which this is what is written between them. */
export function undoubled(raw: string, span: Span): EscapedText {
  if (!raw.includes(DOUBLED)) return { value: raw, span };
  return { value: raw.replaceAll(DOUBLED, '"'), span, shifts: shiftsOf(raw, /""/g, () => '"') };
}
