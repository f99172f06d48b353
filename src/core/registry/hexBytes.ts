import { SEMICOLON, isBlank } from './blanks';

const COMMA = 44;
const BACKSLASH = 92;

/** Value of each hexadecimal digit by its character code, -1 for every other one below 128. */
const DIGITS = Int8Array.from({ length: 128 }, (_, code) => {
  const value = parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? -1 : value;
});

/** How one line of bytes ends. */
export type HexLineEnd = 'complete' | 'continued' | 'not-hex' | 'too-big' | 'empty' | 'comma-missing' | 'text-after';

/** Value of a hexadecimal digit, -1 for anything else. */
export function hexDigit(unit: number): number {
  return unit < 128 ? (DIGITS[unit] ?? -1) : -1;
}

/** Reads bytes line by line and keeps count, so that nothing needs to be stored to judge them. */
export class HexScanner {
  /** Bytes so far, over all lines. */
  count = 0;
  /** The last four bytes, the last one lowest. */
  last = 0;
  /** Where the last line stopped: at its end, its `\`, or what is wrong. */
  at = 0;
  /** Where the last byte ends, with its comma. */
  end = 0;

  constructor(private readonly text: string) {}

  /** Reads the bytes between `from` and the end of their line: `[byte,]* (byte [blanks] [;...] | [blanks] [\ | ;...])`. */
  scanLine(from: number, lineEnd: number): HexLineEnd {
    const { text } = this;
    let at = from;
    while (at < lineEnd) {
      while (at < lineEnd && isBlank(text.charCodeAt(at))) at++;
      const start = at;
      let value = 0;
      for (; at < lineEnd; at++) {
        const digit = hexDigit(text.charCodeAt(at));
        if (digit < 0) break;
        value = value > 0xff ? value : value * 16 + digit;
      }
      this.at = start;
      if (at === start) return this.endWithout(at, lineEnd);
      if (value > 0xff) return 'too-big';
      this.count++;
      this.last = (this.last << 8) | value;
      this.end = at;
      if (at < lineEnd && text.charCodeAt(at) !== COMMA) return this.endAfterByte(at, lineEnd);
      if (at < lineEnd) this.end = ++at;
    }
    this.at = lineEnd;
    return 'complete';
  }

  /** Where there is no byte: the line may end, or go on after `\`. */
  private endWithout(at: number, lineEnd: number): HexLineEnd {
    this.at = at;
    if (at === lineEnd) return 'complete';
    const unit = this.text.charCodeAt(at);
    if (unit === SEMICOLON) return 'complete';
    if (unit === BACKSLASH) return 'continued';
    return unit === COMMA ? 'empty' : 'not-hex';
  }

  /** After a byte without comma only blanks and a comment may come. */
  private endAfterByte(from: number, lineEnd: number): HexLineEnd {
    let at = from;
    while (at < lineEnd && isBlank(this.text.charCodeAt(at))) at++;
    this.at = at;
    if (at === lineEnd || this.text.charCodeAt(at) === SEMICOLON) return 'complete';
    return this.text.charCodeAt(at) === BACKSLASH ? 'comma-missing' : 'text-after';
  }
}

/**
 * Calls back for each byte that is written between `from` and `to`, which a reader has accepted: comments after a
 * semicolon and continuations are skipped.
 */
export function eachByte(
  text: string,
  from: number,
  to: number,
  visit: (value: number, start: number, end: number) => void,
): void {
  for (let at = from; at < to;) {
    const unit = text.charCodeAt(at);
    const digit = hexDigit(unit);
    if (digit >= 0) {
      const start = at;
      let value = 0;
      for (let next = digit; next >= 0; next = at < to ? hexDigit(text.charCodeAt(at)) : -1) {
        value = value * 16 + next;
        at++;
      }
      visit(value, start, at);
    } else if (unit === SEMICOLON) at = nextLine(text, at, to);
    else at++;
  }
}

function nextLine(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  return at;
}
