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
 * A tag of an event has `<E` or `/E` and, five bytes on, what ends its name; no other element that Windows writes has both.
 */
export function findTags(length: i32, units: i32): i32 {
  tagCount = 0;
  sectionCount = 0;
  passed = 0;
  textEnd = TEXT + length;
  // What is left of longer texts must not look like a part of this one.
  memory.fill(textEnd, 0, 32);
  for (let at = TEXT; at < textEnd; at += 16) {
    let found = candidatesAt(at);
    for (; found !== 0; found &= found - 1) {
      look(at + ctz(found));
      if (tagCount === MOST_TAGS || sectionCount === MOST_SECTIONS) return -1;
    }
  }
  countUnits(TAGS, TAG_SIZE, tagCount, units !== length);
  countUnits(SECTIONS, SECTION_SIZE, sectionCount, units !== length);
  return <i32>tagCount;
}

/** A bit for each of the sixteen bytes that may start the name of an event's tag, or a section. */
function candidatesAt(at: usize): i32 {
  const first = v128.load(at);
  const second = v128.load(at, 1);
  const isOpen = i8x16.eq(first, i8x16.splat(TAG_START));
  const isTag = v128.or(isOpen, i8x16.eq(first, i8x16.splat(SLASH)));
  const isName = v128.and(i8x16.eq(second, i8x16.splat(0x45)), i8x16.le_u(v128.load(at, 6), i8x16.splat(TAG_END)));
  const isSection = v128.and(isOpen, i8x16.eq(second, i8x16.splat(EXCLAMATION)));
  return i8x16.bitmask(v128.or(v128.and(isTag, isName), isSection));
}

/** Takes the tag or section whose `<` or `/` is at `at`, if it is one. */
function look(at: usize): void {
  const isEnd = load<u8>(at) === SLASH;
  if (load<u8>(at, 1) === EXCLAMATION) {
    if (at + 1 < textEnd) store<i32>(SECTIONS + sectionCount++ * SECTION_SIZE, <i32>(at - TEXT));
    return;
  }
  const after = load<u8>(at, 6);
  // "Even" and "t".
  if (at + 6 >= textEnd || load<u32>(at, 1) !== 0x6e657645 || load<u8>(at, 5) !== 0x74) return;
  if (isEnd ? after !== TAG_END || load<u8>(at - 1) !== TAG_START : after !== TAG_END && !isBlank(after)) return;
  const tag = TAGS + tagCount++ * TAG_SIZE;
  store<i32>(tag, <i32>(isEnd ? at - 1 - TEXT : at - TEXT));
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
