/**
 * Finds `<Event …>`, `</Event>` and `<!` in the text: all that it takes to tell where events start and end. Line ends are
 * counted on the way, and bytes beyond ASCII checked.
 */
import { isBlank, sequenceLength, unitsBetween } from './bytes';
import { MOST_SECTIONS, MOST_TAGS, SECTIONS, SECTION_SIZE, TAGS, TAG_SIZE, TEXT } from './memory';

const TAG_START: u8 = 0x3c;
const TAG_END: u8 = 0x3e;
const SLASH: u8 = 0x2f;
const EXCLAMATION: u8 = 0x21;
const CR: u8 = 0x0d;
const LF: u8 = 0x0a;

let tagCount: usize = 0;
let sectionCount: usize = 0;
/** The text: from {@link TEXT} to here. */
export let textEnd: usize = TEXT;
/** The tag that {@link tagAt} was asked for last. */
let passed: usize = 0;
/** So far: lines that have ended, and where the line starts that has not. */
let lineCount: i32 = 0;
let lineStart: usize = TEXT;
/** Whether there are bytes beyond ASCII, up to where they were looked at, and the first one that is no UTF-8. */
let hasWide: bool = false;
let checkedTo: usize = TEXT;
let soundTo: usize = TEXT;

export function countOfSections(): i32 {
  return <i32>sectionCount;
}

/** Whether there are bytes beyond ASCII, so that units are fewer than bytes. */
export function isWide(): bool {
  return hasWide;
}

/** Where the first byte stands that is no UTF-8, or the first one of a character that the end of the text cuts off. */
export function soundEnd(): usize {
  return soundTo;
}

/**
 * Searches the text, of which there are so many bytes. Returns the number of tags; -1 when there are more tags or sections
 * than there is room for.
 *
 * The name in the tag of an event has an E and, five bytes on, what ends it; that is seldom so elsewhere.
 */
export function findTags(length: i32): i32 {
  start(length);
  for (let at = TEXT; at < textEnd; at += 64) {
    if (isPlain(at)) continue;
    const lines = lineEndsAt(at);
    for (let found = candidatesAt(at); found !== 0; found &= found - 1) {
      look(at, ctz(found), lines);
      if (tagCount === MOST_TAGS || sectionCount === MOST_SECTIONS) return -1;
    }
    if (lines !== 0) {
      lineCount += <i32>popcnt(lines);
      lineStart = at + <usize>(64 - clz(lines));
    }
    check(at);
  }
  countUnits(TAGS, TAG_SIZE, tagCount);
  countUnits(SECTIONS, SECTION_SIZE, sectionCount);
  return <i32>tagCount;
}

function start(length: i32): void {
  tagCount = 0;
  sectionCount = 0;
  passed = 0;
  textEnd = TEXT + length;
  lineCount = 0;
  lineStart = TEXT;
  hasWide = false;
  checkedTo = TEXT;
  soundTo = textEnd;
  // What is left of longer texts must not look like a part of this one.
  memory.fill(textEnd, 0, 128);
}

/** Whether nothing that is looked for starts in the 64 bytes. Mostly that is so. */
function isPlain(at: usize): bool {
  const first = v128.or(markedAt(at), markedAt(at + 16));
  return !v128.any_true(v128.or(first, v128.or(markedAt(at + 32), markedAt(at + 48))));
}

/** Marks what may be the E of an event's tag or the exclamation mark of a section, line ends, and what is not ASCII. */
function markedAt(at: usize): v128 {
  const bytes = v128.load(at);
  const name = namesAt(bytes, at);
  // As numbers with a sign, bytes beyond ASCII are less than zero.
  return v128.or(name, v128.or(i8x16.eq(bytes, i8x16.splat(EXCLAMATION)), i8x16.lt_s(bytes, i8x16.splat(CR + 1))));
}

/** One comparison is enough, as {@link look} looks closer. */
function namesAt(bytes: v128, at: usize): v128 {
  return v128.and(i8x16.eq(bytes, i8x16.splat(0x45)), i8x16.lt_s(v128.load(at, 5), i8x16.splat(TAG_END + 1)));
}

/** A bit for each of 64 bytes that may be the E of an event's tag, or the exclamation mark of a section. */
function candidatesAt(at: usize): u64 {
  return candidates(at) | (candidates(at + 16) << 16) | (candidates(at + 32) << 32) | (candidates(at + 48) << 48);
}

function candidates(at: usize): u64 {
  const bytes = v128.load(at);
  return bitsOf(v128.or(namesAt(bytes, at), i8x16.eq(bytes, i8x16.splat(EXCLAMATION))));
}

function bitsOf(marked: v128): u64 {
  return <u64>i8x16.bitmask(marked);
}

function equalAt(at: usize, byte: u8): u64 {
  const wanted = i8x16.splat(<i8>byte);
  return (
    bitsOf(i8x16.eq(v128.load(at), wanted)) |
    (bitsOf(i8x16.eq(v128.load(at, 16), wanted)) << 16) |
    (bitsOf(i8x16.eq(v128.load(at, 32), wanted)) << 32) |
    (bitsOf(i8x16.eq(v128.load(at, 48), wanted)) << 48)
  );
}

/** A bit for each of 64 bytes that ends a line: LF, and CR that no LF follows. */
function lineEndsAt(at: usize): u64 {
  const feeds = equalAt(at, LF);
  const returns = equalAt(at, CR);
  if (returns === 0) return feeds;
  const next: u64 = load<u8>(at, 64) === LF ? 1 : 0;
  return feeds | (returns & ~((feeds >> 1) | (next << 63)));
}

/** Takes the tag or section whose name or exclamation mark is so many bytes behind `from`, if it is one. */
function look(from: usize, behind: u64, lines: u64): void {
  const at = from + <usize>behind;
  const before = load<u8>(at - 1);
  if (load<u8>(at) === EXCLAMATION) {
    if (at < textEnd && before === TAG_START)
      store<i32>(SECTIONS + sectionCount++ * SECTION_SIZE, <i32>(at - 1 - TEXT));
    return;
  }
  // "Even" and "t".
  if (at + 5 >= textEnd || load<u32>(at) !== 0x6e657645 || load<u8>(at, 4) !== 0x74) return;
  const after = load<u8>(at, 5);
  const isEnd = before === SLASH;
  const isStart = before === TAG_START;
  if (isEnd ? after !== TAG_END || load<u8>(at - 2) !== TAG_START : !isStart || (after !== TAG_END && !isBlank(after)))
    return;
  const tag = TAGS + tagCount++ * TAG_SIZE;
  const linesBefore = lines & (((<u64>1) << behind) - 1);
  const start = linesBefore === 0 ? lineStart : from + <usize>(64 - clz(linesBefore));
  store<i32>(tag, <i32>(isEnd ? at - 2 - TEXT : at - 1 - TEXT));
  store<i32>(tag, isEnd ? 1 : 0, 8);
  store<i32>(tag, lineCount + <i32>popcnt(linesBefore), 12);
  store<i32>(tag, <i32>(start - TEXT), 16);
}

/** Checks the characters beyond ASCII that start in the 64 bytes. */
function check(at: usize): void {
  let wide = wideAt(at);
  if (wide === 0) return;
  hasWide = true;
  for (; wide !== 0; wide &= wide - 1) {
    const from = at + <usize>ctz(wide);
    if (from < checkedTo) continue;
    const length = sequenceLength(from, textEnd);
    if (length === 0) soundTo = min(soundTo, from);
    checkedTo = from + max(length, 1);
  }
}

function wideAt(at: usize): u64 {
  return (
    bitsOf(v128.load(at)) |
    (bitsOf(v128.load(at, 16)) << 16) |
    (bitsOf(v128.load(at, 32)) << 32) |
    (bitsOf(v128.load(at, 48)) << 48)
  );
}

/** Writes behind the number of bytes at which each entry starts that of units. */
function countUnits(entries: usize, size: usize, count: usize): void {
  let bytes: i32 = 0;
  let units: i32 = 0;
  for (let index: usize = 0; index < count; index++) {
    const entry = entries + index * size;
    const start = load<i32>(entry);
    units += hasWide ? unitsBetween(TEXT + bytes, TEXT + start) : start - bytes;
    bytes = start;
    store<i32>(entry, units, 4);
  }
}

/** The start tag at a unit, which is not before the one asked for last: address of its entry; 0 when there is none. */
export function tagAt(unit: i32): usize {
  while (passed < tagCount && load<i32>(TAGS + passed * TAG_SIZE, 4) < unit) passed++;
  const tag = TAGS + passed * TAG_SIZE;
  return passed < tagCount && load<i32>(tag, 4) === unit ? tag : 0;
}

/** Address behind the entry of the last tag. */
export function tagsEnd(): usize {
  return TAGS + tagCount * TAG_SIZE;
}

/** Address of the text at which the first `<!` stands; where the text ends for none. */
export function firstSection(): usize {
  return sectionCount > 0 ? TEXT + load<i32>(SECTIONS) : textEnd;
}

/** Address of the text at which the tag after this one starts, else where the text ends. */
export function nextTag(tag: usize): usize {
  const next = tag + TAG_SIZE;
  return next < tagsEnd() ? TEXT + load<i32>(next) : textEnd;
}
