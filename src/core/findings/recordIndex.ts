import { partitionPoint } from '../lists/partitionPoint';
import type { Level } from '../records/eventRecord';
import type { Span } from '../text/span';

/** A level that is missing counts as better than all others. */
const NO_LEVEL = 9;

/** Where the records of a source stand, for finding the one under a cursor without keeping the records. */
export class RecordIndex {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly levels: number[] = [];

  /** Spans come in order and do not overlap. */
  add({ start, end, level }: Span & { readonly level?: Level | undefined }): void {
    this.starts.push(start);
    this.ends.push(end);
    this.levels.push(level ?? NO_LEVEL);
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

  /** Whether the record has the level or a worse one: 2 asks for errors, 3 for warnings too. */
  isAsBadAs(index: number, level: Level): boolean {
    const own = this.levels[index] ?? NO_LEVEL;
    return own >= 1 && own <= level;
  }

  /** Index of the first record that starts at or after the offset; {@link count} when none does. */
  firstFrom(offset: number): number {
    return partitionPoint(this.starts.length, (index) => (this.starts[index] ?? 0) < offset);
  }

  /** Index of the record that holds the offset, its end included; undefined between records. */
  find(offset: number): number | undefined {
    const index = this.firstFrom(offset + 1) - 1;
    return index >= 0 && offset <= (this.ends[index] ?? -1) ? index : undefined;
  }
}
