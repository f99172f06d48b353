/**
 * Where what is in the memory of the module. `src/core/formats/eventXmlModule.ts` and what uses it put the text in and take
 * the results out, and are told the places by the functions below. Zeros stand in front of the text and behind all that is
 * read.
 */

/** Bytes of text at most. */
export const LONGEST_TEXT: i32 = 0x80000;
export const TEXT: usize = 0x10000;

/**
 * Tags of events, five numbers each: the bytes and the units at which they start, whether they are end tags, how many lines end
 * before them, and the byte at which their line starts if one does.
 */
export const TAGS: usize = TEXT + 0x90000;
export const TAG_SIZE: usize = 20;
export const MOST_TAGS: usize = 0x2000;

/** Bytes and units at which `<!` stands, two numbers each. */
export const SECTIONS: usize = TAGS + 0x28000;
export const SECTION_SIZE: usize = 8;
export const MOST_SECTIONS: usize = 0x2000;

/** What was found of one head: slot of provider, event id, level, slot of computer; the time; start and end of a new computer. */
export const HEAD: usize = SECTIONS + 0x10000;

/** Where passing over events has stopped; see `pass.ts`. */
export const STOP: usize = HEAD + 0x40;

/** What is counted, so many kinds of events; see `tally.ts`. */
export const TALLY: usize = HEAD + 0x100;
export const KIND_SIZE: usize = 32;
export const MOST_KINDS: usize = 0x800;

/** Bytes of UTF-16 that are to become text; see `wide.ts`. */
export const LONGEST_WIDE: i32 = 0x20000;
export const WIDE: usize = TALLY + MOST_KINDS * KIND_SIZE;

/** Everything that is learned of heads. */
export const LEARNED: usize = WIDE + LONGEST_WIDE;

export function textAt(): usize {
  return TEXT;
}

export function longestText(): i32 {
  return LONGEST_TEXT;
}

export function wideAt(): usize {
  return WIDE;
}

export function longestWide(): i32 {
  return LONGEST_WIDE;
}

export function tagsAt(): usize {
  return TAGS;
}

export function sectionsAt(): usize {
  return SECTIONS;
}

export function headAt(): usize {
  return HEAD;
}

export function stopAt(): usize {
  return STOP;
}

export function tallyAt(): usize {
  return TALLY;
}
