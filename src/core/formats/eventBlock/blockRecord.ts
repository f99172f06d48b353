import { inferEvent } from '../../records/inferEvent';
import type { EventRecord } from '../../records/eventRecord';
import type { TemplateIndex } from '../../records/templateIndex';
import { type Located, type Span, type TextWindow, spanIn } from '../../text/span';
import { skipWhiteSpace, trimmedEnd } from '../../text/whiteSpace';
import { isNoValue, slice } from '../copiedText/textContext';
import { endOfLine, isBeforeBlankLine } from '../copiedText/textLine';
import { type EventFields, eventFields } from '../eventFields';
import type { Problem } from '../format';
import type { SourceDates } from '../sourceDates';
import type { BlockEvent, BlockShape } from './blockShape';

/** What reading a block depends on. */
export interface BlockContext {
  readonly shape: BlockShape;
  readonly dates: SourceDates;
  /** Given for the last block, whose message may be followed by text that is no part of it. */
  readonly templates: TemplateIndex | undefined;
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
    return { problems: [{ code: 'text-not-understood', span: firstLine(block) }] };
  }
  const message = messageOf(block, event, context, read.fields.provider.value);
  const { binary, eventData = [], recordId } = event;
  return {
    record: {
      ...read.fields,
      span: spanOf(block, event, message),
      ...(recordId &&
        /^\d{1,15}$/.test(recordId.value) && { recordId: { ...recordId, value: Number(recordId.value) } }),
      ...(message && { message }),
      ...(binary && { binary }),
      eventData,
    },
    problems: read.problems,
  };
}

function isEvent({ eventId, provider, timeCreated }: EventFields['fields']): boolean {
  return eventId !== undefined || (provider.value !== '' && timeCreated !== undefined);
}

/** The lines of the event; prose behind its message is not among them. */
function spanOf(block: TextWindow, { fields }: BlockEvent, message: Located<string> | undefined): Span {
  const { text } = block;
  const start = skipWhiteSpace(text, 0, text.length);
  const written = fields.get('description');
  const isCut = message && written && message.span.end < written.span.end;
  return spanIn(block, start, isCut ? message.span.end - block.base : trimmedEnd(text, start, text.length));
}

function firstLine(block: TextWindow): Span {
  const start = skipWhiteSpace(block.text, 0, block.text.length);
  return spanIn(block, start, trimmedEnd(block.text, start, endOfLine(block.text, start)));
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

/** The message; of the last block without prose behind it: a known message ends where its template does. */
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
  const known = templates && inferEvent(templates, block.text, { from, to }, provider === '' ? undefined : provider);
  const isFollowed = known?.isComplete && known.end < to && isBeforeBlankLine(block.text, known.end);
  return isFollowed ? slice(block, from, known.end) : message;
}
