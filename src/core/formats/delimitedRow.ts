import { unitAt } from '../text/unitAt';
import type { RowNotation } from './rowNotation';
import { LineEnds, UnitCursor } from './unitCursor';
import { type QuotedEnd, QuotedFields } from './quotedField';

const QUOTE = 34;

/** One row of a delimited text; all numbers are offsets in the text of the window. */
export interface Row {
  /** Where each field starts and ends, inside the quotes where it has some. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Where the row starts, where its last line ends (line end not counted), and where the next row starts. */
  readonly start: number;
  readonly end: number;
  readonly next: number;
  /** The opening quote of a field that is never closed, and whether the text ends before another record starts. */
  readonly unclosed: { readonly quote: number; readonly isCutOff: boolean } | undefined;
}

/**
 * Reads rows one after the other by jumping from separator to separator and from quote to quote. Fields may be quoted;
 * then they may hold separators, line ends and doubled quotes.
 */
export class RowScanner {
  private readonly lineEnds: LineEnds;
  private readonly separators: UnitCursor;
  private readonly separatorUnit: number;
  private readonly quotedFields: QuotedFields;

  /** `ended` tells that no text follows. */
  constructor(
    private readonly text: string,
    private readonly ended: boolean,
    private readonly notation: RowNotation,
  ) {
    this.lineEnds = new LineEnds(text);
    this.separators = new UnitCursor(text, notation.separator);
    this.separatorUnit = notation.separator.charCodeAt(0);
    this.quotedFields = new QuotedFields(text, ended, this.lineEnds, notation);
  }

  /** The row at `start`, which lies behind the last row; undefined when text that is still to come decides where it ends. */
  scan(start: number): Row | undefined {
    const { text } = this;
    const starts: number[] = [];
    const ends: number[] = [];
    let at = start;
    for (;;) {
      const isQuoted = unitAt(text, at) === QUOTE;
      let end = isQuoted ? this.quotedFields.plainEndOf(at) : this.endOfBareField(at, starts.length);
      if (end < 0) {
        const field = this.quotedFields.endOf(at, this.isLast(starts.length));
        if (field.kind !== 'closed') return unclosedRow({ starts, ends, start }, at, field);
        end = field.end;
      }
      starts.push(isQuoted ? at + 1 : at);
      ends.push(end);
      if (isQuoted) end++;
      if (unitAt(text, end) !== this.separatorUnit) {
        const isWhole = this.ended || end < text.length;
        return isWhole ? { starts, ends, start, end, next: this.lineEnds.after(end), unclosed: undefined } : undefined;
      }
      at = end + 1;
    }
  }

  private isLast(index: number): boolean {
    return index + 1 === this.notation.mostFields;
  }

  private endOfBareField(start: number, index: number): number {
    const lineEnd = this.lineEnds.next(start);
    return index >= this.notation.lastField ? lineEnd : Math.min(lineEnd, this.separators.next(start));
  }
}

/** The row up to the damaged field whose quote stands at `quote`, which is its last. */
function unclosedRow(
  { starts, ends, start }: Pick<Row, 'starts' | 'ends' | 'start'>,
  quote: number,
  field: Exclude<QuotedEnd, { kind: 'closed' }>,
): Row | undefined {
  if (field.kind === 'unfinished') return undefined;
  const { end, next } = field;
  const unclosed = { quote, isCutOff: field.kind === 'cutOff' };
  return { starts: [...starts, quote + 1], ends: [...ends, end], start, end, next, unclosed };
}
