import { unitAt } from '../text/unitAt';
import { skipWhiteSpace } from '../text/whiteSpace';
import { singleQuote } from './quotedText';
import { LONGEST_LINE_HEAD, type RowNotation } from './rowNotation';
import { type LineEnds, UnitCursor } from './unitCursor';

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** A field longer than this is checked for records that it swallowed. Windows writes no event of such length. */
const LONGEST_FIELD = 0x100000;

/** Where the content of a quoted field ends. */
export type QuotedEnd =
  /** `end` is the offset of the closing quote. */
  | { readonly kind: 'closed'; readonly end: number }
  /** The quote is not closed before `next`, where a record starts; `end` is the line end before it. */
  | { readonly kind: 'unclosed'; readonly end: number; readonly next: number }
  /** The text ends, and no record starts, before the quote is closed. */
  | { readonly kind: 'cutOff'; readonly end: number; readonly next: number }
  /** More text is needed to tell. */
  | { readonly kind: 'unfinished' };

/**
 * Finds the ends of quoted fields.
 *
 * A field that is quoted as it should be costs a search for its quotes only. One that is not is gone through line by
 * line, and the first that looks like a record ends it; scanning goes on there. The quotes of that record have the other
 * parity, so that its own search ends soon, and the text as a whole is not searched more than a few times.
 */
export class QuotedFields {
  private readonly separator: number;
  /** The quotes of damaged fields. */
  private readonly quotes: UnitCursor;

  constructor(
    private readonly text: string,
    private readonly ended: boolean,
    private readonly lineEnds: LineEnds,
    private readonly notation: Pick<RowNotation, 'separator' | 'isRecordLine'>,
  ) {
    this.separator = notation.separator.charCodeAt(0);
    this.quotes = new UnitCursor(text, '"');
  }

  /** Offset of the closing quote, where the field at `open` is quoted as it should be; -1 where {@link endOf} has to look closer. */
  plainEndOf(open: number): number {
    const quote = singleQuote(this.text, open + 1);
    const isPlain =
      quote - open <= LONGEST_FIELD && this.endsField(quote) && this.text.charCodeAt(quote - 1) !== this.separator;
    return isPlain ? quote : -1;
  }

  /** The end of any other field, whose opening quote stands at `open`; `isLast` when no field of the row can follow it. */
  endOf(open: number, isLast: boolean): QuotedEnd {
    const mayGoOn = !this.ended && this.text.length - open <= LONGEST_FIELD;
    if (mayGoOn && singleQuote(this.text, open + 1) < 0) return { kind: 'unfinished' };
    return this.endOfDamaged(open, isLast);
  }

  /**
   * The first single quote of the field is followed by text as in `"the "old" name"`, or very far, or missing, or behind a
   * separator as if it were the opening quote of another record.
   */
  private endOfDamaged(open: number, isLast: boolean): QuotedEnd {
    let lineEnd = this.lineEnds.next(open);
    let close = this.closingQuote(open + 1, lineEnd);
    while (close === undefined) {
      const line = this.lineEnds.after(lineEnd);
      if (line >= this.text.length) return this.ended ? this.cutOff(open) : { kind: 'unfinished' };
      lineEnd = this.lineEnds.next(line);
      if (this.isRecordAt(line, lineEnd) || (isLast && this.startsQuoted(line)))
        return { kind: 'unclosed', end: this.endOfLineBefore(line), next: line };
      close = this.closingQuote(line, lineEnd);
    }
    return { kind: 'closed', end: close };
  }

  /** Offset of the first quote of a line, from `from` on, that is not doubled and ends a field. */
  private closingQuote(from: number, lineEnd: number): number | undefined {
    let at = this.quotes.next(from);
    while (at < lineEnd) {
      const isDoubled = this.text.charCodeAt(at + 1) === QUOTE;
      if (!isDoubled && (this.endsField(at) || this.endsLine(at, lineEnd))) return at;
      at = this.quotes.next(at + (isDoubled ? 2 : 1));
    }
    return undefined;
  }

  /** A quote at the end of the text does: when more follows, the row is not complete and is read again. */
  private endsField(quote: number): boolean {
    const next = unitAt(this.text, quote + 1);
    return quote >= 0 && (next === this.separator || next === CR || next === LF || next < 0);
  }

  /** Whether nothing but blanks follows on the line, as a console copies it. */
  private endsLine(quote: number, lineEnd: number): boolean {
    const isWhole = this.ended || lineEnd < this.text.length;
    return isWhole && skipWhiteSpace(this.text, quote + 1, lineEnd) === lineEnd;
  }

  /** A line whose end is still to come counts as none: the row that it belongs to is read again anyway. */
  private isRecordAt(line: number, lineEnd: number): boolean {
    const isWhole = this.ended || lineEnd < this.text.length;
    return isWhole && this.notation.isRecordLine(this.text.slice(line, Math.min(lineEnd, line + LONGEST_LINE_HEAD)));
  }

  /** Inside a field such a quote would be doubled. The first line of a record with a long message shows no more than this. */
  private startsQuoted(line: number): boolean {
    return this.text.charCodeAt(line) === QUOTE && this.text.charCodeAt(line + 1) !== QUOTE && !this.endsField(line);
  }

  private endOfLineBefore(line: number): number {
    const isCrLf = this.text.charCodeAt(line - 1) === LF && this.text.charCodeAt(line - 2) === CR;
    return line - (isCrLf ? 2 : 1);
  }

  private cutOff(open: number): QuotedEnd {
    let end = this.text.length;
    while (end > open + 1 && (this.text.charCodeAt(end - 1) === LF || this.text.charCodeAt(end - 1) === CR)) end--;
    return { kind: 'cutOff', end, next: this.text.length };
  }
}
