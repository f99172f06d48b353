import type { TextBehind } from './utf16Behind';

/** Pairs of letters in a row that are needed to tell, and how many of the last ones must be such as texts in UTF-16 hardly have. */
const NEEDED = 16;
const LEAST_STRANGE = 3;
const MOST_LOOKED_AT = 128;

const TAB = 9;
const LF = 10;
const CR = 13;
const BLANK = 32;
const DELETE = 127;

/**
 * High bytes of signs that are rare in any language: as letters they are digits, `:`, `<`, `=`, `>` and capitals. Those of Hiragana and
 * of Chinese signs are other letters.
 */
const FIRST_STRANGE = 0x31;
const LAST_STRANGE = 0x4d;

/** The units in which the mark of UTF-8 is, and its bytes. */
const MARKED_UNITS = 2;
const MARK_LENGTH = 3;

/**
 * Text in bytes behind text in UTF-16, which the bytes start in. It has a mark at the start of a line, or is seen by its letters: two of them
 * are one unit, mostly one that would be a Chinese sign. Undefined where none can start in the bytes. Time is linear.
 */
export function findBytesBehind(bytes: Uint8Array, ended: boolean, isBigEndian: boolean): TextBehind | undefined {
  const highByte = isBigEndian ? 0 : 1;
  const pairs = findPairs(bytes, highByte);
  const mark = findMark(bytes.subarray(0, pairs && 2 * pairs), highByte);
  if (mark !== undefined) return behindFrom(bytes, mark, true);
  if (pairs !== undefined) return behindFrom(bytes, pairs, true);
  const last = ended ? undefined : startSoFar(bytes, highByte);
  return last === undefined ? undefined : behindFrom(bytes, last, false);
}

function findPairs(bytes: Uint8Array, highByte: number): number | undefined {
  const count = bytes.length >> 1;
  let unit = NEEDED - 1;
  while (unit < count) {
    // So many in a row have one at one of the places that are looked at.
    const pairs = isPair(bytes, unit) ? readPairs(bytes, startOfPairs(bytes, unit), highByte) : undefined;
    const found = pairs?.found;
    if (found !== undefined) return isMark(bytes, found - MARKED_UNITS) ? found - MARKED_UNITS : found;
    unit = (pairs?.end ?? unit) + NEEDED;
  }
  return undefined;
}

/** The unit in which a mark starts, at the start of a line. */
function findMark(bytes: Uint8Array, highByte: number): number | undefined {
  let at = bytes.indexOf(0xef);
  while (at >= 0 && !(at % 2 === 0 && isMark(bytes, at / 2) && isLineEnd(bytes, at / 2 - 1, highByte))) {
    at = bytes.indexOf(0xef, at + 1);
  }
  return at < 0 ? undefined : at / 2;
}

/** The unit from which on the bytes that follow may make it the start of a text. */
function startSoFar(bytes: Uint8Array, highByte: number): number | undefined {
  const count = bytes.length >> 1;
  let from = Math.max(startOfPairs(bytes, count), count - (MOST_LOOKED_AT - 1));
  if (isMark(bytes, from - MARKED_UNITS)) from -= MARKED_UNITS;
  else if (from === count && isMarkStart(bytes, from - 1)) from--;
  if (isLineEnd(bytes, from - 1, highByte)) from--;
  return from < count ? from : undefined;
}

function behindFrom(bytes: Uint8Array, unit: number, isCertain: boolean): TextBehind {
  const from = 2 * unit;
  return isMark(bytes, unit)
    ? { from, textFrom: from + MARK_LENGTH, encoding: 'utf-8-bom', isCertain }
    : { from, textFrom: from, encoding: 'utf-8', isCertain };
}

/** Goes through the pairs from the unit on: the first of those that are enough to tell, else where they end. */
function readPairs(bytes: Uint8Array, from: number, highByte: number): { found?: number; end: number } {
  const strangeAt = (unit: number): number => (isStrange(bytes[2 * unit + highByte]) ? 1 : 0);
  let strange = 0;
  let unit = from;
  for (; isPair(bytes, unit); unit++) {
    const first = Math.max(from, unit - (MOST_LOOKED_AT - 1));
    if (first > from) strange -= strangeAt(first - 1);
    strange += strangeAt(unit);
    if (strange >= LEAST_STRANGE && unit - first >= NEEDED - 1) return { found: first, end: unit };
  }
  return { end: unit };
}

/** The first of the units before this one that are all pairs of letters. */
function startOfPairs(bytes: Uint8Array, before: number): number {
  let unit = before;
  while (unit > 0 && isPair(bytes, unit - 1)) unit--;
  return unit;
}

function isPair(bytes: Uint8Array, unit: number): boolean {
  return isText(bytes[2 * unit] ?? 0) && isText(bytes[2 * unit + 1] ?? 0);
}

function isText(byte: number): boolean {
  return (byte >= BLANK && byte < DELETE) || byte === LF || byte === CR || byte === TAB;
}

function isStrange(byte = 0): boolean {
  return byte >= FIRST_STRANGE && byte <= LAST_STRANGE;
}

function isLineEnd(bytes: Uint8Array, unit: number, highByte: number): boolean {
  const low = bytes[2 * unit + 1 - highByte];
  return bytes[2 * unit + highByte] === 0 && (low === LF || low === CR);
}

function isMark(bytes: Uint8Array, unit: number): boolean {
  return isMarkStart(bytes, unit) && bytes[2 * unit + 2] === 0xbf;
}

function isMarkStart(bytes: Uint8Array, unit: number): boolean {
  return bytes[2 * unit] === 0xef && bytes[2 * unit + 1] === 0xbb;
}
