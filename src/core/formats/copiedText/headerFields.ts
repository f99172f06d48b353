import type { EventLabel } from '../../languages/index';
import type { EventRecord } from '../../records/eventRecord';
import type { EventTime } from '../../records/eventTime';
import { type Located, spanIn } from '../../text/span';
import { parseLevel } from '../levels';
import type { Problem } from '../format';
import { type Header, valueEnd } from './labelLine';
import { type TextContext, isNoValue, slice } from './textContext';

/** What the labels of an event say, without its message. */
export interface HeaderFields {
  readonly fields: Omit<EventRecord, 'span' | 'eventData' | 'message'>;
  readonly problems: readonly Problem[];
}

type FieldOf = (label: EventLabel) => Located<string> | undefined;

/** Reads the labels; a field that is missing, or was replaced by a placeholder such as `<date>`, stays missing. */
export function headerFields(context: TextContext, header: Header): HeaderFields {
  const { window } = context;
  const fieldOf: FieldOf = (label) => {
    const field = header.fields.get(label);
    const value = field && slice(window, field.valueFrom, valueEnd(window.text, field));
    return value && !isNoValue(value.value) ? value : undefined;
  };
  const date = timeText(context, fieldOf('date'), fieldOf('time'));
  const time = date && timeOf(context, date);
  const idText = fieldOf('eventId');
  const id = idText && eventIdOf(idText);
  const unreadable = [time ? undefined : date, id ? undefined : idText].filter((field) => field !== undefined);
  return {
    fields: {
      provider: fieldOf('source') ?? { value: '', span: spanIn(window, header.from, header.from) },
      ...id,
      ...levelOf(fieldOf('level')),
      ...(time && { timeCreated: time }),
      ...namesOf(fieldOf),
    },
    problems: unreadable.map(({ span, value }) => ({ code: 'field-not-readable', span, detail: value })),
  };
}

function levelOf(written: Located<string> | undefined): Pick<EventRecord, 'level'> {
  const value = written && parseLevel(written.value);
  return written && value !== undefined ? { level: { value, span: written.span } } : {};
}

function namesOf(fieldOf: FieldOf): Pick<EventRecord, 'computer' | 'channel' | 'userId'> {
  const computer = fieldOf('computer');
  const channel = fieldOf('logName');
  const userId = fieldOf('user');
  return { ...(computer && { computer }), ...(channel && { channel }), ...(userId && { userId }) };
}

/** `Date:` holds both in newer versions of Windows; older ones have `Time:` below it. */
function timeText(
  { window }: TextContext,
  date: Located<string> | undefined,
  time: Located<string> | undefined,
): Located<string> | undefined {
  if (!date || !time) return date;
  const isBelow = date.span.end <= time.span.start;
  const span = isBelow ? { start: date.span.start, end: time.span.end } : date.span;
  return { value: `${date.value} ${time.value}`, span: { start: Math.max(span.start, window.base), end: span.end } };
}

function timeOf(context: TextContext, { value, span }: Located<string>): Located<EventTime> | undefined {
  const time = context.readTime(value);
  return time && { value: time, span };
}

/** The low word is the event id; a number with a high word is the whole message id. */
function eventIdOf({ value, span }: Located<string>): Pick<EventRecord, 'eventId' | 'qualifiers'> | undefined {
  if (!/^\d{1,10}$/.test(value) || Number(value) > 0xffffffff) return undefined;
  const id = Number(value);
  const qualifiers = Math.floor(id / 0x10000);
  return { eventId: { value: id % 0x10000, span }, ...(qualifiers > 0 && { qualifiers }) };
}
