/**
 * Reads the head of an event that looks like that of an event before. Nothing is guessed: what stands before and between the
 * values is compared, byte by byte, with what stood there when the values were searched for, and the outcome of that search
 * depends on nothing else. Whatever differs, or is not ASCII, has to be searched for.
 */
import { findByte, isAscii, isDigit, isSame } from './bytes';
import { HEAD, LEARNED, TEXT } from './memory';
import { nextTag, tagAt } from './tags';
import { millisecondsAt, timeEnd } from './times';

const TAG_START: u8 = 0x3c;
/** `<Computer>` */
const COMPUTER_LENGTH: usize = 10;

/** Bytes of a name that is learned, and of a stretch between values. */
const LONGEST_NAME: i32 = 255;
const LONGEST_STRETCH: i32 = 496;

/** Stretches and names have room for their length, which is zero for none, and sixteen bytes of it are read at a time. */
const NAME_SIZE: usize = 0x110;
const STRETCH_SIZE: usize = 0x200;

/** Providers, kinds (a provider and an event id) and computers that are known at a time. */
const SLOTS: usize = 0x100;

/** What stands between the start of an event and the name of its provider; ends with a quote. */
const LEAD: usize = LEARNED;
/** Of a provider: its name, and what stands between it and the event id. */
const PROVIDERS: usize = LEAD + STRETCH_SIZE;
const PROVIDER_SIZE: usize = NAME_SIZE + STRETCH_SIZE;
/** Of a kind: what stands between the event id and the level, and between the level and the time. */
const KINDS: usize = PROVIDERS + SLOTS * PROVIDER_SIZE;
const KIND_SIZE: usize = STRETCH_SIZE * 2;
const COMPUTERS: usize = KINDS + SLOTS * KIND_SIZE;
/** A number for each provider in its slot that no other had before; 0 as long as there is none. */
const SERIALS: usize = COMPUTERS + SLOTS * NAME_SIZE;

let lastSerial: i32 = 0;

/** What {@link readHead} returns. */
export const UNKNOWN: i32 = 0;
export const KNOWN: i32 = 1;
export const NEW_COMPUTER: i32 = 2;

/** A stretch or name from its address: its length, then its bytes. */
function matches(kept: usize, at: usize, to: usize): bool {
  const length = load<i32>(kept);
  return length > 0 && at + length < to && isSame(kept + 4, at, length);
}

function isName(kept: usize, from: usize, to: usize): bool {
  const length = <i32>(to - from);
  return load<i32>(kept) === length && isSame(kept + 4, from, length);
}

function keep(kept: usize, from: usize, to: usize): void {
  store<i32>(kept, <i32>(to - from));
  memory.copy(kept + 4, from, to - from);
}

/** A few bytes tell names apart well enough; the name itself is compared. */
function slotOf(from: usize, to: usize): usize {
  const length = to - from;
  const third = length / 3;
  const near = <usize>load<u8>(from + third) * 7 + <usize>load<u8>(to - third - 1) * 31;
  return (near + <usize>load<u8>(to - 1) * 131 + length) & (SLOTS - 1);
}

function kindOf(provider: usize, id: i32): usize {
  return KINDS + ((provider * 31 + id) & (SLOTS - 1)) * KIND_SIZE;
}

/** Behind the digits of a number at `from`, of which no number that counts has more than ten. */
function digitsEnd(from: usize, to: usize): usize {
  const last = min(from + 10, to);
  let at = from;
  while (at < last && isDigit(load<u8>(at))) at++;
  return at;
}

/** Low word of the number, as the high word holds the qualifiers. */
function eventIdOf(from: usize, to: usize): i32 {
  let value: u64 = 0;
  for (let at = from; at < to; at++) value = value * 10 + (load<u8>(at) - 0x30);
  return <i32>(value & 0xffff);
}

/**
 * Reads the head of the event whose start tag is at a unit; the units that are asked for do not go back. Returns 0 when it is
 * not known, 1 when it is, 2 when its computer is new: the name stands where {@link computerFrom} and {@link computerTo} say.
 */
export function readHead(unit: i32): i32 {
  const tag = tagAt(unit);
  return tag === 0 ? UNKNOWN : readHeadOf(tag);
}

/** The same for the event whose start tag has this entry. */
export function readHeadOf(tag: usize): i32 {
  const to = nextTag(tag);
  const start = TEXT + load<i32>(tag);
  if (!matches(LEAD, start, to)) return 0;
  const nameFrom = start + load<i32>(LEAD);
  const quote = load<u8>(nameFrom - 1);
  const nameTo = findByte(quote, nameFrom, min(nameFrom + LONGEST_NAME + 1, to));
  if (nameTo === nameFrom || nameTo === to) return 0;
  const provider = slotOf(nameFrom, nameTo);
  const known = PROVIDERS + provider * PROVIDER_SIZE;
  if (!isName(known, nameFrom, nameTo) || !matches(known + NAME_SIZE, nameTo, to)) return 0;
  store<i32>(HEAD, <i32>provider);
  return readId(provider, nameTo + load<i32>(known + NAME_SIZE), to);
}

function readId(provider: usize, from: usize, to: usize): i32 {
  const end = digitsEnd(from, to);
  if (end === from) return 0;
  const id = eventIdOf(from, end);
  store<i32>(HEAD, id, 4);
  const kind = kindOf(provider, id);
  if (!matches(kind, end, to)) return 0;
  const level = end + load<i32>(kind);
  if (!isDigit(load<u8>(level)) || !matches(kind + STRETCH_SIZE, level + 1, to)) return 0;
  store<i32>(HEAD, load<u8>(level) - 0x30, 8);
  return readTime(level + 1 + load<i32>(kind + STRETCH_SIZE), to);
}

function readTime(from: usize, to: usize): i32 {
  const milliseconds = millisecondsAt(from, to);
  const end = timeEnd(from, to);
  if (isNaN(milliseconds) || end === 0 || load<u8>(end) !== load<u8>(from - 1)) return 0;
  store<f64>(HEAD, milliseconds, 16);
  return readComputer(end, to);
}

/** What is between time and computer differs from event to event, so it is searched. */
function readComputer(timeTo: usize, to: usize): i32 {
  const tag = computerOrEnd(timeTo, to);
  if (tag >= to || isSystemEnd(tag)) return 0;
  const from = tag + COMPUTER_LENGTH;
  if (from >= to || load<u16>(tag, 8) !== 0x3e72) return 0;
  const end = findByte(TAG_START, from, to);
  // A name with blanks around it, and one that the end of the System part cuts off, are left to the search.
  const isPlain = end > from && end < to && load<u8>(from) > 32 && load<u8>(end - 1) > 32;
  return isPlain && !isSystemEnd(end) ? lookUpComputer(from, end) : 0;
}

/** Where `<Compute` or `</System` stands first; `to` or a place behind it when neither does. */
function computerOrEnd(from: usize, to: usize): usize {
  for (let at = from; at < to; at += 16) {
    const second = v128.load(at, 1);
    const ends = v128.and(i8x16.eq(second, i8x16.splat(0x2f)), i8x16.eq(v128.load(at, 2), i8x16.splat(0x53)));
    const names = v128.or(i8x16.eq(second, i8x16.splat(0x43)), ends);
    const tags = v128.and(i8x16.eq(v128.load(at), i8x16.splat(TAG_START)), names);
    for (let found = i8x16.bitmask(tags); found !== 0; found &= found - 1) {
      const tag = at + <usize>ctz(found);
      if (startsComputerTag(tag) || isSystemEnd(tag)) return tag;
    }
  }
  return to;
}

function lookUpComputer(from: usize, to: usize): i32 {
  if (<i32>(to - from) > LONGEST_NAME || !isAscii(from, to)) return 0;
  const slot = slotOf(from, to);
  const kept = COMPUTERS + slot * NAME_SIZE;
  store<i32>(HEAD, <i32>slot, 12);
  if (isName(kept, from, to)) return KNOWN;
  keep(kept, from, to);
  store<i32>(HEAD, <i32>from, 24);
  store<i32>(HEAD, <i32>to, 28);
  return NEW_COMPUTER;
}

/** Makes every computer a new one. */
export function forgetComputers(): void {
  memory.fill(COMPUTERS, 0, SLOTS * NAME_SIZE);
}

/** Of the provider of the head that was read last. */
export function serialOfHead(): i32 {
  return load<i32>(SERIALS + <usize>load<i32>(HEAD) * 4);
}

/** `<Compute`: what goes on with other than `r>` is left to the search. */
function startsComputerTag(at: usize): bool {
  return load<u64>(at) === 0x657475706d6f433c;
}

/** `</System`, of whatever name: one that goes on is left to the search. */
function isSystemEnd(at: usize): bool {
  return load<u64>(at) === 0x6d65747379532f3c;
}

/**
 * Learns where the values of the event at a unit stand, which {@link readHead} did not know: units from its start. The level
 * has one digit. Returns the slot of the provider, -1 when nothing is learned.
 */
export function learnHead(unit: i32, name: i32, nameLength: i32, id: i32, idLength: i32, level: i32, time: i32): i32 {
  const tag = tagAt(unit);
  if (tag === 0) return -1;
  const start = TEXT + load<i32>(tag);
  const idEnd = start + id + idLength;
  const isInOrder = 0 < name && 0 < nameLength && name + nameLength < id && 0 < idLength && id + idLength < level;
  if (!isInOrder || level + 1 >= time || idLength > 10 || digitsEnd(start + id, idEnd) !== idEnd) return -1;
  const longest = max(max(name, id - name - nameLength), max(level - id - idLength, time - level));
  if (longest > LONGEST_STRETCH || nameLength > LONGEST_NAME) return -1;
  // Only then are units bytes.
  if (!isAscii(start, start + time)) return -1;
  const nameTo = start + name + nameLength;
  const provider = slotOf(start + name, nameTo);
  const known = PROVIDERS + provider * PROVIDER_SIZE;
  keep(LEAD, start, start + name);
  if (!isName(known, start + name, nameTo)) {
    keep(known, start + name, nameTo);
    store<i32>(SERIALS + provider * 4, ++lastSerial);
  }
  keep(known + NAME_SIZE, nameTo, start + id);
  const kind = kindOf(provider, eventIdOf(start + id, idEnd));
  keep(kind, idEnd, start + level);
  keep(kind + STRETCH_SIZE, start + level + 1, start + time);
  return <i32>provider;
}
