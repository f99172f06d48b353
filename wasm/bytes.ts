/** Comparing and searching bytes, sixteen at a time. What is read beyond an end is not looked at. */

/** Whether the same bytes stand at both places. */
export function isSame(a: usize, b: usize, length: i32): bool {
  let at: i32 = 0;
  for (; at + 16 <= length; at += 16) {
    if (v128.any_true(v128.xor(v128.load(a + at), v128.load(b + at)))) return false;
  }
  if (at === length) return true;
  const differ = i8x16.bitmask(i8x16.ne(v128.load(a + at), v128.load(b + at)));
  return (differ & ((1 << (length - at)) - 1)) === 0;
}

/** Where the byte is found first; `to` when it is not there. */
export function findByte(byte: u8, from: usize, to: usize): usize {
  const wanted = i8x16.splat(<i8>byte);
  for (let at = from; at < to; at += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(at), wanted));
    if (found !== 0) return min(at + ctz(found), to);
  }
  return to;
}

export function isAscii(from: usize, to: usize): bool {
  for (let at = from; at < to; at += 16) {
    const wide = i8x16.bitmask(v128.load(at));
    if (wide !== 0) return at + ctz(wide) >= to;
  }
  return true;
}

/** UTF-16 units of the UTF-8 between two places that split no character. */
export function unitsBetween(from: usize, to: usize): i32 {
  let units: i32 = 0;
  for (let at = from; at < to; at += 16) {
    const bytes = v128.load(at);
    const left = to - at;
    const mask: i32 = left >= 16 ? 0xffff : (1 << (<i32>left)) - 1;
    // Bytes that start no character are 0x80 to 0xbf; of those from 0xf0 on each starts a pair.
    const starts = i8x16.bitmask(i8x16.gt_s(bytes, i8x16.splat(-65)));
    const pairs = i8x16.bitmask(i8x16.ge_u(bytes, i8x16.splat(<i8>0xf0)));
    units += popcnt(starts & mask) + popcnt(pairs & mask);
  }
  return units;
}

export function isBlank(byte: u8): bool {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

export function isDigit(byte: u8): bool {
  return byte >= 0x30 && byte <= 0x39;
}

/** More than any part of a time, also where it is but the last two digits of a year. */
const NO_NUMBER: i32 = 10_000;

/** Two digits as a number; {@link NO_NUMBER} when they are none. */
export function pairAt(at: usize): i32 {
  const tens = load<u8>(at);
  const ones = load<u8>(at, 1);
  return isDigit(tens) && isDigit(ones) ? (tens - 0x30) * 10 + (ones - 0x30) : NO_NUMBER;
}

/** Bytes of the UTF-8 sequence that starts at `at` with one beyond ASCII; 0 when it is none, or goes on beyond `to`. */
export function sequenceLength(at: usize, to: usize): usize {
  const lead = load<u8>(at);
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length: usize = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (at + length > to) return 0;
  const second = load<u8>(at, 1);
  const least: u8 = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most: u8 = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let next = at + 2; next < at + length; next++) if ((load<u8>(next) & 0xc0) !== 0x80) return 0;
  return length;
}
