import { partitionPoint } from '../lists/partitionPoint';
import { isWhiteSpace, skipWhiteSpace, trimmedEnd } from './whiteSpace';

/**
 * A text as it is compared: lower case, every run of white space (line breaks too) as one blank, none at either end;
 * with the way back to the text it was made from.
 */
export interface FoldedText {
  readonly text: string;
  /** Offset in the source of each unit of `text`; one more than the units, the last is where the source text ends. */
  readonly offsets: Uint32Array;
  /** Where a line of the source ends: indices of the blanks that stand for a line break, and the length of `text`. */
  readonly lineEnds: readonly number[];
  /** The same for blank lines of the source. */
  readonly paragraphEnds: readonly number[];
}

const LF = 10;
const CR = 13;

/** Folds `source.slice(from, to)`; offsets count from the start of `source`. */
export function foldWithOffsets(source: string, from = 0, to = source.length): FoldedText {
  const start = skipWhiteSpace(source, from, to);
  const end = trimmedEnd(source, start, to);
  const lower = lowerCase(source.slice(start, end));
  const offsets = new Uint32Array(lower.length + 1);
  const lineEnds: number[] = [];
  const paragraphEnds: number[] = [];
  let text = '';
  for (let at = 0; at < lower.length;) {
    const wordEnd = endOfWord(lower, at);
    for (let unit = at; unit < wordEnd; unit++) offsets[text.length + unit - at] = start + unit;
    text += lower.slice(at, wordEnd);
    at = skipWhiteSpace(lower, wordEnd, lower.length);
    if (at === lower.length) break;
    const breaks = countBreaks(lower, wordEnd, at);
    if (breaks > 0) lineEnds.push(text.length);
    if (breaks > 1) paragraphEnds.push(text.length);
    offsets[text.length] = start + wordEnd;
    text += ' ';
  }
  lineEnds.push(text.length);
  paragraphEnds.push(text.length);
  offsets[text.length] = end;
  return { text, offsets: offsets.subarray(0, text.length + 1), lineEnds, paragraphEnds };
}

/** The first of the ascending `places` that is at or after `from`; the last one when none is. */
export function firstPlaceFrom(places: readonly number[], from: number): number {
  return places[partitionPoint(places.length - 1, (index) => (places[index] ?? 0) < from)] ?? 0;
}

/**
 * Lower case unit by unit: offsets must hold, so a letter that would become two units stays as it is. The apostrophe of
 * word processors is taken for the plain one.
 */
function lowerCase(source: string): string {
  const text = source.replaceAll('\u2019', "'");
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/[^\0-\x7f]/g, keepLength).replace(/[A-Z]/g, keepLength);
}

function keepLength(letter: string): string {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
}

function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isWhiteSpace(text.charCodeAt(at))) at++;
  return at;
}

function countBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LF || (unit === CR && text.charCodeAt(at + 1) !== LF)) count++;
  }
  return count;
}
