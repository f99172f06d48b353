import assert from 'node:assert/strict';
import { loadBuiltInCatalogue } from '../../../../src/catalogue';
import { FileScan, type ScanSettings, type SourceReport, SourceScan } from '../../../../src/core';
import { type Random, randomFrom } from '../../../fuzz/random';

const catalogue = loadBuiltInCatalogue();
const settings: ScanSettings = { dateOrder: 'auto' };

interface Told {
  readonly provider?: string;
  readonly id?: number;
  readonly level?: number;
  readonly second?: number;
  readonly computer?: string;
  readonly data?: string;
}

function eventOf(told: Told = {}): string {
  const { provider = 'Some-Provider', id = 1, level = 4, second = 0, computer = 'PXE01', data = 'x' } = told;
  const time = new Date(Date.UTC(2012, 2, 14) + second * 1000).toISOString();
  return (
    `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${provider}'/>` +
    `<EventID>${id}</EventID><Level>${level}</Level><TimeCreated SystemTime='${time}'/>` +
    `<Computer>${computer}</Computer></System><EventData><Data>${data}</Data></EventData></Event>`
  );
}

/** Long enough for its end to be passed over: the format is told by what is above. */
const START = `<Events>${Array.from({ length: 260 }, (_, second) => eventOf({ second, id: second % 3 })).join('\r\n')}`;

/** What reading all of it as text gives. */
function asText(text: string): SourceReport {
  const scan = new SourceScan('export.xml', catalogue, settings);
  scan.push(text.replace(/^\uFEFF/, ''));
  return scan.finish(text.startsWith('\uFEFF') ? 'utf-8-bom' : 'utf-8');
}

function asBytes(bytes: Uint8Array, blockSize: number): SourceReport {
  const count = Math.ceil(bytes.length / blockSize);
  return asParts(Array.from({ length: count }, (_, at) => bytes.slice(at * blockSize, (at + 1) * blockSize)));
}

function asParts(parts: readonly Uint8Array[]): SourceReport {
  const scan = new FileScan('export.xml', catalogue, settings);
  for (const part of parts) scan.push(part);
  return scan.finish();
}

function check(text: string, blockSizes: readonly number[] = [1021, 0x100000]): SourceReport {
  const expected = asText(text);
  const bytes = new TextEncoder().encode(text);
  for (const size of blockSizes) assert.deepEqual(asBytes(bytes, size), expected, `block size ${size}`);
  for (const encoding of text.startsWith('\uFEFF') ? [] : UTF_16) {
    const wide = asBytes(utf16(text, encoding), blockSizes.at(-1) ?? bytes.length);
    assert.deepEqual(wide, { ...expected, encoding }, encoding);
  }
  return expected;
}

const UTF_16 = ['utf-16le', 'utf-16be'] as const;

function utf16(text: string, encoding: (typeof UTF_16)[number]): Buffer {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

function many(count: number, told: (index: number) => Told, between = ''): string {
  return Array.from({ length: count }, (_, index) => eventOf(told(index)) + between).join('');
}

const CRASHED = { provider: 'Service Control Manager', id: 7031, level: 2, data: 'Windows Deployment Services Server' };

/** The first and the last time of a file stand in events that are only counted. */
const TURNS: Readonly<Record<number, number>> = { 1000: -9000, 1102: 9000 };

const texts: Readonly<Record<string, () => string>> = {
  'kinds in the order in which they come': () =>
    many(2000, (index) => ({
      id: (index * 7) % 5,
      provider: `P${index % 3}`,
      level: index % 6,
      second: TURNS[index] ?? index,
    })),
  'more kinds than are counted at a time': () =>
    many(6000, (index) => ({ id: index % 3000, provider: `Provider-${index % 300}` })),
  'more computers than are kept, some of them in turns': () =>
    many(3000, (index) => ({ computer: `C${index < 1500 ? index % 12 : index % 700}` })),
  'thousands of errors, whose times are kept': () => many(3000, (index) => ({ level: 2, second: index })),
  'findings between them on lines that end in every way': () =>
    ['\r\n', '\n', '\r', '\n\r', ''].map((end) => many(300, (at) => (at % 90 ? {} : CRASHED), end)).join(''),
  'findings on one line with characters of two, three and four bytes': () =>
    many(900, (index) => (index % 90 ? { data: 'ü€\u{1F600}'.repeat(index % 40) } : CRASHED)),
  'comments, CDATA sections and what looks like events in them': () =>
    many(900, (index) => ({ data: index % 97 ? 'x' : '<![CDATA[</Event><Event >]]>' }), '<!-- <Event> -->').replace(
      /<!--.*?-->/g,
      (comment, at: number) => (at % 7 ? '' : comment),
    ),
  'a comment that is longer than all that is held': () =>
    `${many(300, () => ({}))}<!-- ${many(3000, () => ({}))}-->${many(500, () => CRASHED)}`,
  'events without end and ends without event': () =>
    many(2000, (index) => (index % 300 ? {} : { data: index % 600 ? '<Event ' : '</Event></Event>' })),
  'an event that is longer than all that is held': () =>
    many(300, () => ({})) + eventOf({ data: 'y'.repeat(700_000) }) + many(300, () => CRASHED),
  'blanks that are longer than all that is held': () =>
    many(300, () => ({})) + ' \r\n'.repeat(300_000) + many(300, () => CRASHED),
  'a mass of tags': () => many(300, () => ({})) + '<Event>'.repeat(10_000) + many(300, () => CRASHED),
  'a last event that is cut off': () => many(900, () => ({})) + eventOf(CRASHED).slice(0, -30),
  'heads in an order that Windows does not write': () =>
    many(900, (index) => ({ id: index })).replace(/(<EventID>5\d*<\/EventID>)(<Level>4<\/Level>)/g, '$2$1'),
  'values that are missing or are none': () =>
    many(900, (index) => ({ id: index }))
      .replace(/<Computer>PXE01<\/Computer>/g, (all, at: number) => (at % 5 ? all : ''))
      .replace(/<Level>4<\/Level>/g, (all, at: number) => (at % 7 ? all : '<Level>9</Level>'))
      .replace(/000Z'/g, (all, at: number) => (at % 9 ? all : "000'")),
};

describe('a file of event XML of which only some events are read', () => {
  for (const [name, write] of Object.entries(texts)) {
    it(`gives what reading all of it gives: ${name}`, () => {
      const text = `${START}${write()}</Events>`;
      const { recordCount } = check(text);
      assert.ok(recordCount > 260, `${recordCount}`);
      check(`\uFEFF${text}`, [0x100000]);
    });
  }

  it('finds the encoding by the first byte beyond ASCII, however late it comes', () => {
    const [before, after] = [START + many(3000, () => ({})), many(300, () => CRASHED)];
    const utf8 = check(`${before}${eventOf({ data: 'Zürich, Genève' })}${after}`);
    const page = asBytes(Buffer.from(`${before}${eventOf({ data: 'Zürich, Genève' })}${after}`, 'latin1'), 4096);
    assert.deepEqual({ ...page, encoding: 'utf-8' }, utf8);
    assert.equal(page.encoding, 'windows-1252');
  });

  it('says that bytes are no UTF-8 once others were', () => {
    const text = `${START}${many(3000, () => ({ data: 'ü€' }))}`;
    for (const bad of [[0xff], [0xe2, 0x82], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x80]]) {
      const bytes = Buffer.concat([Buffer.from(text), Buffer.from(bad), Buffer.from(many(300, () => CRASHED))]);
      const report = asBytes(bytes, 0x10000);
      assert.deepEqual([report.recordCount, report.findings.length], [3560, 900]);
      assert.deepEqual(report.coverage.problemCounts, { 'bytes-not-in-encoding': 1 }, bad.join());
    }
  });

  it('finds in UTF-16 what it finds in its text, whatever its units are and wherever it is cut', () => {
    const odd = 'ü€\u{1F600}\uD83D\uDE00\uD83Dx\uDE00\0\uFFFF\uFEFF\uD83D\uD83D\uDE00';
    const [above, below] = [`${START}\r\n\u0416`, many(500, (index) => (index % 90 ? {} : CRASHED))];
    const text = above + eventOf({ ...CRASHED, data: `${CRASHED.data} ${odd}` }) + odd + below;
    const expected = asText(text);
    for (const encoding of UTF_16) {
      const bytes = utf16(text, encoding);
      const from = 2 * (text.indexOf(odd) - 4);
      for (let cut = from; cut < from + 2 * (odd.length + 8); cut++) {
        const report = asParts([bytes.subarray(0, cut), bytes.subarray(cut)]);
        assert.deepEqual(report, { ...expected, encoding }, `${encoding} cut at ${cut}`);
      }
    }
  });

  it('says that UTF-16 ends with half a unit', () => {
    const text = START + many(900, (index) => (index % 90 ? {} : CRASHED));
    for (const encoding of UTF_16) {
      for (const half of [[0x20], [0xd8, 0x3d, 0x20]]) {
        const report = asBytes(Buffer.concat([utf16(text, encoding), Buffer.from(half)]), 0x40000);
        assert.deepEqual([report.recordCount, report.findings.length], [1160, 30]);
        assert.equal(report.coverage.problemCounts['bytes-not-in-encoding'], 1);
      }
    }
  });

  it('gives what reading all of it gives after any damage', () => {
    const random = randomFrom(20120314);
    const parts = [
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<Event>',
      '</Event>',
      '\r',
      '\n',
      'ü',
      '\u{1F600}',
      '\uFFFD',
      '<',
      "'",
      '&#',
    ];
    for (let round = 0; round < 60; round++) {
      let text = many(400, (index) => (index % 50 ? { second: index, id: index % 9 } : CRASHED), '\r\n');
      for (let changes = random(6); changes >= 0; changes--) text = damaged(text, parts, random);
      check(`${START}${text}`, [1 + random(0x20000)]);
    }
  });
});

function damaged(text: string, parts: readonly string[], random: Random): string {
  const at = random(text.length);
  return text.slice(0, at) + (parts[random(parts.length)] ?? '') + text.slice(at + random(3) * random(40));
}
