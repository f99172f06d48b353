/**
 * Shortens a long run of bytes without changing its CRC-32, sixteen bytes at a time and without tables. After the polynomial of
 * CRC-32, x^(128*300) = x^(128*155) + x^(128*117) + x^(128*89) + 1: what stands in a block of sixteen bytes may as well
 * stand 145, 183, 211 and 300 blocks further on. Such sparse multiples of the polynomial are what "Chorba" (Russell, 2024) rests
 * on; this one was searched for, and is the shortest of five terms.
 */

const BLOCK: usize = 16;
/** How many bytes further on a block may stand. */
const NEAR: usize = 145 * BLOCK;
const THIRD: usize = 183 * BLOCK;
const SECOND: usize = 211 * BLOCK;
const FAR: usize = 300 * BLOCK;

/** Zeros stand in front of the bytes, as many as are looked back upon. */
const BYTES: usize = 0x2000;
const LONGEST: i32 = 0x10000;

export function bytesAt(): usize {
  return BYTES;
}

export function longest(): i32 {
  return LONGEST;
}

/**
 * Moves what the bytes are worth to their end, and gives how many at their start count no more: they are left with other content
 * and would be zeros. 0 when there are too few to gain anything.
 */
export function fold(length: i32): i32 {
  const blocks = (<usize>length - FAR) / BLOCK;
  if (<usize>length < 2 * FAR) return 0;
  const end = BYTES + blocks * BLOCK;
  for (let at = BYTES; at < end; at += BLOCK) v128.store(at, v128.xor(v128.load(at), carried(at)));
  carry(end, NEAR);
  carry(end, THIRD);
  carry(end, SECOND);
  carry(end, FAR);
  return <i32>(blocks * BLOCK);
}

/** What the blocks before bring to this one. */
function carried(at: usize): v128 {
  const near = v128.xor(v128.load(at - NEAR), v128.load(at - THIRD));
  return v128.xor(near, v128.xor(v128.load(at - SECOND), v128.load(at - FAR)));
}

/** Brings to what is left what the blocks before `end` bring to it at this distance. */
function carry(end: usize, distance: usize): void {
  for (let at = end; at < end + distance; at += BLOCK) {
    v128.store(at, v128.xor(v128.load(at), v128.load(at - distance)));
  }
}
