const LF = 10;
const CR = 13;

/** Finds where lines end: CR LF, lone CR and lone LF, as regedit does. Asked for offsets that never go back, it is linear. */
export class LineEnds {
  private nextLf = -1;
  private nextCr = -1;

  constructor(private readonly text: string) {}

  /** Offset of the line break that ends the line which holds `at`; the length of the text for the last line. */
  endOf(at: number): number {
    if (this.nextLf < at) this.nextLf = this.find('\n', at);
    if (this.nextCr < at) this.nextCr = this.find('\r', at);
    return Math.min(this.nextLf, this.nextCr);
  }

  /** Where the line after the break at `end` starts. */
  after(end: number): number {
    if (end >= this.text.length) return end;
    return end + breakLength(this.text, end);
  }

  private find(lineBreak: string, from: number): number {
    const found = this.text.indexOf(lineBreak, from);
    return found < 0 ? this.text.length : found;
  }
}

/** Units of the line break at `at`; 0 when there is none. */
export function breakLength(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit === CR) return text.charCodeAt(at + 1) === LF ? 2 : 1;
  return unit === LF ? 1 : 0;
}

/** Where the line ends that holds `at`, for a look ahead: does not move a {@link LineEnds}. */
export function lineEndFrom(text: string, at: number): number {
  let end = at;
  while (end < text.length && breakLength(text, end) === 0) end++;
  return end;
}
