/**
 * Where what is in the memory of the module. `src/core/formats/eventXmlScanner.ts` puts the text in and takes the results
 * out, and is told the places by the functions below. Zeros stand in front of the text and behind all that is read.
 */

/** Bytes of text at most. */
export const LONGEST_TEXT: i32 = 0x80000;
export const TEXT: usize = 0x10000;

/** Tags of events: the bytes and the units at which they start, and whether they are end tags; three numbers each. */
export const TAGS: usize = TEXT + 0x90000;
export const TAG_SIZE: usize = 12;
export const MOST_TAGS: usize = 0x2000;

/** The same for `<!`, two numbers each. */
export const SECTIONS: usize = TAGS + 0x20000;
export const SECTION_SIZE: usize = 8;
export const MOST_SECTIONS: usize = 0x2000;

/** What was found of one head: slot of provider, event id, level, slot of computer; the time; start and end of a new computer. */
export const HEAD: usize = SECTIONS + 0x10000;

/** Everything that is learned of heads. */
export const LEARNED: usize = HEAD + 0x100;

export function textAt(): usize {
  return TEXT;
}

export function longestText(): i32 {
  return LONGEST_TEXT;
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
