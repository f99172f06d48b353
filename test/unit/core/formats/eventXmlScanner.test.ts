import assert from 'node:assert/strict';
import { eventXml } from '../../../../src/core/formats/eventXml';
import type { HeadPlaces } from '../../../../src/core/formats/eventXmlHeadPlaces';
import { findHeadPlaces, headTags } from '../../../../src/core/formats/eventXmlHeadPlaces';
import { XmlHeadReader } from '../../../../src/core/formats/eventXmlHead';
import { EventXmlScanner } from '../../../../src/core/formats/eventXmlScanner';

interface Told {
  readonly provider?: string;
  readonly id?: number;
  readonly level?: string;
  readonly time?: string;
  readonly between?: string;
  readonly computer?: string;
}

function eventOf({
  provider = 'WDSServer',
  id = 512,
  level = '3',
  time = TIME,
  between = '',
  computer = 'PXE01',
}: Told = {}) {
  return (
    `<Event xmlns='x'><System><Provider Name='${provider}'/><EventID Qualifiers='0'>${id}</EventID><Level>${level}</Level>` +
    `<TimeCreated SystemTime='${time}'/>${between}<Computer>${computer}</Computer></System></Event>`
  );
}

const TIME = '2012-03-14T09:14:08.124182700Z';

function placesIn(text: string, from = 0): HeadPlaces {
  return findHeadPlaces(text, { from, to: text.length }, headTags(''));
}

/** A scanner that has learned from one event and then taken `text`. */
function scannerOf(text: string, learned = eventOf()): EventXmlScanner {
  const scanner = new EventXmlScanner();
  scanner.marksOf(learned);
  assert.equal(scanner.readHead(0), false);
  scanner.learn(0, placesIn(learned), 'WDSServer');
  scanner.marksOf(text);
  return scanner;
}

function valuesOf({ provider, eventId, level, milliseconds, computer }: EventXmlScanner): readonly unknown[] {
  return [provider, eventId, level, new Date(milliseconds).toISOString(), computer];
}

describe('EventXmlScanner', () => {
  it('reads the head of an event that looks like one that it learned, in whatever text', () => {
    const text = `ü \u{1F600}${eventOf({ level: '2', time: '2024-02-29T23:59:59.999Z', between: '<Channel>ö</Channel>', computer: 'b&amp;c' })}`;
    const scanner = scannerOf(text);
    assert.equal(scanner.readHead(text.indexOf('<')), true);
    assert.deepEqual(valuesOf(scanner), ['WDSServer', 512, 2, '2024-02-29T23:59:59.999Z', 'b&c']);
  });

  it('knows a computer again', () => {
    const text = eventOf({ computer: 'A' }) + eventOf({ computer: 'B' }) + eventOf({ computer: 'A' });
    const scanner = scannerOf(text);
    const seen = [0, 1, 2].map((index) => scanner.readHead((text.length / 3) * index) && scanner.computer);
    assert.deepEqual(seen, ['A', 'B', 'A']);
  });

  it('tells a computer as the search does where a mail broke its name', () => {
    const text = eventOf({ computer: 'PXE01.\r\n  contoso.example' });
    const scanner = scannerOf(text);
    assert.equal(scanner.readHead(0) && scanner.computer, 'PXE01. contoso.example');
    const search = new XmlHeadReader('').brief({ text, base: 0, ended: true }, 0, text.length);
    assert.equal(scanner.computer, search.computer);
  });

  const others: Readonly<Record<string, Told>> = {
    'another provider': { provider: 'WDSServez' },
    'another id': { id: 513 },
    'a level of two digits': { level: '12' },
    'a level that is none': { level: 'x' },
    'a day that does not exist': { time: '2023-02-29T09:14:08.124Z' },
    'a time without zone': { time: '2012-03-14T09:14:08.124' },
    'a computer beyond ASCII': { computer: 'PXÉ' },
    'blanks around the computer': { computer: ' PXE01' },
    'another element before the computer': { between: '<Computer a="b">x</Computer>' },
    'an end of the System part before the computer': { between: '</System>' },
  };
  for (const [what, told] of Object.entries(others)) {
    it(`leaves ${what} to the search`, () => {
      assert.equal(scannerOf(eventOf(told)).readHead(0), false);
    });
  }

  it('reads every day as a date does', () => {
    const scanner = scannerOf('');
    for (let day = Date.UTC(1896, 0, 1); day < Date.UTC(2106, 0, 1); day += 86_400_000) {
      scanner.marksOf(eventOf({ time: new Date(day).toISOString() }));
      assert.equal(scanner.readHead(0) && scanner.milliseconds, day);
    }
  });

  it('learns nothing from a level of two digits, from values in another order and from what is beyond ASCII', () => {
    const id = '<EventID>1</EventID>';
    const swapped = `<Event>${id}<Provider Name='P'/><Level>1</Level><TimeCreated SystemTime='${TIME}'/><Computer>c</Computer></Event>`;
    for (const text of [eventOf({ level: '12' }), swapped, eventOf({ provider: 'Ü' })]) {
      const scanner = new EventXmlScanner();
      scanner.marksOf(text);
      scanner.learn(0, placesIn(text), 'P');
      assert.equal(scanner.readHead(0), false, text);
    }
  });

  it('takes no text that is too long or has too many tags, which is then searched', () => {
    const scanner = new EventXmlScanner();
    const many = eventOf() + '<Event>'.repeat(10_000);
    const sections = eventOf() + '<!'.repeat(10_000);
    const long = eventOf({ between: `<a>${'x'.repeat(600_000)}</a>` });
    const wide = eventOf({ between: `<a>${'€'.repeat(200_000)}</a>` });
    for (const text of [many, sections, long, wide]) assert.equal(scanner.marksOf(text), undefined);
    assert.deepEqual([many, sections, long, wide].map(countOf), [10_001, 1, 1, 1]);
  });
});

function countOf(text: string): number {
  let count = 0;
  const sink = { head: () => count++ < 0, brief: () => count++ < 0, record: () => undefined, problem: () => undefined };
  eventXml.openReader({ dateOrder: 'auto', messageTemplates: [] }).read({ text, base: 0, ended: true }, sink);
  return count;
}
