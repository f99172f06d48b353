/** Words as most are, in which nothing but case is folded: ASCII, parted by one blank each. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * A word as it is compared: lower case, one plain blank for every run of blanks, the plain apostrophe for that of word
 * processors, no marks of writing direction.
 */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return word
    .replace(/[\u200e\u200f]/g, '')
    .replace(/\s+/g, ' ')
    .replaceAll('\u2019', "'")
    .trim()
    .toLowerCase();
}
