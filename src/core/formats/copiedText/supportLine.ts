import { inferEvent } from '../../records/inferEvent';
import type { EventRecord, Level } from '../../records/eventRecord';
import type { EventTime } from '../../records/eventTime';
import type { Located } from '../../text/span';
import { skipWhiteSpace, trimmedEnd } from '../../text/whiteSpace';
import { parseLevel } from '../levels';
import { type Columns, splitColumns } from './columns';
import { type TextContext, isNoValue, slice } from './textContext';
import type { TextLine } from './textLine';
import { type WordSpan, wordsOf } from './words';

/** Words a date and time take at most: `3/14/2012 9:14:08 AM` and one to spare. */
const LONGEST_TIME = 4;
/** Words before the message of a line whose columns are lost: computer, source, category and user. */
const LONGEST_PREAMBLE = 14;
/** Units of the name of a provider in front of a colon. */
const LONGEST_PROVIDER = 80;

/** Date and time at the start of a line; `time` is missing where they were replaced by `<Date> <Time>`. */
interface TimePrefix {
  readonly time?: Located<EventTime>;
  /** Where the rest of the line starts. */
  readonly next: number;
}

/**
 * The event on one line of a support dump, undefined when the line is something else:
 *
 *     <Date> <Time>  Error  <Computer>  Service Control Manager  N/A  N/A  The … service terminated unexpectedly. …
 *     <Date> <Time> Error <Computer> Service Control Manager N/A N/A The … service terminated unexpectedly. …
 *     08.02.2021 14:46:25 Service Control Manager: The … service terminated unexpectedly. …
 *
 * In the first form the columns are parted by two blanks or a tab. In the others the message must be a known one, as it
 * tells where it starts. None has an event id: it is inferred.
 */
export function parseSupportLine(context: TextContext, line: TextLine): EventRecord | undefined {
  const prefix = parseTimePrefix(context, line);
  if (!prefix) return undefined;
  const columns = splitColumns(context.window.text, prefix.next, line.to);
  const record = columns ? columnRecord(context, line, columns) : undefined;
  const fields = record ?? preambleRecord(context, line, prefix.next) ?? oneLineRecord(context, line, prefix.next);
  return fields && { ...fields, ...(prefix.time && { timeCreated: prefix.time }) };
}

function parseTimePrefix(context: TextContext, line: TextLine): TimePrefix | undefined {
  const { text } = context.window;
  const first = text.charAt(line.from);
  if (first === '<') {
    const length = /^<date>(?:\s{1,20}<time>)?/i.exec(text.slice(line.from, line.from + 40))?.[0].length;
    return length === undefined ? undefined : { next: skipWhiteSpace(text, line.from + length, line.to) };
  }
  if (first < '0' || first > '9') return undefined;
  const words = wordsOf(text, line.from, line.to, LONGEST_TIME);
  for (const word of [...words].reverse()) {
    const written = slice(context.window, line.from, word.to);
    const value = context.readTime(written.value);
    if (value) return { time: { value, span: written.span }, next: skipWhiteSpace(text, word.to, line.to) };
  }
  return undefined;
}

/** The columns level, computer, source, category, user and message. */
function columnRecord(context: TextContext, line: TextLine, columns: Columns): EventRecord | undefined {
  const { window } = context;
  const [level, computer, source, , user, message] = columns;
  const levelValue = wordLevel(window.text.slice(level.from, level.to));
  const provider = slice(window, source.from, source.to);
  if (levelValue === undefined || isNoValue(provider.value) || message.from === message.to) return undefined;
  const inferred = inferEvent(context.templates, window.text, message, provider.value);
  const userId = slice(window, user.from, user.to);
  return {
    ...commonFields(context, line, { provider, message: message.from, eventId: inferred?.eventId }),
    level: { value: levelValue, span: slice(window, level.from, level.to).span },
    ...computerField(context, computer),
    ...(!isNoValue(userId.value) && { userId }),
  };
}

/** Level and computer are single words; the words behind them up to a known message are source, category and user. */
function preambleRecord(context: TextContext, line: TextLine, from: number): EventRecord | undefined {
  const { window, templates } = context;
  const [level, computer, ...rest] = wordsOf(window.text, from, line.to, LONGEST_PREAMBLE);
  const [first] = rest;
  if (!level || !computer || !first) return undefined;
  const levelValue = wordLevel(window.text.slice(level.from, level.to));
  if (levelValue === undefined) return undefined;
  for (const word of rest) {
    const inferred = inferEvent(templates, window.text, { from: word.from, to: line.to });
    if (!inferred) continue;
    const name = window.text.slice(first.from, first.from + inferred.provider.length);
    const isNamed = name.toLowerCase() === inferred.provider.toLowerCase() && word.from > first.from;
    const provider = isNamed
      ? slice(window, first.from, first.from + name.length)
      : { value: inferred.provider, span: slice(window, word.from, line.to).span };
    return {
      ...commonFields(context, line, { provider, message: word.from, eventId: inferred.eventId }),
      level: { value: levelValue, span: slice(window, level.from, level.to).span },
      ...computerField(context, computer),
    };
  }
  return undefined;
}

/** Source, colon, message. */
function oneLineRecord(context: TextContext, line: TextLine, from: number): EventRecord | undefined {
  const { text } = context.window;
  const colon = text.slice(from, Math.min(line.to, from + LONGEST_PROVIDER)).indexOf(': ');
  if (colon <= 0) return undefined;
  const provider = slice(context.window, from, trimmedEnd(text, from, from + colon));
  const message = skipWhiteSpace(text, from + colon + 1, line.to);
  const inferred = inferEvent(context.templates, text, { from: message, to: line.to }, provider.value);
  return inferred && commonFields(context, line, { provider, message, eventId: inferred.eventId });
}

function commonFields(
  { window }: TextContext,
  line: TextLine,
  known: { readonly provider: Located<string>; readonly message: number; readonly eventId: number | undefined },
): EventRecord {
  return {
    span: slice(window, line.from, line.to).span,
    provider: known.provider,
    ...(known.eventId !== undefined && {
      eventId: { value: known.eventId, span: known.provider.span },
      eventIdInferred: true as const,
    }),
    eventData: [],
    message: slice(window, known.message, line.to),
  };
}

function computerField({ window }: TextContext, { from, to }: WordSpan): Pick<EventRecord, 'computer'> {
  const computer = slice(window, from, to);
  return isNoValue(computer.value) ? {} : { computer };
}

/** A level by its word; digits, which also name levels, are too common in a line of text. */
function wordLevel(word: string): Level | undefined {
  return /^\d/.test(word) ? undefined : parseLevel(word);
}
