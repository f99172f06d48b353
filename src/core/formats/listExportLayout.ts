import { plainDate } from '../records/plainDate';
import { parseTime } from '../records/parseTime';
import { trimmedEnd } from '../text/whiteSpace';
import type { RowNotation } from './rowNotation';
import { type Columns, EVENT_VIEWER_COLUMNS, NAMED_COLUMNS, columnsOf } from './listExportColumns';

/** How one list export is laid out: what its first line tells. */
export interface Layout {
  readonly separator: string;
  readonly columns: Columns;
  /** A row with fewer fields is no event. */
  readonly leastFields: number;
  /** How many fields a row has at most, where the header names them all. */
  readonly mostFields?: number;
  /** The header says that its times are in UTC. */
  readonly isUtc?: boolean;
  /** Columns are parted by two blanks or more, which {@link rowsText} makes the separator of. */
  readonly isGapped?: true;
  /** The line of names; missing where the list starts with its first event. */
  readonly header?: { readonly line: string; readonly names: readonly string[] };
}

const ZERO = 48;
const LONGEST_NAME = 80;
const LONGEST_LEVEL = 40;
/** Enough for every column that an export names. */
const MOST_FIELDS = 64;

/** Tells the layout of a list by its first line; undefined when the line shows none. */
export type LayoutOf = (line: string) => Layout | undefined;

/** What tells the lists of one kind by their lines. */
export interface ListShape {
  readonly layoutOf: LayoutOf;
  /** Whether the line is one of those that stand above a list, or between lists put together; no line is when left out. */
  readonly isComment?: (line: string) => boolean;
}

/**
 * Tells a list of the Event Viewer by its first line under one of the separators: a row that looks like an event, else a
 * header, else at least so many fields that it can be an event with a damaged field.
 */
export function eventViewerLayout(separators: readonly string[]): LayoutOf {
  return (line) => {
    const layouts = separators
      .map((separator) => ({ separator, fields: splitLine(line, separator, MOST_FIELDS) }))
      .filter(({ fields }) => fields.length >= NAMED_COLUMNS);
    const first =
      layouts.find(({ fields }) => hasRecordShape(fields, EVENT_VIEWER_COLUMNS)) ??
      layouts.find(({ fields }) => hasHeaderShape(fields)) ??
      layouts[0];
    if (!first) return undefined;
    const { separator, fields } = first;
    const header = hasHeaderShape(fields) ? { line, names: fields } : undefined;
    return layoutUnder(separator, header ? columnsOf(header.names) : EVENT_VIEWER_COLUMNS, header);
  };
}

/** The layout of a list with these columns. */
export function layoutUnder(separator: string, columns: Columns, header?: Layout['header']): Layout {
  const { timeCreated, provider, eventId, timeOfDay = 0 } = columns;
  const leastFields = Math.max(NAMED_COLUMNS, timeCreated + 1, timeOfDay + 1, provider + 1, eventId + 1);
  return { separator, columns, leastFields, ...(header && { header }) };
}

/** The text of the rows, of the same length: where columns are parted by blanks, the last blank of each gap is a tab. */
export function rowsText(text: string, { isGapped }: Pick<Layout, 'isGapped'>): string {
  return isGapped ? text.replace(/(?<=\S) {2,}(?=\S)/g, (gap) => `${gap.slice(1)}\t`) : text;
}

/** The same for lists whose tabs may have become blanks, as in some mail programs. */
export function orGapped(layoutOf: LayoutOf): LayoutOf {
  return (line) => {
    const layout = layoutOf(line);
    if (layout) return layout;
    const gapped = layoutOf(rowsText(line, { isGapped: true }));
    return gapped && { ...gapped, isGapped: true };
  };
}

/** How the rows of the list are told apart. A description that comes last may lack its quotes. */
export function notationOf(layout: Layout): RowNotation {
  const { header, separator } = layout;
  const { message = -1, ...others } = layout.columns;
  const isLast = message >= Math.max(...Object.values(others), (header?.names.length ?? 0) - 1);
  return {
    separator,
    lastField: isLast ? message : Infinity,
    mostFields: layout.mostFields ?? Infinity,
    isRecordLine: (lineHead) => isRecordLine(lineHead, layout),
  };
}

/** Whether the line, of which only the first units need to be given, looks like the first line of an event. */
export function isRecordLine(lineHead: string, layout: Layout): boolean {
  const { separator, columns, leastFields } = layout;
  if (!lineHead.includes(separator)) return false;
  const fields = splitLine(lineHead, separator, leastFields + 1);
  return fields.length >= leastFields && hasRecordShape(fields, columns);
}

/** An event id, or the 32-bit number whose low word it is, that stands at `text.slice(from, to)`; undefined when it is no such number. */
export function parseEventId(text: string, from = 0, to = text.length): number | undefined {
  let id = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9 || at > from + 9) return paddedEventId(text.slice(from, to));
    id = id * 10 + digit;
  }
  return to <= from || id > 0xffffffff ? undefined : id;
}

function paddedEventId(text: string): number | undefined {
  const plain = text.trim();
  return plain === text ? undefined : parseEventId(plain);
}

/** A short word for the level, a date with a time and a number, each where the columns say. */
export function hasRecordShape(fields: readonly string[], columns: Columns): boolean {
  const level = columns.level === undefined ? undefined : fields[columns.level]?.trim();
  const isLevel = level === undefined || (level.length <= LONGEST_LEVEL && /^(?:[^\d]+|[0-5])$/.test(level));
  return (
    isLevel &&
    parseEventId(fields[columns.eventId] ?? '') !== undefined &&
    parseTime(timeIn(fields, columns), 'auto') !== undefined
  );
}

/** The date and time of a row, whether they stand in one column or two. */
function timeIn(fields: readonly string[], { timeCreated, timeOfDay }: Columns): string {
  return joinedTime(fields[timeCreated] ?? '', timeOfDay === undefined ? undefined : fields[timeOfDay]);
}

/** A date and a time of day from columns of their own as one text; a column that holds both as it is. */
export function joinedTime(date: string, timeOfDay: string | undefined): string {
  return plainDate(timeOfDay === undefined ? date : `${date.trim()} ${timeOfDay.trim()}`);
}

/** Names are short, and none is a number or a time. */
function hasHeaderShape(fields: readonly string[]): boolean {
  return fields.slice(0, NAMED_COLUMNS).every((field) => {
    const name = field.trim();
    return name !== '' && name.length <= LONGEST_NAME && !/^\d+$/.test(name) && parseTime(name, 'auto') === undefined;
  });
}

/** The first fields of a line, quotes undone; a quoted field that the line does not close takes the rest of it. */
export function splitLine(line: string, separator: string, most = MOST_FIELDS): string[] {
  const fields: string[] = [];
  let at = 0;
  while (fields.length < most) {
    const isQuoted = line.charAt(at) === '"';
    const quote = isQuoted ? closingQuote(line, at, separator) : at;
    const found = line.indexOf(separator, quote);
    const end = found < 0 ? line.length : found;
    fields.push(isQuoted ? line.slice(at + 1, quote).replaceAll('""', '"') : line.slice(at, end));
    if (found < 0) break;
    at = end + separator.length;
  }
  return fields;
}

/** Offset of the quote that ends the field and is not doubled; the length of the line when there is none. */
function closingQuote(line: string, open: number, separator: string): number {
  const end = trimmedEnd(line, open, line.length);
  let at = line.indexOf('"', open + 1);
  while (at >= 0 && at < end - 1 && !line.startsWith(separator, at + 1)) {
    at = line.indexOf('"', at + (line.charAt(at + 1) === '"' ? 2 : 1));
  }
  return at < 0 ? line.length : at;
}
