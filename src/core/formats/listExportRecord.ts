import { saysNoValue } from '../languages/index';
import type { EventRecord, RecordHead } from '../records/eventRecord';
import type { RecordBrief } from '../records/recordBrief';
import type { EscapedText } from '../text/escapes';
import { type Located, type Span, type TextWindow, spanIn } from '../text/span';
import { isWhiteSpace, skipWhiteSpace, trimmedEnd } from '../text/whiteSpace';
import { binaryHex } from './binaryHex';
import type { Row } from './delimitedRow';
import { type Layout, joinedTime, parseEventId } from './listExportLayout';
import { DOUBLED, undoubled } from './quotedText';

const QUOTE = 34;

/** A row of the window that has all fields of an event. */
export interface EventRow {
  readonly window: TextWindow;
  readonly row: Row;
  readonly layout: Layout;
}

/** The places of what {@link RowBriefs} read. */
export function rowHead(source: EventRow, brief: RecordBrief): RecordHead {
  const { columns } = source.layout;
  const { provider, eventId, level, timeCreated, computer } = brief;
  return {
    span: { start: brief.start, end: brief.end },
    provider: { value: provider, span: providerSpan(source, provider) },
    ...(eventId !== undefined && { eventId: { value: eventId, span: fieldSpan(source, columns.eventId) } }),
    ...(level !== undefined && { level: { value: level, span: fieldSpan(source, columns.level) } }),
    ...(timeCreated && { timeCreated: { value: timeCreated, span: timeSpan(source) } }),
    ...(computer !== undefined && { computer: { value: computer, span: fieldSpan(source, columns.computer) } }),
  };
}

/** A list without a column for the provider may have a message that told it. */
function providerSpan(source: EventRow, provider: string): Span {
  const column = source.layout.columns.provider;
  const told = column < 0 && provider !== '' ? messageOf(source) : undefined;
  return told?.span ?? fieldSpan(source, column);
}

/** The whole event: what {@link rowHead} left out. */
export function readRow(source: EventRow, head: RecordHead): EventRecord {
  const { columns } = source.layout;
  const qualifiers = qualifiersOf(source);
  const recordId = fieldAt(source, columns.recordId);
  const channel = fieldAt(source, columns.channel);
  const userId = fieldAt(source, columns.userId);
  const message = messageOf(source);
  const binary = binaryOf(source);
  return {
    ...head,
    ...(qualifiers !== undefined && { qualifiers }),
    ...(recordId && /^\d{1,15}$/.test(recordId.value) && { recordId: { ...recordId, value: Number(recordId.value) } }),
    ...(channel && { channel }),
    ...(userId && !saysNoValue(userId.value) && { userId }),
    ...(message && { message }),
    ...(binary && { binary }),
    eventData: [],
  };
}

/** The bytes as hex digits; what PowerShell writes in their place, `System.Byte[]`, is none. */
function binaryOf(source: EventRow): Located<string> | undefined {
  const written = fieldAt(source, source.layout.columns.binary);
  const value = written && binaryHex(written.value);
  return written && value !== undefined ? { ...written, value } : undefined;
}

/** In a column of its own, or the high word of the id of the message. */
function qualifiersOf(source: EventRow): number | undefined {
  const { columns } = source.layout;
  const stated = parseEventId(rawField(source, columns.qualifiers));
  if (stated !== undefined) return stated;
  const id = parseEventId(rawField(source, columns.instanceId)) ?? parseEventId(rawField(source, columns.eventId)) ?? 0;
  return id > 0xffff ? Math.floor(id / 0x10000) : undefined;
}

/** The text of a field as it stands in the source, inside its quotes; empty when the row has no such field. */
export function rawField({ window, row }: EventRow, index = -1): string {
  const from = row.starts[index];
  return from === undefined ? '' : window.text.slice(from, row.ends[index]);
}

/** The date and time of a row as they stand in the source, and the zone where the header has it. */
export function timeText(source: EventRow): string {
  const { columns, isUtc } = source.layout;
  const { timeCreated, timeOfDay } = columns;
  const time = joinedTime(
    rawField(source, timeCreated),
    timeOfDay === undefined ? undefined : rawField(source, timeOfDay),
  );
  return isUtc ? `${time} UTC` : time;
}

/** The place of date and time, with what stands between them. */
export function timeSpan(source: EventRow): Span {
  const { timeCreated, timeOfDay } = source.layout.columns;
  const date = fieldSpan(source, timeCreated);
  if (timeOfDay === undefined) return date;
  const time = fieldSpan(source, timeOfDay);
  return { start: Math.min(date.start, time.start), end: Math.max(date.end, time.end) };
}

/** The place of a field without the blanks around it; the end of the row when it has no such field. */
export function fieldSpan({ window, row }: EventRow, index = -1): Span {
  const from = row.starts[index] ?? row.end;
  const to = row.ends[index] ?? row.end;
  const { text } = window;
  if (!isWhiteSpace(text.charCodeAt(from)) && !isWhiteSpace(text.charCodeAt(to - 1))) return spanIn(window, from, to);
  const start = skipWhiteSpace(text, from, to);
  return spanIn(window, start, trimmedEnd(text, start, to));
}

/** A field of text; undefined when it is missing or blank. */
function fieldAt(source: EventRow, index: number | undefined): Located<string> | undefined {
  if (index === undefined) return undefined;
  const span = fieldSpan(source, index);
  return span.start < span.end ? { value: textAt(source, index, span), span } : undefined;
}

/** The description keeps its blanks: line breaks at its end are part of what the provider wrote. */
export function messageOf(source: EventRow): EscapedText | undefined {
  const { window, row, layout } = source;
  const index = layout.columns.message ?? -1;
  const from = row.starts[index];
  const to = row.ends[index];
  if (from === undefined || to === undefined || skipWhiteSpace(window.text, from, to) === to) return undefined;
  const span = spanIn(window, from, to);
  const raw = window.text.slice(from, to);
  return isQuoted(source, index) ? undoubled(raw, span) : { value: raw, span };
}

/** A part of a field; its quotes are undone when the field has some. */
function textAt(source: EventRow, index: number, span: Span): string {
  const { text, base } = source.window;
  const raw = text.slice(span.start - base, span.end - base);
  return isQuoted(source, index) ? raw.replaceAll(DOUBLED, '"') : raw;
}

export function isQuoted({ window, row }: EventRow, index: number): boolean {
  const from = row.starts[index] ?? 0;
  return from > 0 && window.text.charCodeAt(from - 1) === QUOTE;
}
