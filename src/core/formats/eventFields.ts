import type { EventLabel } from '../languages/index';
import type { EventRecord } from '../records/eventRecord';
import type { EventTime } from '../records/eventTime';
import type { Located } from '../text/span';
import type { Problem } from './format';
import { parseLevel } from './levels';

/** What the labels of an event say, without its message. */
export interface EventFields {
  readonly fields: Omit<EventRecord, 'span' | 'eventData' | 'message'>;
  readonly problems: readonly Problem[];
}

/** Where the values of the labels are found and how their times are read. */
export interface FieldSource {
  /** The text of a field; undefined when it is missing or says that there is no value. */
  readonly textOf: (label: EventLabel) => Located<string> | undefined;
  readonly readTime: (text: string) => EventTime | undefined;
  /** Offset in the source where an event stands that names no provider. */
  readonly start: number;
  /** First offset of the text that is in memory: spans over several fields do not start before it. */
  readonly base: number;
}

/** Reads the fields; one that is missing, or was replaced by a placeholder such as `<date>`, stays missing. */
export function eventFields(source: FieldSource): EventFields {
  const { textOf, start } = source;
  const date = timeText(source);
  const time = date && timeOf(source, date);
  const idText = textOf('eventId');
  const id = idText && eventIdOf(idText);
  const unreadable = [time ? undefined : date, id ? undefined : idText].filter((field) => field !== undefined);
  return {
    fields: {
      provider: textOf('source') ?? { value: '', span: { start, end: start } },
      ...id,
      ...levelOf(textOf('level')),
      ...(time && { timeCreated: time }),
      ...namesOf(source),
    },
    problems: unreadable.map(({ span, value }) => ({ code: 'field-not-readable', span, detail: value })),
  };
}

function levelOf(written: Located<string> | undefined): Pick<EventRecord, 'level'> {
  const value = written && parseLevel(written.value);
  return written && value !== undefined ? { level: { value, span: written.span } } : {};
}

function namesOf({ textOf }: FieldSource): Pick<EventRecord, 'computer' | 'channel' | 'userId'> {
  const computer = textOf('computer');
  const channel = textOf('logName');
  const userId = textOf('user');
  return { ...(computer && { computer }), ...(channel && { channel }), ...(userId && { userId }) };
}

/** `Date:` holds both in newer versions of Windows; older ones have `Time:` below it. */
function timeText({ textOf, base }: FieldSource): Located<string> | undefined {
  const date = textOf('date');
  const time = textOf('time');
  if (!date || !time) return date;
  const isBelow = date.span.end <= time.span.start;
  const span = isBelow ? { start: date.span.start, end: time.span.end } : date.span;
  return { value: `${date.value} ${time.value}`, span: { start: Math.max(span.start, base), end: span.end } };
}

function timeOf({ readTime }: FieldSource, { value, span }: Located<string>): Located<EventTime> | undefined {
  const time = readTime(value);
  return time && { value: time, span };
}

/** The low word is the event id; a number with a high word is the whole message id. */
function eventIdOf({ value, span }: Located<string>): Pick<EventRecord, 'eventId' | 'qualifiers'> | undefined {
  if (!/^\d{1,10}$/.test(value) || Number(value) > 0xffffffff) return undefined;
  const id = Number(value);
  const qualifiers = Math.floor(id / 0x10000);
  return { eventId: { value: id % 0x10000, span }, ...(qualifiers > 0 && { qualifiers }) };
}
