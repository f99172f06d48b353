import assert from 'node:assert/strict';
import type { Language } from '../../src/core/languages/index';
import type { ScenarioEvent } from './shapes/event';

const LEVELS = { Error: '2', Warning: '3', Information: '4' } as const;
const NBSP = '\u00a0';

/** A word of the language with that meaning. */
export function first(words: Readonly<Record<string, string>> | undefined): string {
  return Object.keys(words ?? {})[0] ?? assert.fail('no word');
}

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: number;
  readonly clock: string;
}

/** How Windows writes a date and a time of day by default where the language is spoken. */
const NOTATIONS: Readonly<Record<string, (parts: Parts) => string>> = {
  de: ({ year, month, day, clock }) => `${day}.${month}.${year} ${clock}`,
  en: ({ year, month, day, hour, clock }) =>
    `${Number(month)}/${Number(day)}/${year} ${hour % 12 || 12}${clock.slice(2)} ${hour < 12 ? 'AM' : 'PM'}`,
  es: ({ year, month, day, hour, clock }) => `${day}/${month}/${year} ${hour}${clock.slice(2)}`,
  fr: ({ year, month, day, clock }) => `${day}/${month}/${year} ${clock}`,
  it: ({ year, month, day, clock }) => `${day}/${month}/${year} ${clock}`,
  ja: ({ year, month, day, hour, clock }) => `${year}/${month}/${day} ${hour}${clock.slice(2)}`,
  pl: ({ year, month, day, clock }) => `${year}-${month}-${day} ${clock}`,
  pt: ({ year, month, day, clock }) => `${day}/${month}/${year} ${clock}`,
  ru: ({ year, month, day, hour, clock }) => `${day}.${month}.${year} ${hour}${clock.slice(2)}`,
  tr: ({ year, month, day, clock }) => `${Number(day)}.${month}.${year} ${clock}`,
  'zh-CN': ({ year, month, day, hour, clock }) => `${year}/${Number(month)}/${Number(day)} ${hour}${clock.slice(2)}`,
  'zh-TW': ({ year, month, day, hour, clock }) =>
    `${year}/${Number(month)}/${Number(day)} ${hour < 12 ? '上午' : '下午'} ${String(hour % 12 || 12).padStart(2, '0')}${clock.slice(2)}`,
};

function dateOf({ id }: Language, time: string): string {
  const [date = '', clock = ''] = time.split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  const write = NOTATIONS[id] ?? assert.fail(id);
  return write({ year, month, day, hour: Number(clock.slice(0, 2)), clock });
}

function levelOf({ levels }: Language, { level }: ScenarioEvent): string {
  return first(levels[LEVELS[level]]);
}

function list(separator: string) {
  return (language: Language, events: readonly ScenarioEvent[]): string => {
    const header = (['level', 'timeCreated', 'provider', 'eventId', 'taskCategory'] as const).map((each) =>
      first(language.columns[each]),
    );
    const rows = events.map((event) => [
      levelOf(language, event),
      dateOf(language, event.time),
      event.provider,
      String(event.eventId),
      event.category,
      `"${event.message}"`,
    ]);
    return [header, ...rows].map((row) => `${row.join(separator)}\r\n`).join('');
  };
}

/** The fields of an event, with its message below them, as they stand in all texts with labels. */
function labelled(
  language: Language,
  event: ScenarioEvent,
  line: (label: string, value: string) => string,
  { date, keywords }: Readonly<Record<'date' | 'keywords', string>>,
): string {
  const field = (label: keyof Language['labels'], value: string): string =>
    `${line(first(language.labels[label]), value)}\r\n`;
  return [
    field('logName', event.channel),
    field('source', event.provider),
    field('date', date),
    field('eventId', String(event.eventId)),
    field('category', event.category),
    field('level', levelOf(language, event)),
    field('keywords', keywords),
    field('user', first(language.noValue)),
    field('computer', 'PXE01.contoso.example'),
    field('description', ''),
    `${event.message}\r\n\r\n`,
  ].join('');
}

function copied(language: Language, events: readonly ScenarioEvent[]): string {
  const colon = language.id === 'fr' ? `${NBSP}:` : ':';
  const line = (label: string, value: string): string => `${`${label}${colon}`.padEnd(15)}${value}`;
  return events
    .map((event) => labelled(language, event, line, { date: dateOf(language, event.time), keywords: '' }))
    .join('');
}

function wevtutil(language: Language, events: readonly ScenarioEvent[]): string {
  const line = (label: string, value: string): string => `  ${label}: ${value}`;
  const keywords = first(language.noValue);
  return events
    .map((event, index) => {
      const fields = labelled(language, event, line, { date: `${event.time}.000`, keywords });
      return `Event[${index}]:\r\n${fields}`;
    })
    .join('');
}

/** The names of properties are English in every language. */
function formatList(language: Language, events: readonly ScenarioEvent[]): string {
  return events
    .map((event) =>
      Object.entries({
        TimeCreated: dateOf(language, event.time),
        ProviderName: event.provider,
        Id: String(event.eventId),
        LevelDisplayName: levelOf(language, event),
        MachineName: 'PXE01.contoso.example',
        Message: event.message,
      })
        .map(([name, value]) => `${name.padEnd(16)} : ${value}\r\n`)
        .join('')
        .concat('\r\n'),
    )
    .join('');
}

/** Shapes whose header, labels or values are words of the display language. The words of wevtutil are taken to be those of the Event Viewer. */
export const localisedShapes: Readonly<
  Record<string, (language: Language, events: readonly ScenarioEvent[]) => string>
> = {
  CSV: list(','),
  TXT: list('\t'),
  'copied text': copied,
  'wevtutil text': wevtutil,
  'Get-WinEvent | Format-List': formatList,
};
