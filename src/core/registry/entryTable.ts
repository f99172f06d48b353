import { END, ENTRY_SIZE, KIND_MASK, START, TAG, isKey } from './entries';

/** Of lines that are one entry; whoever looks at single ones of them has that much to divide. UTF-16 units. */
const LONGEST_MERGED = 0x10000;

/** The numbers of one entry, in the order in which they are kept. */
export interface Entry {
  readonly tag: number;
  readonly start: number;
  readonly nameEnd: number;
  readonly dataStart: number;
  readonly end: number;
  readonly type: number;
}

/** Collects entries as numbers, as an export has more of them than there is memory for objects. */
export class EntryTable {
  private numbers: Int32Array;
  private used = 0;
  private keys = new Int32Array(256);
  private keyCount = 0;

  constructor(expected: number) {
    this.numbers = new Int32Array(Math.max(64, expected) * ENTRY_SIZE);
  }

  add({ tag, start, nameEnd, dataStart, end, type }: Entry): void {
    if (this.used + ENTRY_SIZE > this.numbers.length) this.numbers = grown(this.numbers);
    if (isKey(tag & KIND_MASK)) this.addKey(this.used / ENTRY_SIZE);
    const numbers = this.numbers;
    let at = this.used;
    numbers[at++] = tag;
    numbers[at++] = start;
    numbers[at++] = nameEnd;
    numbers[at++] = dataStart;
    numbers[at++] = end;
    numbers[at++] = type;
    this.used = at;
  }

  /** Adds lines without parts. Lines of the same kind that follow each other may be one entry, unless it gets too long. */
  addLines(tag: number, start: number, end: number, merge: boolean): void {
    const last = this.count - 1;
    const isOne = merge && this.field(last, TAG) === tag && end - this.field(last, START) < LONGEST_MERGED;
    if (isOne) this.numbers[last * ENTRY_SIZE + END] = end;
    else this.add({ tag, start, nameEnd: start, dataStart: start, end, type: 0 });
  }

  field(entry: number, field: number): number {
    return this.numbers[entry * ENTRY_SIZE + field] ?? 0;
  }

  /** How many entries there are. */
  get count(): number {
    return this.used / ENTRY_SIZE;
  }

  finish(): { readonly entries: Int32Array; readonly keyEntries: Int32Array } {
    return { entries: this.numbers.slice(0, this.used), keyEntries: this.keys.slice(0, this.keyCount) };
  }

  private addKey(entry: number): void {
    if (this.keyCount === this.keys.length) this.keys = grown(this.keys);
    this.keys[this.keyCount++] = entry;
  }
}

function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const result = new Int32Array(numbers.length * 2);
  result.set(numbers);
  return result;
}
