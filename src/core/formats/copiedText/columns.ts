import { isWhiteSpace, skipWhiteSpace, trimmedEnd } from '../../text/whiteSpace';
import type { WordSpan } from './words';

/** Level, computer, source, category, user, message of a line behind its date and time. */
export type Columns = readonly [WordSpan, WordSpan, WordSpan, WordSpan, WordSpan, WordSpan];

const TAB = 9;
/** No column before the message is longer. */
const LONGEST_COLUMN = 80;

/**
 * The six columns of the line, the last of which goes to its end; undefined when it does not have so many. They are
 * parted by two blanks or more, or by one tab each when the line has tabs enough: then a column may be empty.
 */
export function splitColumns(text: string, from: number, to: number): Columns | undefined {
  return columnsBy(text, from, to, nextTab) ?? columnsBy(text, from, to, nextGap);
}

type FindSeparator = (text: string, from: number, to: number) => WordSpan | undefined;

function columnsBy(text: string, from: number, to: number, find: FindSeparator): Columns | undefined {
  const columns: WordSpan[] = [];
  let at = from;
  while (columns.length < 5) {
    const separator = find(text, at, Math.min(to, at + LONGEST_COLUMN));
    if (!separator) return undefined;
    const start = skipWhiteSpace(text, at, separator.from);
    columns.push({ from: start, to: trimmedEnd(text, start, separator.from) });
    at = separator.to;
  }
  const [level, computer, source, category, user] = columns;
  if (!level || !computer || !source || !category || !user) return undefined;
  return [level, computer, source, category, user, { from: skipWhiteSpace(text, at, to), to }];
}

function nextTab(text: string, from: number, to: number): WordSpan | undefined {
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) === TAB) return { from: at, to: at + 1 };
  }
  return undefined;
}

function nextGap(text: string, from: number, to: number): WordSpan | undefined {
  for (let at = from; at < to; at++) {
    if (!isWhiteSpace(text.charCodeAt(at))) continue;
    const end = skipWhiteSpace(text, at, text.length);
    if (end - at > 1 || text.charCodeAt(at) === TAB) return { from: at, to: end };
    at = end - 1;
  }
  return undefined;
}
