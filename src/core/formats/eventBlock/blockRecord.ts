import { inferEvent } from '../../records/inferEvent';
import type { EventRecord } from '../../records/eventRecord';
import type { TemplateIndex } from '../../records/templateIndex';
import { withWholeProvider } from '../../records/wholeProvider';
import { type Located, type Span, type TextWindow, spanIn } from '../../text/span';
import { skipWhiteSpace, trimmedEnd } from '../../text/whiteSpace';
import { isNoValue, slice } from '../copiedText/textContext';
import { endOfLine, isBeforeBlankLine } from '../copiedText/textLine';
import { type EventFields, eventFields } from '../eventFields';
import { inferredProvider } from '../fieldEvents';
import type { Problem } from '../format';
import type { SourceDates } from '../sourceDates';
import type { BlockEvent, BlockShape } from './blockShape';

/** What reading a block depends on. */
export interface BlockContext {
  readonly shape: BlockShape;
  readonly dates: SourceDates;
  readonly templates: TemplateIndex;
  /** Whether nothing follows: prose behind the last event is nobody's loss. */
  readonly isLast: boolean;
}

interface BlockRead {
  readonly record?: EventRecord;
  readonly problems: readonly Problem[];
}

/** The event whose lines are the block; a problem with the place of its first line when they are none after all. */
export function readBlock(block: TextWindow, context: BlockContext): BlockRead {
  const event = context.shape.readEvent(block);
  const read = event && readFields(block, event, context);
  if (!event || !read || !isEvent(read.fields)) {
    return { problems: [notUnderstood(block, 0)] };
  }
  const fields = withProvider(read.fields, event, context);
  const message = messageOf(block, event, context, fields.provider.value);
  const { binary, eventData = [], recordId, cut } = event;
  const record: EventRecord = {
    ...fields,
    span: spanOf(block, event, message, context),
    ...(recordId && /^\d{1,15}$/.test(recordId.value) && { recordId: { ...recordId, value: Number(recordId.value) } }),
    ...(message && { message }),
    ...(binary && { binary }),
    eventData,
  };
  return {
    record: cut ? withWholeProvider(record, context.templates) : record,
    problems: [...read.problems, ...textBehind(block, event, message, context), ...lackingIn(event)],
  };
}

/** What the shape has no room for. */
function lackingIn({ cut, yearless }: BlockEvent): readonly Problem[] {
  return [
    ...(cut ? [{ code: 'text-cut', span: cut } as const] : []),
    ...(yearless ? [{ code: 'time-without-year', span: yearless } as const] : []),
  ];
}

/** A list of a few properties only may have a message that tells the provider. */
function withProvider(
  fields: EventFields['fields'],
  event: BlockEvent,
  { templates }: BlockContext,
): EventFields['fields'] {
  if (fields.provider.value !== '') return fields;
  const telling = { message: event.fields.get('description'), eventId: fields.eventId?.value.toString() };
  return { ...fields, ...inferredProvider(telling, templates) };
}

function isEvent({ eventId, provider, timeCreated }: EventFields['fields']): boolean {
  return eventId !== undefined || (provider.value !== '' && timeCreated !== undefined);
}

/** The lines of the event; what stands behind its message is not among them. */
function spanOf(
  block: TextWindow,
  event: BlockEvent,
  message: Located<string> | undefined,
  { shape }: BlockContext,
): Span {
  const { text } = block;
  const start = shape.isColumnar ? 0 : skipWhiteSpace(text, 0, text.length);
  return spanIn(block, start, messageEnd(block, event, message) ?? trimmedEnd(text, start, text.length));
}

/** Place where a message ends that has text behind it. */
function messageEnd(
  { base }: TextWindow,
  { fields }: BlockEvent,
  message: Located<string> | undefined,
): number | undefined {
  const written = fields.get('description');
  return message && written && message.span.end < written.span.end ? message.span.end - base : undefined;
}

/** Between events such text may be one whose first line is damaged; behind the last it is prose, which is nobody's loss. */
function textBehind(
  block: TextWindow,
  event: BlockEvent,
  message: Located<string> | undefined,
  { isLast }: BlockContext,
): readonly Problem[] {
  const end = messageEnd(block, event, message);
  return isLast || end === undefined ? [] : [notUnderstood(block, end)];
}

/** The first line from `from` on is part of no event. */
function notUnderstood(block: TextWindow, from: number): Problem {
  const { text } = block;
  const start = skipWhiteSpace(text, from, text.length);
  return { code: 'text-not-understood', span: spanIn(block, start, trimmedEnd(text, start, endOfLine(text, start))) };
}

function readFields({ base }: TextWindow, { fields }: BlockEvent, { dates }: BlockContext): EventFields {
  return eventFields({
    textOf: (label) => {
      const value = fields.get(label);
      return value && !isNoValue(value.value) ? value : undefined;
    },
    readTime: (written) => dates.read(written),
    start: base,
    base,
  });
}

/** The message without text behind it: a known one ends where its template does, when a blank line follows. */
function messageOf(
  block: TextWindow,
  { fields }: BlockEvent,
  { templates }: BlockContext,
  provider: string,
): Located<string> | undefined {
  const message = fields.get('description');
  if (!message || isNoValue(message.value)) return undefined;
  const from = message.span.start - block.base;
  const to = message.span.end - block.base;
  const known = inferEvent(templates, block.text, { from, to }, provider === '' ? undefined : provider);
  const isFollowed = known?.isComplete && known.end < to && isBeforeBlankLine(block.text, known.end);
  return isFollowed ? slice(block, from, known.end) : message;
}
