import assert from 'node:assert/strict';
import { loadBuiltInCatalogue } from '../../../../src/catalogue';
import { correlate } from '../../../../src/core/cases/correlate';
import type { Incident } from '../../../../src/core/cases/incident';
import { SourceScan } from '../../../../src/core/findings/sourceScan';
import { type Language, languages } from '../../../../src/core/languages/index';
import { type ScenarioEvent } from '../../shapes/event';
import { first, localisedShapes } from '../../localisedShapes';
import { crash, shapes } from '../../scenario';

const catalogue = loadBuiltInCatalogue();

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

/** The same where the display name of the service is the English one, as on a server with a language pack. */
function withEnglishName(events: readonly ScenarioEvent[]): readonly ScenarioEvent[] {
  return events.map((event, index) => {
    const [service = ''] = crash[index]?.data ?? [];
    return event.provider === 'Service Control Manager' ? { ...event, message: `${service}: ${event.message}` } : event;
  });
}

function timesOf({ firstTime, lastTime }: Incident): readonly unknown[] {
  return [firstTime, lastTime].map((time) => time && [time.milliseconds, time.zone]);
}

describe('the crash on a Windows in another language', () => {
  const english = incidentOf(shapes['CSV']?.write(crash) ?? assert.fail());

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
      for (const [shape, write] of Object.entries(localisedShapes)) {
        const incident = incidentOf(write(language, events));
        assert.deepEqual(timesOf(incident), timesOf(english), shape);
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

    it(`is the same as in English where the name of the service is: ${language.name}`, () => {
      for (const [shape, write] of Object.entries(localisedShapes)) {
        const incident = incidentOf(write(language, withEnglishName(events)));
        assert.deepEqual(
          [incident.ruleId, incident.confidence, signs(incident), timesOf(incident)],
          [english.ruleId, 'matches', signs(english), timesOf(english)],
          shape,
        );
      }
    });
  }
});
