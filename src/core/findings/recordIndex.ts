import type { Span } from '../text/span';

/** Where the records of a source stand, for finding the one under a cursor without keeping the records. */
export class RecordIndex {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  /** Spans come in order and do not overlap. */
  add(span: Span): void {
    this.starts.push(span.start);
    this.ends.push(span.end);
  }

  get count(): number {
    return this.starts.length;
  }

  /** Throws RangeError when there is no such record. */
  spanAt(index: number): Span {
    const start = this.starts[index];
    const end = this.ends[index];
    if (start === undefined || end === undefined) throw new RangeError(`no record ${index} among ${this.count}`);
    return { start, end };
  }

  /** Index of the record that holds the offset, its end included; undefined between records. */
  find(offset: number): number | undefined {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const isInside = (this.starts[low] ?? Infinity) <= offset && offset <= (this.ends[low] ?? -1);
    return isInside ? low : undefined;
  }
}
