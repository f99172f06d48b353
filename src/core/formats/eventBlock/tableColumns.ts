import type { WordSpan } from '../copiedText/words';
import { isWhiteSpace } from '../../text/whiteSpace';
import { type KnownProperty, type PropertyMeaning, isNumberProperty, propertyNamed } from './shellProperties';

/** A column of a table; places from the start of its line. */
export interface Column extends WordSpan {
  readonly name: string;
  readonly meaning: PropertyMeaning;
  /** Numbers end where the names of their columns do; anything else starts there. */
  readonly isNumber: boolean;
  /** What a cell has no room for is left out, and nothing tells. */
  readonly isCutPlainly?: true;
}

const HEADER = /^(?:[A-Za-z_]{2,20} {1,199}){1,9}[A-Za-z_]{2,20}$/;

/** The time that the table of `Get-EventLog` shows: `Mar 14 09:14`. It names no year, so that it is none that can be compared. */
export const SHORT_TIME = 'Time';
const SHORT_TIME_ROW = /\d\d \d\d:\d\d\s*$/;

/** The columns that the line names; undefined when they are not those of events. The line starts `indent` units before the names. */
export function shellColumnsIn(header: string, indent: number): readonly Column[] | undefined {
  if (!HEADER.test(header)) return undefined;
  const named = [...header.matchAll(/\w+/g)].map(({ 0: name, index }) => ({ name, from: indent + index }));
  const columns = named.map(({ name, from }) => {
    const known = propertyNamed(name);
    const isBest = known && named.every((other) => !isBefore(propertyNamed(other.name), known));
    const meaning = isBest ? known.meaning : 'other';
    return { name, from, to: from + name.length, meaning, isNumber: isNumberProperty(name) };
  });
  return isOfEvents(columns) ? columns : undefined;
}

/** Whether another property of the same meaning is to be taken. */
function isBefore(other: KnownProperty | undefined, { meaning, rank }: KnownProperty): boolean {
  return other?.meaning === meaning && other.rank < rank;
}

function isOfEvents(columns: readonly Column[]): boolean {
  const isDated = columns.some(({ meaning, name }) => meaning === 'date' || isShortTime(name, columns));
  return isDated && columns.some(({ meaning }) => meaning === 'eventId');
}

function isShortTime(name: string, columns: readonly Column[]): boolean {
  return name === SHORT_TIME && columns.some((column) => column.name.toLowerCase() === 'instanceid');
}

/** Whether a line is a row: digits where the time is, and a whole number as its id. `line` starts with its first unit, blank or not. */
export function isRow(text: string, columns: readonly Column[], line: WordSpan): boolean {
  const timeIndex = columns.findIndex(({ meaning, name }) => meaning === 'date' || name === SHORT_TIME);
  const time = cellAt(text, columns, timeIndex, line);
  const id = cellAt(
    text,
    columns,
    columns.findIndex(({ meaning }) => meaning === 'eventId'),
    line,
  );
  const isWhole = id.to === line.to || isWhiteSpace(text.charCodeAt(id.to)) || text.charAt(id.to - 1) === ' ';
  const written = text.slice(time.from, time.to);
  const isTime = columns[timeIndex]?.name === SHORT_TIME ? SHORT_TIME_ROW.test(written) : /^\s*\d/.test(written);
  return isWhole && isTime && /^\d{1,10} *$/.test(text.slice(id.from, id.to));
}

/** The cell of a column in a line whose first unit, blank or not, stands at `from`. */
export function cellAt(text: string, columns: readonly Column[], index: number, line: WordSpan): WordSpan {
  const column = columns[index];
  const next = columns[index + 1];
  if (!column) return { from: line.from, to: line.from };
  const end = next ? startOfCell(text, next, line) : line.to;
  if (!column.isNumber) return { from: Math.min(startOfCell(text, column, line), end), to: end };
  const numberEnd = Math.min(line.to, placeOf(text, line, column.to));
  return { from: startOfWord(text, numberEnd, line.from), to: numberEnd };
}

function startOfCell(text: string, column: Column, line: WordSpan): number {
  const at = placeOf(text, line, column.isNumber ? column.to : column.from);
  return column.isNumber ? startOfWord(text, Math.min(at, line.to), line.from) : Math.min(at, line.to);
}

/**
 * Where a column stands in a line. A console counts letters of East Asia twice, so that what comes behind them stands further in
 * front; a file does not.
 */
function placeOf(text: string, line: WordSpan, column: number): number {
  const at = line.from + column;
  if (at >= line.to || at === line.from || text.charAt(at - 1) === ' ') return at;
  const wide = countWide(text, line.from, at);
  const shifted = at - wide;
  return wide > 0 && shifted > line.from && text.charAt(shifted - 1) === ' ' ? shifted : at;
}

/** Letters of East Asia, which are as wide as two others. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** How many units before `to` are wide; those are only looked at that the shift lets in. */
function countWide(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to - count; at++) if (WIDE.test(text.charAt(at))) count++;
  return count;
}

/** Where the word that ends at `end` starts. */
function startOfWord(text: string, end: number, least: number): number {
  let at = end;
  while (at > least && text.charAt(at - 1) > ' ') at--;
  return at;
}
