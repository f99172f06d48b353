import type { Position, Range, Span, TextWindow } from './span';

const LF = 10;
const CR = 13;

/** Text of which only this is known: its UTF-16 units, its line ends, and, if there are any, the units behind the last one. */
export interface SkippedStretch {
  readonly units: number;
  readonly lineEnds: number;
  readonly lastLine: number;
}

/**
 * Turns offsets into lines and columns while a source passes by in windows, so that no table of line starts is kept
 * however long the source is. CR LF, lone LF and lone CR end a line, as in VS Code; nothing else does.
 *
 * A window that is not the last must not end in CR, as the LF that may follow would then be counted as a second line.
 */
export class LineCounter {
  private line = 0;
  private lineStart = 0;
  /** Offset in the source up to which lines are counted. */
  private counted = 0;
  /** Offsets of the next LF and CR at or after `counted`, or `searched` where the text so far holds none. */
  private nextLf = 0;
  private nextCr = 0;
  /** Offset at which the window that was searched last ends. */
  private searched = 0;

  /** Counts up to `offset`, which is in the window and not before the offset of the last call. */
  advance(window: TextWindow, offset: number): void {
    this.findNext(window);
    const { text, base } = window;
    const windowEnd = base + text.length;
    let { nextLf, nextCr } = this;
    while (Math.min(nextLf, nextCr) < offset) {
      const isCr = nextCr < nextLf;
      // The first half of CR LF ends no line by itself.
      if (!isCr || nextCr + 1 !== nextLf || nextLf === windowEnd) {
        this.line++;
        this.lineStart = (isCr ? nextCr : nextLf) + 1;
      }
      if (isCr) nextCr = find(text, '\r', nextCr + 1 - base) + base;
      else nextLf = find(text, '\n', nextLf + 1 - base) + base;
    }
    this.nextLf = nextLf;
    this.nextCr = nextCr;
    this.counted = Math.max(this.counted, offset);
  }

  /** Counts a stretch that starts where it has counted to, is in no window and splits no CR LF. */
  skip({ units, lineEnds, lastLine }: SkippedStretch): void {
    this.counted += units;
    if (lineEnds > 0) {
      this.line += lineEnds;
      this.lineStart = this.counted - lastLine;
    }
    this.nextLf = this.nextCr = this.searched = this.counted;
  }

  /** Line and column of an offset at or after the last one that {@link advance} counted; does not move. */
  positionAt(window: TextWindow, offset: number): Position {
    let { line, lineStart } = this;
    for (let at = this.counted - window.base; at < offset - window.base; at++) {
      const unit = window.text.charCodeAt(at);
      if (unit === LF || (unit === CR && window.text.charCodeAt(at + 1) !== LF)) {
        line++;
        lineStart = window.base + at + 1;
      }
    }
    return { line, column: offset - lineStart };
  }

  rangeOf(window: TextWindow, span: Span): Range {
    return { start: this.positionAt(window, span.start), end: this.positionAt(window, span.end) };
  }

  /** Searching again only once a found line end is passed keeps the work linear in a window without line ends. */
  private findNext(window: TextWindow): void {
    this.nextLf = this.findFrom(window, '\n', this.nextLf);
    this.nextCr = this.findFrom(window, '\r', this.nextCr);
    this.searched = window.base + window.text.length;
  }

  private findFrom(window: TextWindow, lineEnd: string, last: number): number {
    const windowEnd = window.base + window.text.length;
    const isStillAhead = last >= this.counted && last < this.searched;
    const isKnownToBeNone = last === this.searched && windowEnd === this.searched;
    if (isStillAhead || isKnownToBeNone) return last;
    const from = Math.max(this.counted, Math.min(last, this.searched)) - window.base;
    return find(window.text, lineEnd, from) + window.base;
  }
}

/** Offset of the first such unit at or after `from`, else the length of the text. */
function find(text: string, unit: string, from: number): number {
  const at = text.indexOf(unit, from);
  return at < 0 ? text.length : at;
}
