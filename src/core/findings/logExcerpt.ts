import { partitionPoint } from '../lists/partitionPoint';
import type { EventFormat } from '../formats/format';
import type { Position, Range } from '../text/span';
import { layOutEventXml, offsetBeforeLayout, offsetInLayout, withLineFeeds } from './eventLayout';
import type { EventRun } from './logRuns';

/** One event of a log as its source has it. */
export interface LogEvent {
  /** How many events stand before it in the log. */
  readonly ordinal: number;
  /** Where it starts in the log: the place by which findings name it. */
  readonly start: Position;
  /** The text of the source; of an `.evtx`, the line that an XML export of it would hold. */
  readonly text: string;
  /** Lines that an event of the source is read below, such as the columns of a table and the provider above them. */
  readonly above?: string | undefined;
}

/**
 * A log on disk of which some events are read at a time; it is never written to. Reading throws what the file system says.
 */
export interface LogSource {
  /** Whether the events are XML, lines of a list or of copied text, or the keys of a registry file with their values. */
  readonly content: 'xml' | 'text' | 'reg';
  /** What must stand before events of the log for them to be read on their own, such as the column names of a list. */
  readonly preamble: string;
  /** What its text is read as: a part of it may not tell. Undefined for an `.evtx`, whose text tells. */
  readonly format?: EventFormat;
  /** The events of a run, in order: fewer at the end of the log, and none after `mostText` units of text. */
  readEvents(run: EventRun, mostText: number): Promise<readonly LogEvent[]>;
  /** The ordinal of the event at a place of the log; undefined when none stands there. */
  ordinalAt(place: Position): Promise<number | undefined>;
}

/** An event as an excerpt shows it. */
export interface LaidOutEvent extends LogEvent {
  /** Lines end in LF. */
  readonly laidOut: string;
}

/** What an excerpt is put together from: words between the events, each on lines of its own, and the events. */
export type ExcerptPart = { readonly words: string } | { readonly event: LaidOutEvent };

/** An event of an excerpt. */
export interface ExcerptEvent extends LaidOutEvent {
  /** Lines of the excerpt on which it stands, half-open. */
  readonly firstLine: number;
  readonly endLine: number;
}

/** A bounded text made from a log on disk, with the way from a place in the log to a place in the text and back. */
export interface LogExcerpt {
  /** Lines end in LF. */
  readonly text: string;
  /** In the order of the log. */
  readonly events: readonly ExcerptEvent[];
}

/** An event as an excerpt shows it: XML is laid out so that it can be read and folded. */
export function layOutEvent(event: LogEvent, content: LogSource['content']): LaidOutEvent {
  return { ...event, laidOut: content === 'xml' ? layOutEventXml(event.text) : withLineFeeds(event.text) };
}

/** Puts an excerpt together. Each part starts a line. */
export function makeExcerpt(parts: readonly ExcerptPart[]): LogExcerpt {
  const texts: string[] = [];
  const events: ExcerptEvent[] = [];
  let line = 0;
  for (const part of parts) {
    const text = 'event' in part ? part.event.laidOut : part.words;
    const endLine = line + countLines(text);
    if ('event' in part) events.push({ ...part.event, firstLine: line, endLine });
    texts.push(text);
    line = endLine;
  }
  return { text: texts.map((text) => `${text}\n`).join(''), events };
}

/** The event that stands on a line of the excerpt. */
export function eventOnLine({ events }: LogExcerpt, line: number): ExcerptEvent | undefined {
  const event = lastWhere(events, ({ firstLine }) => firstLine <= line);
  return event && line < event.endLine ? event : undefined;
}

/** The event that starts at a place of the log, or holds it, as far as the excerpt shows it. */
export function eventAtPlace({ events }: LogExcerpt, place: Position): ExcerptEvent | undefined {
  const event = lastWhere(events, ({ start }) => !isBefore(place, start));
  return event && holdsPlace(event, place) ? event : undefined;
}

/** Whether a place of the log that is not before the event stands in it, its end included. */
export function holdsPlace(event: LogEvent, place: Position): boolean {
  return offsetInText(event, place) !== undefined;
}

/** Where a range of the log stands in the excerpt; undefined when the event that it starts in is not shown. */
export function rangeInExcerpt(excerpt: LogExcerpt, { start, end }: Range): Range | undefined {
  const event = eventAtPlace(excerpt, start);
  const from = event && offsetInText(event, start);
  if (!event || from === undefined) return undefined;
  const to = offsetInText(event, end) ?? event.text.length;
  const { laidOut } = event;
  const shown = offsetInLayout(event.text, laidOut, from);
  // The unit before the end is asked for, as line ends may have been put in after it.
  const shownEnd = to > from ? offsetInLayout(event.text, laidOut, to - 1) + 1 : shown;
  return { start: positionIn(laidOut, shown, event.firstLine), end: positionIn(laidOut, shownEnd, event.firstLine) };
}

/** Where a place of the excerpt stands in the log; undefined between events. */
export function placeInLog(excerpt: LogExcerpt, { line, column }: Position): Position | undefined {
  const event = eventOnLine(excerpt, line);
  if (!event) return undefined;
  const { start, text, laidOut } = event;
  const offset = lineStart(laidOut, line - event.firstLine) + column;
  const before = text.slice(0, offsetBeforeLayout(text, laidOut, offset));
  const lines = before.split(/\r\n|\r|\n/);
  const last = lines.at(-1)?.length ?? 0;
  return lines.length === 1
    ? { line: start.line, column: start.column + last }
    : { line: start.line + lines.length - 1, column: last };
}

/** Where a range of the excerpt that is inside one event stands in the log. What comes before the first event starts the log too. */
export function rangeInLog(excerpt: LogExcerpt, { start, end }: Range): Range | undefined {
  const from = startInLog(excerpt, start);
  const to = startInLog(excerpt, end);
  return from && to && { start: from, end: to };
}

function startInLog(excerpt: LogExcerpt, place: Position): Position | undefined {
  const isAbove = place.line < (excerpt.events[0]?.firstLine ?? Infinity);
  return isAbove ? place : placeInLog(excerpt, place);
}

/** The offset in the event's own text of a place of the log; undefined when it stands behind the event. */
function offsetInText({ start, text }: LogEvent, place: Position): number | undefined {
  const line = place.line - start.line;
  const offset = line === 0 ? place.column - start.column : lineStart(text, line) + place.column;
  return offset <= text.length ? offset : undefined;
}

/** Where a line of a text starts; behind its end when it has fewer lines. */
function lineStart(text: string, line: number): number {
  let at = 0;
  for (let passed = 0; passed < line; passed++) {
    const lineEnd = /\r\n|\r|\n/g;
    lineEnd.lastIndex = at;
    if (!lineEnd.test(text)) return text.length + 1;
    at = lineEnd.lastIndex;
  }
  return at;
}

function positionIn(laidOut: string, offset: number, firstLine: number): Position {
  const before = laidOut.slice(0, offset);
  const lastLineEnd = before.lastIndexOf('\n');
  return { line: firstLine + countLines(before) - 1, column: offset - lastLineEnd - 1 };
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}

/** The last item for which the test holds, where it holds for a first part of them. */
function lastWhere<T>(items: readonly T[], test: (item: T) => boolean): T | undefined {
  const count = partitionPoint(items.length, (index) => {
    const item = items[index];
    return item !== undefined && test(item);
  });
  return items[count - 1];
}
