/**
 * Where what is in the memory of the module. `src/core/formats/cmTrace/entryPasser.ts` puts the text in and takes the counts out,
 * and is told the places by the functions below.
 */

/** Bytes of text at most; zeros stand behind it. */
export const LONGEST_TEXT: i32 = 0x40000;
export const TEXT: usize = 0x10000;

/** Kinds of entries, by a hash of what their entries have in common; see `kinds.ts`. */
export const KINDS: usize = TEXT + 0x41000;
export const KIND_SIZE: usize = 0x100;
/** A power of two. */
export const MOST_KINDS: usize = 0x100;

export function textAt(): usize {
  return TEXT;
}

export function longestText(): i32 {
  return LONGEST_TEXT;
}

export function kindsAt(): usize {
  return KINDS;
}

export function kindSize(): usize {
  return KIND_SIZE;
}
