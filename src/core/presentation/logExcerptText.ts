import {
  type ExcerptPart,
  type LaidOutEvent,
  type LogExcerpt,
  type LogSource,
  makeExcerpt,
} from '../findings/logExcerpt';
import { noticeText } from './escape';
import { count, fileName } from './names';

/** What is known about the log of an excerpt, and which of its events were read. */
export interface ExcerptInput {
  readonly path: string;
  readonly source: Pick<LogSource, 'content' | 'preamble'>;
  /** Of the whole log. */
  readonly eventCount: number;
  /** Events of the whole log that show a sign of a known issue. */
  readonly signEventCount: number;
  /** In the order of the log, with gaps. */
  readonly events: readonly LaidOutEvent[];
  /** Whether the events were chosen for the signs that they show. */
  readonly isAroundFindings: boolean;
}

/** Makes the text that stands for a log on disk: what is shown and what is not, then the events. */
export function renderLogExcerpt(input: ExcerptInput): LogExcerpt {
  const { source, events, eventCount, isAroundFindings } = input;
  const isXml = source.content === 'xml';
  const words = isXml ? xmlWords(input) : { first: source.preamble.trimEnd(), last: '' };
  const parts: ExcerptPart[] = words.first === '' ? [] : [{ words: words.first }];
  const addGap = (from: number, to: number): void => {
    if (isXml && to > from) parts.push({ words: comment(`${count(to - from, 'event')} not shown`) });
  };
  // A page is what its first line says; a choice of events has gaps at its ends too.
  let next = isAroundFindings ? 0 : events[0]?.ordinal;
  for (const event of events) {
    addGap(next ?? event.ordinal, event.ordinal);
    parts.push({ event });
    next = event.ordinal + 1;
  }
  if (isAroundFindings) addGap(next ?? eventCount, eventCount);
  if (words.last !== '') parts.push({ words: words.last });
  return makeExcerpt(parts);
}

/** What is shown of the log, in one line: `Events 12,001 to 14,000 of 134,523`. */
export function shownEventsText(input: Pick<ExcerptInput, 'eventCount' | 'events' | 'isAroundFindings'>): string {
  const { events, eventCount, isAroundFindings } = input;
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) return 'No events';
  if (events.length === eventCount) return `All ${count(eventCount, 'event')}`;
  if (isAroundFindings) {
    return `Events that show signs, with their neighbours: ${number(events.length)} of ${count(eventCount, 'event')}`;
  }
  return `Events ${number(first.ordinal + 1)} to ${number(last.ordinal + 1)} of ${number(eventCount)}`;
}

/** What was looked at for signs, whatever is shown. */
export function searchedEventsText({
  eventCount,
  signEventCount,
}: Pick<ExcerptInput, 'eventCount' | 'signEventCount'>): string {
  const events = `the ${count(eventCount, 'event')} of the log`;
  if (signEventCount === 0) return `None of ${events} shows a sign of a known issue`;
  return `${number(signEventCount)} of ${events} ${signEventCount === 1 ? 'shows' : 'show'} signs of known issues`;
}

/** Titles of what leads from one excerpt of a log to another. */
/** What to say when somebody opens a file as a log that is none. */
export function noLogText(path: string): string {
  return `${noticeText(fileName(path))} is no event log, CMTrace log or registry export that WinTriage reads.`;
}

export const logExcerptText = {
  earlier: 'Earlier events',
  later: 'Later events',
  aroundFindings: 'Events that show signs',
  allEvents: 'All events around the cursor',
  createFix: 'Create registry fix (.reg)...',
  opening: 'Reading the log',
  openLog: 'Open Event Log',
  noView: 'WinTriage shows a log as text. Open the file itself to see it.',
  notOnDisk: 'This log could not be read.',
} as const;

function xmlWords(input: ExcerptInput): { first: string; last: string } {
  const shown = comment(`${fileName(input.path)}: ${lowerFirst(shownEventsText(input))}`);
  const told = `${shown}\n${comment(searchedEventsText(input))}`;
  return {
    first: `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n${told}\n<Events>`,
    last: '</Events>',
  };
}

/** Neither `--` nor tags: a name of a file must not end the comment, nor look like an event to anybody. */
function comment(text: string): string {
  return `<!-- ${text.replace(/[<>]/g, '_').replace(/--+/g, '-')} -->`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function number(value: number): string {
  return count(value, '', '').trimEnd();
}
