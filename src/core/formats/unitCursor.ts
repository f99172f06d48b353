import { unitAt } from '../text/unitAt';

const LF = 10;
const CR = 13;

/**
 * Finds the next place of one unit, for offsets that rise. What was found is kept, so that a text in which the unit is
 * rare is still searched only once.
 */
export class UnitCursor {
  private found = -1;

  constructor(
    private readonly text: string,
    private readonly unit: string,
  ) {}

  /** Offset of the first such unit at or after `from`, which is not before the offset asked for last; else the length of the text. */
  next(from: number): number {
    if (this.found < from) {
      const at = this.text.indexOf(this.unit, from);
      this.found = at < 0 ? this.text.length : at;
    }
    return this.found;
  }
}

/** The ends of lines: CR LF, lone LF and lone CR. */
export class LineEnds {
  private readonly lf: UnitCursor;
  private readonly cr: UnitCursor;

  constructor(private readonly text: string) {
    this.lf = new UnitCursor(text, '\n');
    this.cr = new UnitCursor(text, '\r');
  }

  /** Where the line with `from` ends, line end not counted; offsets rise as in {@link UnitCursor.next}. */
  next(from: number): number {
    return Math.min(this.lf.next(from), this.cr.next(from));
  }

  /** Where the line after the one that ends at `end` starts. */
  after(end: number): number {
    const isCrLf = unitAt(this.text, end) === CR && unitAt(this.text, end + 1) === LF;
    return Math.min(this.text.length, end + (isCrLf ? 2 : 1));
  }
}

/** Offset of the first unit at or after `from` that ends no line: where the next line with something on it starts. */
export function skipLineEnds(text: string, from: number): number {
  let at = from;
  while (unitAt(text, at) === LF || unitAt(text, at) === CR) at++;
  return at;
}

const BLANK = 32;
const QUOTE = 34;
/** More blanks are no mark. */
const LONGEST_MARK = 256;

/** The same, and behind blanks before a quote: they are what is left of a mark of quotation. */
export function startOfRow(text: string, from: number): number {
  const start = skipLineEnds(text, from);
  let at = start;
  while (at < start + LONGEST_MARK && unitAt(text, at) === BLANK) at++;
  return unitAt(text, at) === QUOTE ? at : start;
}
