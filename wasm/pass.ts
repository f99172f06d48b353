/**
 * Passes over events that need only be counted: whole ones, in no comment or CDATA section, that look like those of a kind that
 * is counted. It stops at every other one.
 */
import { findByte, isBlank, isDigit, unitsBetween } from './bytes';
import { KNOWN, NEW_COMPUTER, UNKNOWN, forgetComputers, readHead, readHeadOf } from './heads';
import { STOP, TAGS, TAG_SIZE, TEXT } from './memory';
import { addKindOfHead, clearTally, countHead } from './tally';
import { findTags, firstSection, soundEnd, tagsEnd } from './tags';

/** `</Event>` */
const END_LENGTH: i32 = 8;

const TAG_START: u8 = 0x3c;
const TAG_END: u8 = 0x3e;
const COLON: u8 = 0x3a;

/** Of the number of a record. */
const MOST_DIGITS: usize = 20;

/** What {@link passEvents} returns: there are no more whole events, there is one to be looked at, or the text has to be searched. */
const AT_END: i32 = 0;
const AT_EVENT: i32 = 1;
const AT_OTHER: i32 = 2;
const NONE: i32 = -1;

/** The tag that comes next, and the end tag of the last event that is done with; 0 for none. */
let next: usize = TAGS;
let done: usize = 0;
/** Whether events of all computers are passed over. */
let takesComputers: bool = false;

/** Takes a text of so many bytes; as {@link findTags}. */
export function openText(length: i32): i32 {
  next = TAGS;
  done = 0;
  return findTags(length);
}

/** Passes over events up to the first one that is not only counted, and says where that is; see {@link tell}. */
export function passEvents(): i32 {
  const before = done;
  let reason = reasonToStop();
  while (reason === NONE) {
    done = next + TAG_SIZE;
    next = done + TAG_SIZE;
    reason = reasonToStop();
  }
  return stop(reason, before);
}

/** Counts the next event, if that is all. */
function reasonToStop(): i32 {
  const last = tagsEnd();
  while (next < last && isEnd(next)) next += TAG_SIZE;
  const end = next + TAG_SIZE;
  if (end >= last) return AT_END;
  const isWhole = isEnd(end) && TEXT + load<i32>(end) + END_LENGTH <= soundEnd();
  if (!isWhole || firstSection() < TEXT + load<i32>(end) || !isMarkup(doneTo(), TEXT + load<i32>(next)))
    return AT_OTHER;
  return isKnown(readHeadOf(next)) && countHead() ? NONE : AT_EVENT;
}

/** Where the last event ends that is done with. */
function doneTo(): usize {
  return done === 0 ? TEXT : TEXT + load<i32>(done) + END_LENGTH;
}

/** Whether nothing stands there but blanks, tags, and the lines `Record 12` that evtx_dump writes above each event. */
function isMarkup(from: usize, to: usize): bool {
  for (let at = from; at < to;) {
    const byte = load<u8>(at);
    let end: usize = at;
    if (isBlank(byte)) end = at + 1;
    else if (byte === TAG_START) end = findByte(TAG_END, at, to) + 1;
    else if (isDigit(byte)) end = numberEnd(at);
    else if (isRecord(at)) end = recordEnd(at);
    if (end === at || end > to) return false;
    at = end;
  }
  return true;
}

/** `Record` or `Record:`, and a blank. */
function isRecord(at: usize): bool {
  if (load<u32>(at) !== 0x6f636552 || load<u16>(at, 4) !== 0x6472) return false;
  return isBlank(load<u8>(recordEnd(at)));
}

/** Behind a `Record` or `Record:` that stands there. */
function recordEnd(at: usize): usize {
  return at + (load<u8>(at, 6) === COLON ? 7 : 6);
}

/** Where the digits end that stand there; where they start, unless they are a number of their own. */
function numberEnd(from: usize): usize {
  let at = from;
  while (at < from + MOST_DIGITS && isDigit(load<u8>(at))) at++;
  const after = load<u8>(at);
  return isBlank(after) || after === TAG_START ? at : from;
}

function isEnd(tag: usize): bool {
  return load<i32>(tag, 8) === 1;
}

function isKnown(answer: i32): bool {
  return answer === KNOWN || (takesComputers && answer === NEW_COMPUTER);
}

/** An event that is to be looked at counts as passed over afterwards. */
function stop(reason: i32, before: usize): i32 {
  if (reason !== AT_EVENT) {
    tell(before, done, END_LENGTH);
    return reason;
  }
  tell(before, next, 0);
  store<i32>(STOP, load<i32>(next, 4), 16);
  done = next + TAG_SIZE;
  store<i32>(STOP, load<i32>(done) + END_LENGTH, 20);
  next = done + TAG_SIZE;
  return reason;
}

/**
 * Tells of the stretch from the end of one event to a place that is so many units behind the start of a tag: the byte where it ends,
 * its units, how many lines end in it, and, if one does, the units from where the last line starts to its end. Of an event to be looked
 * at, the unit where it starts and the byte where it ends come behind.
 */
function tell(before: usize, tag: usize, behind: i32): void {
  const byte = tag === 0 ? 0 : load<i32>(tag) + behind;
  const unit = tag === 0 ? 0 : load<i32>(tag, 4) + behind;
  const unitBefore = before === 0 ? 0 : load<i32>(before, 4) + END_LENGTH;
  const lines = tag === 0 ? 0 : load<i32>(tag, 12);
  const linesBefore = before === 0 ? 0 : load<i32>(before, 12);
  store<i32>(STOP, byte);
  store<i32>(STOP, unit - unitBefore, 4);
  store<i32>(STOP, lines - linesBefore, 8);
  store<i32>(STOP, lines === linesBefore ? 0 : unitsBetween(TEXT + load<i32>(tag, 16), TEXT + byte), 12);
}

/**
 * From now on events like the one at a unit, at which {@link passEvents} has stopped, are only counted. Returns the index of their kind;
 * -1 when they can not be, -2 when no place is left for them.
 */
export function countFrom(unit: i32): i32 {
  if (readHead(unit) === UNKNOWN) return -1;
  const kind = addKindOfHead();
  return kind < 0 ? -2 : kind;
}

/** From now on it makes no difference of which computer an event is. */
export function takeAllComputers(): void {
  takesComputers = true;
}

/** Forgets what is counted and which computers are known: another file is read. */
export function startFile(): void {
  takesComputers = false;
  forgetComputers();
  clearTally();
}
