/**
 * Turns UTF-16 into UTF-8, sixteen units of ASCII at a time. A surrogate that stands alone is written as if it were a character: that
 * is no UTF-8, so that passing over events stops there, and it can be told what it was.
 */
import { TEXT, WIDE } from './memory';

const UNITS: usize = 16;

let left: usize = 0;

/**
 * Writes what so many bytes of UTF-16 are in UTF-8 behind so many bytes of the text; returns how many bytes that takes, at most three
 * for a unit. Half a unit or half a pair at the end is kept in front of what is to come, see {@link leftOfWide}.
 */
export function narrow(length: i32, behind: i32, isBigEndian: bool): i32 {
  const end = WIDE + (length & ~1);
  const start = TEXT + behind;
  let to = start;
  let at: usize = WIDE;
  let written: usize = 1;
  while (at < end && written > 0) {
    const plain = narrowAscii(at, end, to, isBigEndian);
    to += (plain - at) / 2;
    at = plain;
    for (let stop = min(at + UNITS * 2, end); at < stop && written > 0; at += written === 4 ? 4 : written > 0 ? 2 : 0) {
      written = narrowUnit(at, end, to, isBigEndian);
      to += written;
    }
  }
  left = WIDE + length - at;
  memory.copy(WIDE, at, left);
  return <i32>(to - start);
}

/** Bytes that {@link narrow} has kept. */
export function leftOfWide(): i32 {
  return <i32>left;
}

/** Writes units up to the first sixteen that are not all ASCII; returns where those start. */
function narrowAscii(from: usize, end: usize, target: usize, isBigEndian: bool): usize {
  let at = from;
  for (let to = target; at + UNITS * 2 <= end; at += UNITS * 2) {
    const first = unitsAt(at, isBigEndian);
    const second = unitsAt(at + UNITS, isBigEndian);
    if (v128.any_true(v128.and(v128.or(first, second), i16x8.splat(-0x80)))) break;
    v128.store(to, i8x16.narrow_i16x8_u(first, second));
    to += UNITS;
  }
  return at;
}

function unitsAt(at: usize, isBigEndian: bool): v128 {
  const bytes = v128.load(at);
  if (!isBigEndian) return bytes;
  return i8x16.shuffle(bytes, bytes, 1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14);
}

function unitAt(at: usize, isBigEndian: bool): u32 {
  const unit = load<u16>(at);
  return isBigEndian ? bswap<u16>(unit) : unit;
}

/** Writes the character that starts with a unit. Returns how many bytes it takes; 0 for half a pair at the end. */
function narrowUnit(at: usize, end: usize, to: usize, isBigEndian: bool): usize {
  const unit = unitAt(at, isBigEndian);
  if (unit < 0x80) {
    store<u8>(to, unit);
    return 1;
  }
  if (unit < 0x800) {
    store<u8>(to, 0xc0 | (unit >> 6));
    store<u8>(to, continued(unit), 1);
    return 2;
  }
  if ((unit & 0xfc00) === 0xd800) {
    if (at + 2 >= end) return 0;
    const low = unitAt(at + 2, isBigEndian);
    if ((low & 0xfc00) === 0xdc00) return writePair(to, 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff));
  }
  store<u8>(to, 0xe0 | (unit >> 12));
  store<u8>(to, continued(unit >> 6), 1);
  store<u8>(to, continued(unit), 2);
  return 3;
}

function writePair(to: usize, character: u32): usize {
  store<u8>(to, 0xf0 | (character >> 18));
  store<u8>(to, continued(character >> 12), 1);
  store<u8>(to, continued(character >> 6), 2);
  store<u8>(to, continued(character), 3);
  return 4;
}

function continued(bits: u32): u32 {
  return 0x80 | (bits & 0x3f);
}
