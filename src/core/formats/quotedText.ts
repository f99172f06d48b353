import { type EscapedText, shiftsOf } from '../text/escapes';
import type { Span } from '../text/span';

/** What stands for one quote inside a field with quotes. */
export const DOUBLED = '""';

/** The text of a field with quotes, of which this is what is written between them. */
export function undoubled(raw: string, span: Span): EscapedText {
  if (!raw.includes(DOUBLED)) return { value: raw, span };
  return { value: raw.replaceAll(DOUBLED, '"'), span, shifts: shiftsOf(raw, /""/g, () => '"') };
}
