import assert from 'node:assert/strict';
import { loadBuiltInCatalogue } from '../../../../src/catalogue';
import { correlate } from '../../../../src/core/cases/correlate';
import type { Incident } from '../../../../src/core/cases/incident';
import { SourceScan } from '../../../../src/core/findings/sourceScan';
import { type Language, languages } from '../../../../src/core/languages/index';
import { type ScenarioEvent } from '../../shapes/event';
import { crash, shapes } from '../../scenario';

const catalogue = loadBuiltInCatalogue();
const LEVELS = { Error: '2', Warning: '3', Information: '4' } as const;

function first(words: Readonly<Record<string, string>> | undefined): string {
  return Object.keys(words ?? {})[0] ?? assert.fail('no word');
}

/** The crash as a Windows in another language logs it: names and codes stay, every word is another one. */
function localised({ labels }: Language): readonly ScenarioEvent[] {
  const [one, two, three] = [first(labels.description), first(labels.keywords), first(labels.computer)];
  return crash.map((event) => {
    if (event.provider !== 'Service Control Manager')
      return {
        ...event,
        message: `${one} ${event.data.map((value, index) => `${two} ${index}: ${withPrefix(value)}`).join(', ')}. ${three}`,
      };
    const service = event.binary === undefined ? two : `${one} (${three})`;
    return {
      ...event,
      data: [service, ...event.data.slice(1, 4), two],
      message: `${one} ${service} ${two} 2 ${three}.`,
    };
  });
}

/** A message writes 0x before what is hexadecimal in the data. */
function withPrefix(value: string): string {
  return value === 'c0000374' ? `0x${value}` : value;
}

function copied({ labels, levels, noValue }: Language, event: ScenarioEvent): string {
  const field = (label: keyof Language['labels'], value: string): string => `${first(labels[label])}: ${value}\r\n`;
  return [
    field('logName', event.channel),
    field('source', event.provider),
    field('date', event.time.replace('T', ' ')),
    field('eventId', String(event.eventId)),
    field('level', first(levels[LEVELS[event.level]])),
    field('user', first(noValue)),
    field('computer', 'PXE01.contoso.example'),
    field('description', ''),
    `${event.message}\r\n\r\n`,
  ].join('');
}

function list({ columns, levels }: Language, events: readonly ScenarioEvent[]): string {
  const header = (['level', 'timeCreated', 'provider', 'eventId', 'taskCategory'] as const).map((each) =>
    first(columns[each]),
  );
  const rows = events.map(({ level, time, provider, eventId, category, message }) => [
    first(levels[LEVELS[level]]),
    time.replace('T', ' '),
    provider,
    String(eventId),
    category,
    `"${message}"`,
  ]);
  return [header, ...rows].map((row) => row.join(',')).join('\r\n');
}

function incidentOf(text: string): Incident {
  const scan = new SourceScan('System.txt', catalogue, { dateOrder: 'auto' });
  scan.push(text);
  const report = scan.finish('utf-8');
  assert.deepEqual([report.recordCount, report.problems], [crash.length, []]);
  const { incidents } = correlate([report], catalogue, {
    windowMinutes: 10,
    localOffsetMinutes: undefined,
    unnamedComputer: 'folder',
  });
  assert.equal(incidents.length, 1);
  return incidents[0] ?? assert.fail();
}

function signs({ seen }: Incident): readonly string[] {
  return seen.map(({ sign }) => sign.id).sort();
}

describe('the crash on a Windows in another language', () => {
  for (const language of languages.filter(({ id }) => id !== 'ko' && id !== 'en')) {
    const events = localised(language);

    it(`has every sign where the binary name of the service is exported, by it, ids and codes: ${language.name}`, () => {
      for (const shape of [
        'Event Viewer XML',
        'rendered XML',
        'wmic ntevent /format:list',
        'wmic ntevent /format:csv',
        'Kibana CSV',
      ]) {
        const incident = incidentOf(shapes[shape]?.write(events) ?? assert.fail());
        assert.deepEqual([incident.ruleId, incident.confidence], ['kb-2510665', 'matches']);
        assert.deepEqual(signs(incident), [
          'heap-corruption-crash',
          'image-server-failed',
          'imgsrv-error-code',
          'imgsrv-provider-failed',
          'wds-terminated',
        ]);
      }
    });

    it(`is found in texts too, by ids, names of files and codes: ${language.name}`, () => {
      const texts = [events.map((event) => copied(language, event)).join(''), list(language, events)];
      for (const text of texts) {
        const incident = incidentOf(text);
        // A text lacks the binary name, and the name of the service is another word: that sign is missed and said to be.
        assert.deepEqual([incident.ruleId, incident.confidence], ['kb-2510665', 'possible']);
        assert.ok(incident.missing.some(({ id }) => id === 'wds-terminated'));
        assert.deepEqual(signs(incident), [
          'heap-corruption-crash',
          'image-server-failed',
          'imgsrv-error-code',
          'imgsrv-provider-failed',
        ]);
      }
    });
  }
});
