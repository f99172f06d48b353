import { skipWhiteSpace, trimmedEnd } from '../../text/whiteSpace';
import type { TextWindow } from '../../text/span';

/** One line of a window; all numbers are places in `window.text`. */
export interface TextLine {
  /** First unit that is no white space; of a blank line the same as `to`. */
  readonly from: number;
  /** Behind the last unit that is no white space. */
  readonly to: number;
  /** Where the next line starts. */
  readonly next: number;
}

const LF = 10;
const CR = 13;

/** The line that starts at `at`; undefined when the window ends before the line does, or when nothing is left. */
export function lineAt({ text, ended }: TextWindow, at: number): TextLine | undefined {
  const end = endOfLine(text, at);
  if (at >= text.length || (end === text.length && !ended)) return undefined;
  // A CR at the end of the window may be the first half of CR LF.
  if (text.charCodeAt(end) === CR && end + 1 === text.length && !ended) return undefined;
  const from = skipWhiteSpace(text, at, end);
  return { from, to: trimmedEnd(text, from, end), next: behindBreak(text, end) };
}

/** The next line from `at` on that is not blank. */
export function filledLineAt(window: TextWindow, at: number): TextLine | undefined {
  return lineAt(window, skipWhiteSpace(window.text, at, window.text.length));
}

/** Where the line break of the line around `at` stands, or the text ends. CR LF, lone LF and lone CR end a line. */
export function endOfLine(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  return end;
}

/** Where the line starts that has not ended yet. */
export function lastLineStart(text: string): number {
  return Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
}

/** Where the next line starts from `at` on, which is inside a line; the end of the text where none does. */
export function lineStartFrom(text: string, at: number): number {
  return behindBreak(text, endOfLine(text, at));
}

/** Whether so many blank lines, or the start of the text, are before the line that starts at or around `at`. */
export function isAfterBlankLine(text: string, at: number, count = 1): boolean {
  const end = trimmedEnd(text, 0, at);
  return end === 0 || countBreaks(text, end, at) > count;
}

/** Whether nothing but a blank line, or the end of the text, follows the line that ends at `at`. */
export function isBeforeBlankLine(text: string, at: number): boolean {
  const next = skipWhiteSpace(text, at, text.length);
  return next === text.length || countBreaks(text, at, next) > 1;
}

function countBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LF || (unit === CR && text.charCodeAt(at + 1) !== LF)) count++;
  }
  return count;
}

/** Behind the line break at `at`, or the end of the text. */
function behindBreak(text: string, at: number): number {
  const isCrLf = text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF;
  return Math.min(at + (isCrLf ? 2 : 1), text.length);
}

function isBreak(unit: number): boolean {
  return unit === LF || unit === CR;
}
