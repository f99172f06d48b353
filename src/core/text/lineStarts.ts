import { partitionPoint } from '../lists/partitionPoint';
import type { Position, Range, Span } from './span';

const LF = 10;
const CR = 13;

/** Turns offsets of one text, in any order, into lines and columns; the table of its lines is made once. */
export class LineStarts {
  private readonly starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === LF || (unit === CR && text.charCodeAt(at + 1) !== LF)) starts.push(at + 1);
    }
    this.starts = starts;
  }

  rangeOf({ start, end }: Span): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  positionAt(offset: number): Position {
    const line = partitionPoint(this.starts.length, (index) => (this.starts[index] ?? 0) <= offset) - 1;
    return { line, column: offset - (this.starts[line] ?? 0) };
  }
}
