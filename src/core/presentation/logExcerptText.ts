import {
  type ExcerptPart,
  type LaidOutEvent,
  type LogExcerpt,
  type LogSource,
  makeExcerpt,
} from '../findings/logExcerpt';
import { withLineFeeds } from '../findings/eventLayout';
import { noticeText } from './escape';
import { count, fileName } from './names';
import { plain } from './visibleText';

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
  const words = WORDS[source.content](input);
  const parts: ExcerptPart[] = words.first === '' ? [] : [{ words: words.first }];
  const addGap = (from: number, to: number): void => {
    const gap = words.gap(to - from);
    if (gap !== undefined) parts.push({ words: gap });
  };
  // A page is what its first line says; a choice of events has gaps at its ends too.
  let next = isAroundFindings ? 0 : events[0]?.ordinal;
  let above: string | undefined;
  for (const event of events) {
    addGap(next ?? event.ordinal, event.ordinal);
    if (event.above !== undefined && event.above !== above) parts.push({ words: `\n${event.above}` });
    above = event.above;
    parts.push({ event });
    next = event.ordinal + 1;
  }
  if (isAroundFindings) addGap(next ?? eventCount, eventCount);
  if (words.last !== '') parts.push({ words: words.last });
  return makeExcerpt(parts);
}

/** What is shown of the log, in one line: `Events 12,001 to 14,000 of 134,523`, `Keys 1 to 2,000 of 31,519`. */
export function shownEventsText(
  input: Pick<ExcerptInput, 'eventCount' | 'events' | 'isAroundFindings' | 'source'>,
): string {
  const { events, eventCount, isAroundFindings, source } = input;
  const { one, many, worth } = NOUNS[source.content];
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) return `No ${many}`;
  if (events.length === eventCount) return `All ${count(eventCount, one)}`;
  if (isAroundFindings) {
    return `${worth}, with their neighbours: ${number(events.length)} of ${count(eventCount, one)}`;
  }
  return `${upperFirst(many)} ${number(first.ordinal + 1)} to ${number(last.ordinal + 1)} of ${number(eventCount)}`;
}

interface Nouns {
  readonly one: string;
  readonly many: string;
  /** What is chosen from the whole. */
  readonly worth: string;
}

const EVENTS: Nouns = { one: 'event', many: 'events', worth: 'Events that show signs' };
const NOUNS: Readonly<Record<LogSource['content'], Nouns>> = {
  xml: EVENTS,
  text: EVENTS,
  reg: { one: 'key', many: 'keys', worth: 'Keys with problems and known keys' },
};

/** What was looked at for signs, whatever is shown. */
export function searchedEventsText({
  eventCount,
  signEventCount,
}: Pick<ExcerptInput, 'eventCount' | 'signEventCount'>): string {
  const events = `the ${count(eventCount, 'event')} of the log`;
  if (signEventCount === 0) return `None of ${events} shows a sign of a known issue`;
  return `${number(signEventCount)} of ${events} ${signEventCount === 1 ? 'shows' : 'show'} signs of known issues`;
}

/** What to say when somebody opens a file as a log that is none. */
export function noLogText(path: string): string {
  return `${noticeText(fileName(path))} is no event log, CMTrace log or registry export that WinTriage reads.`;
}

/** Titles of what leads from one excerpt of a log to another. */
export function wayTitles(
  content: LogSource['content'],
): Readonly<Record<'earlier' | 'later' | 'worth' | 'all', string>> {
  const { many, worth } = NOUNS[content];
  return { earlier: `Earlier ${many}`, later: `Later ${many}`, worth, all: `All ${many} around the cursor` };
}

export const logExcerptText = {
  createFix: 'Create registry fix (.reg)...',
  opening: 'Reading the log',
  openLog: 'Open Event Log',
  noView: 'WinTriage shows a log as text. Open the file itself to see it.',
  notOnDisk: 'This log could not be read.',
} as const;

/** What stands around the events of an excerpt and between two of them, `undefined` for nothing. */
interface Words {
  readonly first: string;
  gap(missing: number): string | undefined;
  readonly last: string;
}

const WORDS: Readonly<Record<LogSource['content'], (input: ExcerptInput) => Words>> = {
  xml: xmlWords,
  text: ({ source }) => ({ first: source.preamble.trimEnd(), gap: () => undefined, last: '' }),
  reg: regWords,
};

/** An import passes over comments, so that the excerpt is a registry file itself. */
function regWords(input: ExcerptInput): Words {
  const preamble = input.source.preamble.trimEnd();
  const shown = `; ${plain(fileName(input.path))}: ${lowerFirst(shownEventsText(input))}`;
  return {
    first: preamble === '' ? shown : `${withLineFeeds(preamble)}\n\n${shown}`,
    gap: (missing) => (missing > 0 ? `\n; ${count(missing, 'key')} not shown\n` : ''),
    last: '',
  };
}

function xmlWords(input: ExcerptInput): Words {
  const shown = comment(`${fileName(input.path)}: ${lowerFirst(shownEventsText(input))}`);
  const told = `${shown}\n${comment(searchedEventsText(input))}`;
  return {
    first: `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n${told}\n<Events>`,
    gap: (missing) => (missing > 0 ? comment(`${count(missing, 'event')} not shown`) : undefined),
    last: '</Events>',
  };
}

/** Neither `--` nor tags: a name of a file must not end the comment, nor look like an event to anybody. */
function comment(text: string): string {
  return `<!-- ${text.replace(/[<>]/g, '_').replace(/--+/g, '-')} -->`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function number(value: number): string {
  return count(value, '', '').trimEnd();
}
