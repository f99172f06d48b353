/** Passes over entries of the form `log` that need only be counted, and stops at every other one. */
import { findByte, isBlank, isDigit, pairAt } from '../bytes';
import { THREAD_LENGTH, addKind, count, kindAt, lengthOf } from './kinds';
import { TEXT } from './memory';
import { addressOf, openPlaces, unitOf } from './places';

/** `<![LOG[`, as the first seven of eight bytes. */
const START: u64 = 0x5b474f4c5b213c;
const START_MASK: u64 = 0x00ffffffffffffff;
const START_LENGTH: usize = 7;

/** `]LOG]!><` */
const MESSAGE_END: u64 = 0x3c3e215d474f4c5d;
const MESSAGE_END_LENGTH: usize = 8;

/** `time="` */
const TIME: u32 = 0x656d6974;
const TIME_END: u16 = 0x223d;
const TIME_LENGTH: usize = 6;

/** `11:45:37.549`; more digits may follow. */
const TIME_OF_DAY_LENGTH: usize = 12;
const COLON: u8 = 0x3a;
const POINT: u8 = 0x2e;

/** `" file="` */
const FILE: u64 = 0x223d656c69662022;
const FILE_LENGTH: usize = 8;

const TAG_START: u8 = 0x3c;
const TAG_END: u8 = 0x3e;
const BRACKET: u8 = 0x5d;
const QUOTE: u8 = 0x22;
const LF: u8 = 0x0a;
const CR: u8 = 0x0d;

/** Behind the text. */
let end: usize = TEXT;

/** Takes a text of so many bytes. */
export function openText(length: i32): void {
  end = TEXT + length;
  v128.store(end, i8x16.splat(0));
  openPlaces(end);
}

/** Passes over the entries from a unit on, and tells behind which of them it has stopped. */
export function passEntries(from: i32): i32 {
  let done = addressOf(from);
  for (let next = entryEnd(done); next !== 0; next = entryEnd(done)) done = next;
  return unitOf(done);
}

/** Counts the kind of the entry from now on whose attributes start at that unit; as {@link addKind}. */
export function countFrom(attributes: i32, length: i32, startOfDay: f64): i32 {
  return addKind(behindTime(addressOf(attributes)), length, startOfDay);
}

/** Counts the entry that comes next, and tells where it ends; 0 when it is not one that is only counted. */
function entryEnd(from: usize): usize {
  let start = from;
  while (isBlank(load<u8>(start))) start++;
  if (!isStart(start)) return 0;
  const messageEnd = endOfMessage(start + START_LENGTH);
  return messageEnd === 0 ? 0 : endOfAttributes(messageEnd + MESSAGE_END_LENGTH);
}

function isStart(at: usize): bool {
  return (load<u64>(at) & START_MASK) === START;
}

/** Where the message ends; 0 when it does not, or another entry starts at the start of a line before. */
function endOfMessage(from: usize): usize {
  for (let at = from; at < end; at += 16) {
    const bytes = v128.load(at);
    const brackets = i8x16.eq(bytes, i8x16.splat(BRACKET));
    let found = i8x16.bitmask(v128.or(brackets, i8x16.eq(bytes, i8x16.splat(TAG_START))));
    for (; found !== 0; found &= found - 1) {
      const place = at + ctz(found);
      if (load<u64>(place) === MESSAGE_END) return place;
      if (isStart(place) && isLineEnd(load<u8>(place - 1))) return 0;
    }
  }
  return 0;
}

function isLineEnd(byte: u8): bool {
  return byte === LF || byte === CR;
}

/** Counts the entry whose attributes start there, and tells where they end; 0 when its kind is not counted. */
function endOfAttributes(from: usize): usize {
  const timeOfDay = timeOfDayAt(from);
  if (timeOfDay < 0) return 0;
  const common = behindTime(from);
  const kind = kindAt(common);
  if (kind === 0 || lengthOf(kind) === 0) return 0;
  const thread = behindDigits(common + lengthOf(kind) + THREAD_LENGTH);
  if (load<u64>(thread) !== FILE) return 0;
  const file = thread + FILE_LENGTH;
  const fileEnd = findByte(QUOTE, file, end);
  if (
    load<u8>(fileEnd, 1) !== TAG_END ||
    findByte(LF, file, fileEnd) < fileEnd ||
    findByte(CR, file, fileEnd) < fileEnd
  )
    return 0;
  count(kind, timeOfDay);
  return fileEnd + 2;
}

/** Milliseconds from midnight of the time of attributes that start there; -1 when they do not start with one. */
function timeOfDayAt(from: usize): i32 {
  const at = from + TIME_LENGTH;
  const isMarked =
    load<u32>(from) === TIME &&
    load<u16>(from, 4) === TIME_END &&
    load<u8>(at, 2) === COLON &&
    load<u8>(at, 5) === COLON &&
    load<u8>(at, 8) === POINT;
  const hour = pairAt(at);
  const minute = pairAt(at + 3);
  const second = pairAt(at + 6);
  const hundredths = pairAt(at + 9);
  const last = load<u8>(at, 11);
  if (!isMarked || hour > 23 || minute > 59 || second > 59 || hundredths > 99 || !isDigit(last)) return -1;
  return ((hour * 60 + minute) * 60 + second) * 1000 + hundredths * 10 + (last - 0x30);
}

/** Behind the time of day of attributes that start there, all its digits included. */
function behindTime(from: usize): usize {
  return behindDigits(from + TIME_LENGTH + TIME_OF_DAY_LENGTH);
}

function behindDigits(from: usize): usize {
  let at = from;
  while (isDigit(load<u8>(at))) at++;
  return at;
}
