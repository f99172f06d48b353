import { folding } from './fold';

const POLYNOMIAL = 0xedb88320;
/** Bytes that are taken in at a time. */
const STEP = 8;
/** Remainders of a byte that no, one, … seven other bytes follow: 256 entries each. */
const TABLE = makeTable();

/**
 * CRC-32 as in RFC 1952, which both headers of the format use. `before` continues a sum over bytes that do not stand together.
 */
export function crc32(view: DataView, from: number, to: number, before = 0): number {
  const fold = folding();
  if (!fold?.pays(to - from)) return ~remainder(view, from, to, ~before) >>> 0;
  const rest = fold.fold(new Uint8Array(view.buffer, view.byteOffset + from, to - from), ~before);
  return ~remainder(fold.view, rest.from, rest.to, 0) >>> 0;
}

/** What the remainder becomes over the bytes, eight at a time. */
function remainder(view: DataView, from: number, to: number, before: number): number {
  let sum = before;
  let at = from;
  for (; at + STEP <= to; at += STEP) {
    const low = view.getInt32(at, true) ^ sum;
    const high = view.getInt32(at + 4, true);
    sum =
      entry(0x700 | (low & 255)) ^
      entry(0x600 | ((low >>> 8) & 255)) ^
      entry(0x500 | ((low >>> 16) & 255)) ^
      entry(0x400 | (low >>> 24)) ^
      entry(0x300 | (high & 255)) ^
      entry(0x200 | ((high >>> 8) & 255)) ^
      entry(0x100 | ((high >>> 16) & 255)) ^
      entry(high >>> 24);
  }
  for (; at < to; at++) sum = (sum >>> 8) ^ entry((sum ^ view.getUint8(at)) & 255);
  return sum;
}

function entry(index: number): number {
  return TABLE[index] ?? 0;
}

function makeTable(): Int32Array {
  const table = new Int32Array(STEP * 256);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
    table[byte] = value;
  }
  for (let at = 256; at < table.length; at++) {
    const before = table[at - 256] ?? 0;
    table[at] = (before >>> 8) ^ (table[before & 255] ?? 0);
  }
  return table;
}
