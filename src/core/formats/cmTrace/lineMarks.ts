import type { LogForm } from '../../records/logEntry';
import { trimmedEnd } from '../../text/whiteSpace';
import type { Place } from './writtenTime';

/** What a line says about the entry that it starts or ends, besides the message; places in the text of the window. */
export interface LineMark {
  readonly form: Exclude<LogForm, 'log'>;
  /** The mark itself, which belongs to the entry and not to its message. */
  readonly mark: Place;
  readonly component?: Place;
  readonly date: Place;
  readonly time: Place;
  /** `Thu`, where one is written. */
  readonly weekday?: string;
  readonly thread: Place & { readonly value: number };
}

const TAG_END = 62;
const PARENTHESIS = 41;
const BRACKET = 91;

/** Units at the end of a line that are looked at; no mark is longer. */
const LONGEST_MARK = 400;

/** `[66C][Thu 09/04/2014 11:30:28]:` */
const PROVIDER_MARK = /^\[([0-9A-F]{1,8})\]\[([A-Z][a-z]{2}) (\d\d\/\d\d\/\d{4}) (\d\d:\d\d:\d\d)\]:/i;
/** `$$<SMS_EXECUTIVE><07-15-2023 09:12:45.332+240><thread=4116 (0x1014)>` */
const SERVER_MARK = /^\$\$<([^<>]*)><(\d{1,2}-\d{1,2}-\d{4}) ([^<> ]+)><thread=(\d{1,10})(?: \(0x[0-9A-F]+\))?>$/i;
/** `25/03/2024 15:24:02` with its markers, and the blanks or the tab before it. */
const COPIED_TIME = /(\t| {1,8})((?:\d{1,4}[./-] ?){2}\d{1,4}),? (\d{1,2}[:.]\d\d[:.]\d\d(?: [AP]M)?)$/i;
const COPIED_THREAD = /[\t ](\d{1,10}) \(0x([0-9A-F]{1,8})\)$/i;

/** The mark with which the line starts an entry that goes on up to the next such line; undefined when it has none. */
export function leadingMark(text: string, from: number, to: number): LineMark | undefined {
  if (text.charCodeAt(from) !== BRACKET) return undefined;
  const match = PROVIDER_MARK.exec(text.slice(from, Math.min(to, from + LONGEST_MARK)));
  if (!match) return undefined;
  const [whole, thread = '', weekday = '', date = '', time = ''] = match;
  const end = from + whole.length;
  const timeStart = end - 2 - time.length;
  const dateStart = timeStart - 1 - date.length;
  return {
    form: 'provider',
    mark: { start: from, end },
    date: { start: dateStart, end: dateStart + date.length },
    time: { start: timeStart, end: timeStart + time.length },
    weekday,
    thread: { start: from + 1, end: from + 1 + thread.length, value: parseInt(thread, 16) },
  };
}

/** The mark with which the line ends an entry, which may have started lines before; undefined when it has none. */
export function closingMark(text: string, from: number, to: number): LineMark | undefined {
  const end = trimmedEnd(text, from, to);
  const last = text.charCodeAt(end - 1);
  if (last === TAG_END) return serverMark(text, from, end);
  return last === PARENTHESIS ? copiedMark(text, from, end) : undefined;
}

function serverMark(text: string, from: number, end: number): LineMark | undefined {
  const base = Math.max(from, end - LONGEST_MARK);
  const tail = text.slice(base, end);
  const start = base + tail.lastIndexOf('$$<');
  const match = SERVER_MARK.exec(tail.slice(start - base));
  if (start < base || !match) return undefined;
  const [, component = '', date = '', time = '', thread = ''] = match;
  const componentStart = start + '$$<'.length;
  const dateStart = componentStart + component.length + '><'.length;
  const timeStart = dateStart + date.length + 1;
  const threadStart = timeStart + time.length + '><thread='.length;
  return {
    form: 'server',
    mark: { start, end },
    ...(component !== '' && { component: { start: componentStart, end: componentStart + component.length } }),
    date: { start: dateStart, end: dateStart + date.length },
    time: { start: timeStart, end: timeStart + time.length },
    thread: { start: threadStart, end: threadStart + thread.length, value: Number(thread) },
  };
}

/** The thread is written twice, in decimal and in hexadecimal: two equal numbers are no chance. */
function copiedMark(text: string, from: number, end: number): LineMark | undefined {
  const base = Math.max(from, end - LONGEST_MARK);
  const thread = COPIED_THREAD.exec(text.slice(base, end));
  if (!thread || Number(thread[1]) !== parseInt(thread[2] ?? '', 16)) return undefined;
  const before = text.slice(base, trimmedEnd(text, base, base + thread.index));
  const time = COPIED_TIME.exec(before);
  if (!time) return undefined;
  const [whole, gap = '', date = '', clock = ''] = time;
  const dateStart = base + time.index + gap.length;
  const timeEnd = base + time.index + whole.length;
  const threadStart = base + thread.index + 1;
  const component = copiedComponent(text, { start: base, end: base + time.index }, gap);
  return {
    form: 'copied',
    mark: { start: component?.start ?? base + time.index, end },
    ...(component && { component }),
    date: { start: dateStart, end: dateStart + date.length },
    time: { start: timeEnd - clock.length, end: timeEnd },
    thread: { start: threadStart, end: threadStart + (thread[1] ?? '').length, value: Number(thread[1]) },
  };
}

/**
 * What stands before the time, up to the tab before it. Where pages have made single blanks of the tabs, only a word in
 * capitals is surely the component: `SMS Provider` would lose its first half.
 */
function copiedComponent(text: string, { start, end }: Place, gap: string): Place | undefined {
  const isSingleBlank = gap === ' ';
  const separator = gap === '\t' ? '\t' : isSingleBlank ? ' ' : '  ';
  const at = text.slice(start, end).lastIndexOf(separator);
  const place = { start: at < 0 ? start : start + at + separator.length, end };
  const isName = place.start < end && (!isSingleBlank || /^[A-Z][A-Z0-9_]{2,}$/.test(text.slice(place.start, end)));
  return isName ? place : undefined;
}
