import type { Encoding } from './encoding';

const UTF16: Encoding = 'utf-16le';

/** Units of UTF-16 that are needed to tell: a path that stands in a text in bytes is shorter, a row of an export longer. */
const NEEDED = 32;

/** A mark, and the low byte of the unit behind it. */
const MARKED_UNIT = 3;
const LF = 10;
const CR = 13;

/** Where text in another encoding starts behind a text. */
export interface TextBehind {
  /** Where the text ends: at the mark, where the other one has a mark. */
  readonly from: number;
  /** Where the other one goes on. */
  readonly textFrom: number;
  readonly encoding: Encoding;
  /** Whether enough was seen to tell; otherwise the bytes that follow will, given again with these. */
  readonly isCertain: boolean;
}

/**
 * Text in UTF-16LE behind text in bytes. It has a mark at the start of a line, or is seen by its zero bytes: in Latin writing, digits and
 * punctuation every second one is 0. Undefined where none can start in the bytes. Time is linear.
 */
export function findUtf16Behind(bytes: Uint8Array, ended: boolean): TextBehind | undefined {
  const zeros = findZeros(bytes, ended);
  const mark = findMark(bytes.subarray(0, zeros?.from));
  if (mark !== undefined) return { from: mark, textFrom: mark + 2, encoding: UTF16, isCertain: true };
  return zeros ?? (ended ? undefined : startOfMark(bytes));
}

function findZeros(bytes: Uint8Array, ended: boolean): TextBehind | undefined {
  let zero = bytes.indexOf(0);
  while (zero >= 0) {
    let last = zero;
    const enough = zero + 2 * (NEEDED - 1);
    while (last < enough && isUnit(bytes, last + 1)) last += 2;
    const isCertain = last === enough;
    if (isCertain || (!ended && mayGoOn(bytes, last + 1)))
      return { ...unitAt(bytes, zero), encoding: UTF16, isCertain };
    zero = bytes.indexOf(0, last + 1);
  }
  return undefined;
}

/** The low byte of a first unit without a mark is the same character in both texts, and may be done with already. */
function unitAt(bytes: Uint8Array, zero: number): Pick<TextBehind, 'from' | 'textFrom'> {
  const mark = zero - MARKED_UNIT;
  return isMark(bytes, mark) ? { from: mark, textFrom: mark + 2 } : { from: zero, textFrom: zero + 1 };
}

/** Two letters of a code page may look like a mark, but start no line. */
function findMark(bytes: Uint8Array): number | undefined {
  let at = bytes.indexOf(0xff);
  while (at >= 0 && !(isMark(bytes, at) && isLineEnd(bytes[at - 1]))) at = bytes.indexOf(0xff, at + 1);
  return at < 0 ? undefined : at;
}

/** What the bytes end with, where the next ones may make it a mark at the start of a line, or one before a unit. */
function startOfMark(bytes: Uint8Array): TextBehind | undefined {
  const { length } = bytes;
  const from = [3, 2, 1].map((back) => length - back).find((at) => at >= 0 && mayBeMark(bytes.subarray(at)));
  return from === undefined ? undefined : { from, textFrom: from, encoding: UTF16, isCertain: false };
}

function mayBeMark([first, second, third]: Uint8Array): boolean {
  if (isLineEnd(first)) return second === undefined || (second === 0xff && third === undefined);
  return first === 0xff && (second === undefined || second === 0xfe);
}

function isMark(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xff && bytes[at + 1] === 0xfe;
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === LF || byte === CR;
}

function isUnit(bytes: Uint8Array, at: number): boolean {
  return (bytes[at] ?? 0) !== 0 && bytes[at + 1] === 0;
}

function mayGoOn(bytes: Uint8Array, at: number): boolean {
  return at >= bytes.length || (at === bytes.length - 1 && bytes[at] !== 0);
}
