/**
 * A word as it is compared: lower case, one plain blank for every run of blanks, the plain apostrophe for that of word
 * processors, no marks of writing direction.
 */
export function foldWord(word: string): string {
  return word
    .replace(/[\u200e\u200f]/g, '')
    .replace(/\s+/g, ' ')
    .replaceAll('\u2019', "'")
    .trim()
    .toLowerCase();
}
