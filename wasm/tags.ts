/** Finds `<Event …>`, `</Event>` and `<!` in the text: all that it takes to tell where events start and end. */
import { isBlank, unitsBetween } from './bytes';
import { MOST_SECTIONS, MOST_TAGS, SECTIONS, SECTION_SIZE, TAGS, TAG_SIZE, TEXT } from './memory';

const TAG_START: u8 = 0x3c;
const TAG_END: u8 = 0x3e;
const SLASH: u8 = 0x2f;
const EXCLAMATION: u8 = 0x21;

let tagCount: usize = 0;
let sectionCount: usize = 0;
/** The text: from {@link TEXT} to here. */
export let textEnd: usize = TEXT;
/** The tag that {@link placeOf} was asked for last. */
let passed: usize = 0;

export function countOfSections(): i32 {
  return <i32>sectionCount;
}

/**
 * Searches the text, of which there are so many bytes and so many units. Returns the number of tags; -1 when there are more
 * tags or sections than there is room for.
 *
 * The name in the tag of an event has an E and, five bytes on, what ends it; that is seldom so elsewhere.
 */
export function findTags(length: i32, units: i32): i32 {
  tagCount = 0;
  sectionCount = 0;
  passed = 0;
  textEnd = TEXT + length;
  // What is left of longer texts must not look like a part of this one.
  memory.fill(textEnd, 0, 128);
  for (let at = TEXT; at < textEnd; at += 64) {
    for (let found = candidatesAt(at); found !== 0; found &= found - 1) {
      look(at + <usize>ctz(found));
      if (tagCount === MOST_TAGS || sectionCount === MOST_SECTIONS) return -1;
    }
  }
  countUnits(TAGS, TAG_SIZE, tagCount, units !== length);
  countUnits(SECTIONS, SECTION_SIZE, sectionCount, units !== length);
  return <i32>tagCount;
}

/** A bit for each of 64 bytes that may be the E of an event's tag, or the exclamation mark of a section. Mostly there is none. */
function candidatesAt(at: usize): u64 {
  const first = markedAt(at);
  const second = markedAt(at + 16);
  const third = markedAt(at + 32);
  const fourth = markedAt(at + 48);
  if (!v128.any_true(v128.or(v128.or(first, second), v128.or(third, fourth)))) return 0;
  return bitsOf(first) | (bitsOf(second) << 16) | (bitsOf(third) << 32) | (bitsOf(fourth) << 48);
}

function markedAt(at: usize): v128 {
  const bytes = v128.load(at);
  const isName = v128.and(i8x16.eq(bytes, i8x16.splat(0x45)), i8x16.le_u(v128.load(at, 5), i8x16.splat(TAG_END)));
  return v128.or(isName, i8x16.eq(bytes, i8x16.splat(EXCLAMATION)));
}

function bitsOf(marked: v128): u64 {
  return <u64>i8x16.bitmask(marked);
}

/** Takes the tag or section whose name or exclamation mark is at `at`, if it is one. */
function look(at: usize): void {
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
  store<i32>(tag, <i32>(isEnd ? at - 2 - TEXT : at - 1 - TEXT));
  store<i32>(tag, isEnd ? 1 : 0, 8);
}

/** Writes behind the number of bytes at which each entry starts that of units. */
function countUnits(entries: usize, size: usize, count: usize, isWide: bool): void {
  let bytes: i32 = 0;
  let units: i32 = 0;
  for (let index: usize = 0; index < count; index++) {
    const entry = entries + index * size;
    const start = load<i32>(entry);
    units += isWide ? unitsBetween(TEXT + bytes, TEXT + start) : start - bytes;
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

/** Address of the text at which the tag after this one starts, else where the text ends. */
export function nextTag(tag: usize): usize {
  const next = tag + TAG_SIZE;
  return next < TAGS + tagCount * TAG_SIZE ? TEXT + load<i32>(next) : textEnd;
}
