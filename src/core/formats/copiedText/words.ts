import { isWhiteSpace, skipWhiteSpace } from '../../text/whiteSpace';

/** Places in the text of a window. */
export interface WordSpan {
  readonly from: number;
  readonly to: number;
}

/** The first words from `from` to `to`, at most `most` of them. */
export function wordsOf(text: string, from: number, to: number, most: number): readonly WordSpan[] {
  const words: WordSpan[] = [];
  let at = skipWhiteSpace(text, from, to);
  while (at < to && words.length < most) {
    let end = at;
    while (end < to && !isWhiteSpace(text.charCodeAt(end))) end++;
    words.push({ from: at, to: end });
    at = skipWhiteSpace(text, end, to);
  }
  return words;
}
