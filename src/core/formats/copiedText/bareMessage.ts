import { inferEvent } from '../../records/inferEvent';
import { startsMessage } from '../../records/templateIndex';
import { spanIn } from '../../text/span';
import { skipWhiteSpace, trimmedEnd } from '../../text/whiteSpace';
import { endOfShape } from './shapeStart';
import { type Reading, type TextContext, slice } from './textContext';
import { type TextLine, endOfLine, isBeforeBlankLine, lineAt } from './textLine';

/** What is looked at behind the start of a message; the longest known one has 25 lines. */
const LONGEST_MESSAGE = 0x4000;
const MOST_LINES = 64;

/** `- `, `* `, `• `, `1. ` in front of a message. */
const LIST_MARK = /^(?:[-*+•]|\d{1,2}[.)])\s{1,8}/;
const LONGEST_LIST_MARK = 12;

/** Where the text of the line starts behind a list mark. */
export function behindListMark(text: string, line: TextLine): number {
  const start = text.slice(line.from, Math.min(line.to, line.from + LONGEST_LIST_MARK));
  return line.from + (LIST_MARK.exec(start)?.[0].length ?? 0);
}

/**
 * A known message with nothing around it that says which event it is: provider and id are inferred from its text.
 * Undefined when no known message starts on the line.
 */
export function readBareMessage(context: TextContext, line: TextLine): Reading | undefined {
  const { window, templates } = context;
  const from = behindListMark(window.text, line);
  if (!startsMessage(templates, window.text, from, line.to)) return undefined;
  const limit = messageLimit(context, line);
  if (limit === undefined) return { searched: {} };
  const inferred = inferEvent(templates, window.text, { from, to: limit });
  if (!inferred || (!inferred.isComplete && inferred.eventId === undefined)) return undefined;
  const end = inferred.isComplete ? inferred.end : paragraphEnd(window.text, inferred.end, limit);
  const firstLine = spanIn(window, from, Math.min(line.to, end));
  return {
    record: {
      span: spanIn(window, from, end),
      provider: { value: inferred.provider, span: firstLine },
      ...(inferred.eventId !== undefined && {
        eventId: { value: inferred.eventId, span: firstLine },
        eventIdInferred: true as const,
      }),
      eventData: [],
      message: slice(window, from, end),
    },
    problems: [],
    next: end,
  };
}

/** How far the message may reach: to the next event of any shape; undefined when the window ends before that is known. */
function messageLimit(context: TextContext, line: TextLine): number | undefined {
  const { window } = context;
  let end = line.to;
  let at = line.next;
  for (let count = 1; count < MOST_LINES && at - line.from < LONGEST_MESSAGE; count++) {
    const next = lineAt(window, at);
    if (!next) return window.ended || window.text.length - line.from > LONGEST_MESSAGE ? end : undefined;
    const stop = endOfShape(context, next);
    if (stop === 'more') return undefined;
    if (stop || startsBareMessage(context, next)) return end;
    if (next.to > next.from) end = next.to;
    at = next.next;
  }
  return end;
}

/** Whether a known message seems to start on the line. */
export function startsBareMessage({ window, templates }: TextContext, line: TextLine): boolean {
  return startsMessage(templates, window.text, behindListMark(window.text, line), line.to);
}

function paragraphEnd(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && !isBeforeBlankLine(text, end)) end = endOfLine(text, skipWhiteSpace(text, end, limit));
  return trimmedEnd(text, from, Math.min(end, limit));
}
