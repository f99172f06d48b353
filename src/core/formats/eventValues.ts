import type { EventDataItem, EventRecord, RecordHead } from '../records/eventRecord';
import type { DateOrder, EventTime } from '../records/eventTime';
import { parseTime } from '../records/parseTime';
import type { EscapedText } from '../text/escapes';
import type { Located, Span } from '../text/span';
import { parseLevel } from './levels';
import { parseEventId } from './listExportLayout';
import { parseSystemTime } from './systemTime';

/** What tools that write an event as names and values say about it, whatever they call it. */
export type EventField =
  | 'provider'
  | 'eventId'
  | 'qualifiers'
  /** The 32-bit number of the message, whose low word is the id of the event. */
  | 'instanceId'
  | 'level'
  | 'timeCreated'
  | 'computer'
  | 'recordId'
  | 'channel'
  | 'userId';

/** The text of each field that the source has. */
export type EventValues = Readonly<Partial<Record<EventField, Located<string>>>>;

/** What else an event says. It costs more to read and is mostly not asked for. */
export interface EventBody {
  readonly message?: EscapedText | undefined;
  /** Hex digits. */
  readonly binary?: Located<string> | undefined;
  readonly eventData: readonly EventDataItem[];
}

/** The same while they are gathered. */
export type EventValuesDraft = Partial<Record<EventField, Located<string>>>;

/** `/Date(1595374458918)/` and `/Date(1595374458918+0200)/`: milliseconds of UTC; what follows is the zone of the writer. */
const JSON_DATE = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/;

/** The head that the fields of the event at `span` make. A source without a provider has an empty one at its start. */
export function headOf(span: Span, fields: EventValues, order: DateOrder | 'auto'): RecordHead {
  const { provider, computer } = fields;
  const idText = fields.eventId ?? fields.instanceId;
  const eventId = idText && parsed(idText, lowWord);
  const level = fields.level && parsed(fields.level, parseLevel);
  const timeCreated = fields.timeCreated && parsed(fields.timeCreated, (text) => timeOf(text, order));
  return {
    span,
    provider: provider ?? { value: '', span: { start: span.start, end: span.start } },
    ...(eventId && { eventId }),
    ...(level && { level }),
    ...(timeCreated && { timeCreated }),
    ...(computer && { computer }),
  };
}

/** The whole event: what {@link headOf} left out. */
export function recordOf(head: RecordHead, fields: EventValues, body: EventBody): EventRecord {
  const { channel, userId } = fields;
  const { message, binary, eventData } = body;
  const recordId = fields.recordId && parsed(fields.recordId, wholeNumber);
  const qualifiers = qualifiersOf(fields);
  return {
    ...head,
    ...(qualifiers !== undefined && { qualifiers }),
    ...(recordId && { recordId }),
    ...(channel && { channel }),
    ...(userId && { userId }),
    ...(binary && { binary }),
    ...(message && { message }),
    eventData,
  };
}

/** An event has an id, and a provider or at least a time. */
export function isEvent({ provider, eventId, instanceId, timeCreated }: EventValues): boolean {
  return (provider ?? timeCreated) !== undefined && (eventId ?? instanceId) !== undefined;
}

/** A time that programs write. Without a zone it stays without one. */
export function timeOf(text: string, order: DateOrder | 'auto'): EventTime | undefined {
  const date = JSON_DATE.exec(text);
  if (date) return { milliseconds: Number(date[1]), zone: 'utc' };
  return text.endsWith('Z') ? parseSystemTime(text) : parseTime(text, order);
}

/** A whole number that is exact as a number of JavaScript; larger ones are none. */
export function wholeNumber(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function parsed<T>({ value, span }: Located<string>, parse: (text: string) => T | undefined): Located<T> | undefined {
  const result = parse(value);
  return result === undefined ? undefined : { value: result, span };
}

function lowWord(text: string): number | undefined {
  const id = parseEventId(text);
  return id === undefined ? undefined : id % 0x10000;
}

/** Some tools write the 32-bit number, whose high word they are, as the id. */
function qualifiersOf({ qualifiers, instanceId, eventId }: EventValues): number | undefined {
  const stated = qualifiers && wholeNumber(qualifiers.value);
  if (stated !== undefined) return stated;
  const id = parseEventId((instanceId ?? eventId)?.value ?? '') ?? 0;
  return id > 0xffff ? Math.floor(id / 0x10000) : undefined;
}
