import type { Position, Range, Span, TextWindow } from './span';

const LF = 10;
const CR = 13;

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
    while (Math.min(this.nextLf, this.nextCr) < offset) {
      const lineEnd = Math.min(this.nextLf, this.nextCr);
      this.countLineEnd(window, lineEnd);
      this.counted = lineEnd + 1;
      this.findNext(window);
    }
    this.counted = Math.max(this.counted, offset);
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

  private countLineEnd(window: TextWindow, lineEnd: number): void {
    const isHalfOfCrLf = lineEnd === this.nextCr && window.text.charCodeAt(lineEnd - window.base + 1) === LF;
    if (isHalfOfCrLf) return;
    this.line++;
    this.lineStart = lineEnd + 1;
  }

  /** Searching again only once a found line end is passed keeps the work linear in a window without line ends. */
  private findNext(window: TextWindow): void {
    this.nextLf = this.find(window, '\n', this.nextLf);
    this.nextCr = this.find(window, '\r', this.nextCr);
    this.searched = window.base + window.text.length;
  }

  private find(window: TextWindow, lineEnd: string, last: number): number {
    const windowEnd = window.base + window.text.length;
    const isStillAhead = last >= this.counted && last < this.searched;
    const isKnownToBeNone = last === this.searched && windowEnd === this.searched;
    if (isStillAhead || isKnownToBeNone) return last;
    const found = window.text.indexOf(lineEnd, Math.max(this.counted, Math.min(last, this.searched)) - window.base);
    return found < 0 ? windowEnd : window.base + found;
  }
}
