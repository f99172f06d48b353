/**
 * Kinds of entries that are counted, told apart by what stands from behind the time of day to the end of the type:
 * `+300" date="06-03-2019" component="SMSPXE" context="" type="1`. Each kind has the length of that, or 0 where there is none; how
 * many entries there were; the start of its day; the first and the last time; and then those bytes.
 */
import { isAscii, isSame } from '../bytes';
import { KINDS, KIND_SIZE, MOST_KINDS } from './memory';

const COUNT: usize = 4;
const START_OF_DAY: usize = 8;
const FIRST: usize = 16;
const LAST: usize = 24;
const BYTES: usize = 32;

/** Bytes of a kind beyond which it is not counted. */
const LONGEST: i32 = <i32>(KIND_SIZE - BYTES);

/** Where names of components stand mostly, two times eight bytes. */
const NAME: usize = 35;

/** Kinds that share a place stand one behind the other, at most so many of them. */
const MOST_LOOKS: usize = 16;

/** `" thread="` */
const THREAD: u64 = 0x6461657268742022;
const THREAD_END: u16 = 0x223d;
export const THREAD_LENGTH: usize = 10;

/** The kind whose bytes stand there, with `" thread="` behind them; else the free place for it; 0 when there is no place. */
export function kindAt(from: usize): usize {
  const hash = (load<u64>(from, NAME) * 0x9e3779b97f4a7c15) ^ (load<u64>(from, NAME + 8) * 0xc2b2ae3d27d4eb4f);
  for (let look: usize = 0; look < MOST_LOOKS; look++) {
    const kind = KINDS + ((<usize>(hash >> 56) + look) & (MOST_KINDS - 1)) * KIND_SIZE;
    const length = load<i32>(kind);
    if (length === 0 || (isSame(kind + BYTES, from, length) && isThread(from + length))) return kind;
  }
  return 0;
}

export function lengthOf(kind: usize): usize {
  return load<i32>(kind);
}

function isThread(at: usize): bool {
  return load<u64>(at) === THREAD && load<u16>(at, 8) === THREAD_END;
}

/** Counts an entry that is so many milliseconds behind midnight. */
export function count(kind: usize, timeOfDay: i32): void {
  const time = load<f64>(kind, START_OF_DAY) + <f64>timeOfDay;
  store<i32>(kind, load<i32>(kind, COUNT) + 1, COUNT);
  if (time < load<f64>(kind, FIRST)) store<f64>(kind, time, FIRST);
  if (time > load<f64>(kind, LAST)) store<f64>(kind, time, LAST);
}

/**
 * Counts the kind from now on whose bytes stand there. Returns its index; -1 when it is too long or more than ASCII, as then
 * others may have become the same bytes; -2 when no place is left.
 */
export function addKind(from: usize, length: i32, startOfDay: f64): i32 {
  if (length > LONGEST || !isAscii(from, from + length)) return -1;
  const kind = kindAt(from);
  if (kind === 0) return -2;
  const index = <i32>((kind - KINDS) / KIND_SIZE);
  if (lengthOf(kind) !== 0) return index;
  store<i32>(kind, length);
  store<f64>(kind, startOfDay, START_OF_DAY);
  memory.copy(kind + BYTES, from, length);
  clearKind(kind);
  return index;
}

function clearKind(kind: usize): void {
  store<i32>(kind, 0, COUNT);
  store<f64>(kind, Infinity, FIRST);
  store<f64>(kind, -Infinity, LAST);
}

/** Counts anew. */
export function clearCounts(): void {
  for (let kind = KINDS; kind < KINDS + MOST_KINDS * KIND_SIZE; kind += KIND_SIZE) clearKind(kind);
}

export function forgetKinds(): void {
  memory.fill(KINDS, 0, MOST_KINDS * KIND_SIZE);
}
