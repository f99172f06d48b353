import assert from 'node:assert/strict';
import {
  HEAD_LENGTH,
  LONGEST_RECORD,
  LineStarts,
  type LogEvent,
  type LogSource,
  MOST_TEXT_SHOWN,
  type SourceReport,
  SourceScan,
  type Span,
  detectFormat,
  layOutEvent,
  rangeInLog,
  readReg,
  renderLogExcerpt,
  spanOf,
} from '../../../src/core/index';
import { loadBuiltInCatalogue } from '../../../src/catalogue/index';
import { bytesAsRanges } from '../../../src/platform/byteRanges';
import { openTextLog } from '../../../src/platform/textLog';
import { crash, shapes } from '../scenario';

/** Bytes that a file gives at once where the log is to be read over several blocks. */
const SHORT_READ = 20_000;
const nothing = { record: () => undefined, problem: () => undefined };
const settings = { dateOrder: 'auto', messageTemplates: [] } as const;

/** An event over several lines or one, long enough for a few hundred of them to fill more than one block. */
function xmlEvent(index: number, lineEnd: string): string {
  const id = index % 50 === 0 ? 7031 : 7036;
  return [
    `<Event xmlns="urn:é"><System><Provider Name="Service Control Manager"/><EventID>${id}</EventID>`,
    `<Computer>PXE01.contoso.example</Computer></System><EventData><Data>Windows Deployment Services Server</Data>`,
    `<Data>${index}</Data><Data>${'€\u{1F600}x'.repeat(900)}</Data></EventData></Event>`,
  ].join(lineEnd);
}

function xmlLog(count: number, lineEnd: string): string {
  const events = Array.from({ length: count }, (_, index) => xmlEvent(index, lineEnd));
  return `<?xml version="1.0"?>${lineEnd}<Events>${events.join(lineEnd)}</Events>`;
}

function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
}

async function openLog(bytes: Uint8Array): Promise<LogSource> {
  const log = await openTextLog(bytesAsRanges(bytes), settings);
  assert.ok(log);
  return log;
}

function readWhole(text: string): SourceReport {
  const scan = new SourceScan('a', loadBuiltInCatalogue(), { dateOrder: 'auto' });
  scan.push(text);
  return scan.finish('utf-8');
}

function numberOf({ text }: LogEvent): string | undefined {
  return /<Data>(\d+)<\/Data>/.exec(text)?.[1];
}

describe('openTextLog', () => {
  it('reads the keys of a registry file with their values, which make an excerpt that is such a file, placed line by line', async () => {
    const keys = Array.from({ length: 400 }, (_, at) => `[HKEY_CURRENT_USER\\K${at}]\r\n"a"="${'x'.repeat(900)}"\r\n`);
    const header = 'Windows Registry Editor Version 5.00\r\n';
    const log = await openLog(utf16([header, ...keys].join('\r\n')));
    const events = (await Promise.all([0, 390].map((from) => log.readEvents({ from, to: from + 2 }, 1e6)))).flat();
    assert.deepEqual(
      events.map(({ ordinal, start, text }) => [ordinal, start.line, text.split('"', 1)[0]]),
      [0, 1, 390, 391].map((at) => [at, 2 + at * 3, `[HKEY_CURRENT_USER\\K${at}]\r\n`]),
    );
    const excerpt = renderLogExcerpt({
      path: 'a.reg',
      source: log,
      eventCount: 400,
      signEventCount: 2,
      events: events.map((event) => layOutEvent(event, log.content)),
      isAroundFindings: true,
    });
    const document = readReg(excerpt.text);
    assert.deepEqual([document.problems, document.keyEntries.length], [[], 4]);
    assert.match(excerpt.text, /^; 388 keys not shown$/m);
    const { start } = spanOf(document, document.keyEntries[3] ?? -1);
    const place = new LineStarts(excerpt.text).positionAt(start);
    assert.deepEqual(rangeInLog(excerpt, { start: place, end: place })?.start, { line: 2 + 391 * 3, column: 0 });
  });

  for (const [encoding, encode] of [
    ['UTF-8', (text: string) => new TextEncoder().encode(text)],
    ['UTF-16', utf16],
  ] as const) {
    for (const lineEnd of ['', '\n', '\r\n']) {
      it(`reads any run of an export in ${encoding} with line end ${JSON.stringify(lineEnd)}`, async () => {
        const text = xmlLog(700, lineEnd);
        const log = await openLog(encode(text));
        const events = await log.readEvents({ from: 640, to: 643 }, MOST_TEXT_SHOWN);
        assert.deepEqual(
          events.map((event) => [event.ordinal, numberOf(event)]),
          [640, 641, 642].map((ordinal) => [ordinal, String(ordinal)]),
        );
        assert.equal(events[0]?.text, xmlEvent(640, lineEnd));
        assert.equal((await log.readEvents({ from: 10, to: 11 }, MOST_TEXT_SHOWN))[0]?.text, xmlEvent(10, lineEnd));
        assert.equal((await log.readEvents({ from: 699, to: 800 }, MOST_TEXT_SHOWN)).length, 1);
      });

      it(`finds the events of findings in ${encoding} with line end ${JSON.stringify(lineEnd)}`, async () => {
        const text = xmlLog(700, lineEnd);
        const log = await openLog(encode(text));
        const { findings } = readWhole(text);
        const places = findings.filter((_, index) => index % 4 === 0).map(({ range }) => range.start);
        assert.ok(places.length > 2);
        for (const place of places.reverse()) {
          const ordinal = await log.ordinalAt(place);
          assert.equal(ordinal === undefined ? undefined : ordinal % 50, 0);
        }
        assert.equal(await log.ordinalAt({ line: 0, column: 2 }), undefined);
        assert.equal(await log.ordinalAt({ line: 1_000_000, column: 2 }), undefined);
      });
    }
  }

  it('reads any run of a list in a code page whose characters have a byte or two', async () => {
    // エラー in code page 932; its second bytes are letters of ASCII.
    const row = (id: number): Uint8Array =>
      Buffer.concat([
        Buffer.from([0x83, 0x47, 0x83, 0x89, 0x81, 0x5b]),
        Buffer.from(`,2012/03/14 10:14:08,WDSServer,${id},None,"${'x'.repeat(4000)}`),
        Buffer.from([0x95, 0x5c, 0x22, 0x0d, 0x0a]),
      ]);
    const bytes = Buffer.concat(Array.from({ length: 700 }, (_, index) => row(index)));
    const log = await openTextLog(bytesAsRanges(new Uint8Array(bytes)), { ...settings, fallbackEncoding: 'shift_jis' });
    const events = (await log?.readEvents({ from: 640, to: 642 }, MOST_TEXT_SHOWN)) ?? [];
    assert.deepEqual(
      events.map(({ ordinal, text, start }) => [ordinal, text.slice(0, 40), text.slice(-2), start.line]),
      [640, 641].map((id) => [id, `エラー,2012/03/14 10:14:08,WDSServer,${id},None`.slice(0, 40), '表"', id]),
    );
  });

  it('does not start inside a line that is too long for a row, whose end looks like one', async () => {
    const row = (id: number): string => `Error,3/14/2012 9:14:08 AM,WDSServer,${id},None,${'x'.repeat(2000)}\r\n`;
    const rows = (from: number): string => Array.from({ length: 600 }, (_, index) => row(from + index)).join('');
    const above = `Level,Date and Time,Source,Event ID,Task Category\r\n${rows(0)}"x" `;
    // Wherever a block of the file starts inside the line, a row seems to start.
    const long = 'Error,3/14/2012 9:14:08 AM,WDSServer,9999,None,y'.padEnd(63, 'y') + ',';
    const gap = 'x'.repeat(64 - (above.length % 64)) + long.repeat((2.5 * LONGEST_RECORD) / 64);
    const log = await openLog(new TextEncoder().encode(`${above}${gap}\r\n${rows(600)}`));
    const idsAt = async (from: number) =>
      (await log.readEvents({ from, to: from + 2 }, 1e6)).map(({ text }) => Number(text.split(',')[3]));
    for (const from of [1190, 599, 600, 900, 0]) assert.deepEqual(await idsAt(from), [from, from + 1]);
  });

  for (const [name, { write }] of Object.entries(shapes)) {
    it(`reads the events of a large log from its middle as from its start: ${name}`, async () => {
      const one = write(crash).length;
      const times = Math.ceil((SHORT_READ * 3) / one);
      const text = write(Array.from({ length: times }, () => crash).flat());
      const format = detectFormat(text.slice(0, HEAD_LENGTH));
      assert.ok(format);
      const spans: Span[] = [];
      format
        .openReader(settings)
        .read({ text, base: 0, ended: true }, { ...nothing, head: ({ span }) => spans.push(span) < 0 });
      const bytes = bytesAsRanges(new TextEncoder().encode(text));
      const read = (from: number, length: number): ReturnType<typeof bytes.read> =>
        bytes.read(from, Math.min(length, SHORT_READ));
      const log = await openTextLog({ length: bytes.length, read }, settings);
      assert.ok(log);
      const from = spans.length - 5;
      assert.equal(await log.ordinalAt({ line: 1_000_000, column: 0 }), undefined);
      assert.deepEqual(
        (await log.readEvents({ from, to: from + 5 }, MOST_TEXT_SHOWN)).map((event) => event.text),
        spans.slice(from).map(({ start, end }) => text.slice(start, end)),
      );
    });
  }

  it('reads no further than to the event that is wanted', async () => {
    const ranges = bytesAsRanges(new TextEncoder().encode(`${xmlLog(3, '\n')}${' '.repeat(20e6)}`));
    let read = 0;
    const counting = {
      length: ranges.length,
      read: async (start: number, length: number): Promise<Uint8Array> => {
        const bytes = await ranges.read(start, length);
        read += bytes.length;
        return bytes;
      },
    };
    const log = (await openTextLog(counting, settings)) ?? assert.fail();
    const [last] = await log.readEvents({ from: 2, to: 3 }, MOST_TEXT_SHOWN);
    assert.equal(await log.ordinalAt(last?.start ?? assert.fail()), 2);
    assert.ok(read < 4e6, `${read} bytes`);
  });

  it('reads as many events as fit, and at least one', async () => {
    const log = await openLog(new TextEncoder().encode(xmlLog(20, '\n')));
    const one = xmlEvent(10, '\n').length;
    assert.equal((await log.readEvents({ from: 10, to: 20 }, one * 2)).length, 2);
    assert.equal((await log.readEvents({ from: 10, to: 20 }, 1)).length, 1);
  });

  it('reads rows of a list from the middle with the columns of its first line', async () => {
    const header = 'Level,Date and Time,Source,Event ID,Task Category\r\n';
    const row = (index: number): string =>
      `Error,3/14/2012 10:14:08 AM,Service Control Manager,7031,None,"Row ${index}\r\n${'y'.repeat(5000)}"`;
    const text = header + Array.from({ length: 400 }, (_, index) => row(index)).join('\r\n');
    const log = await openLog(new TextEncoder().encode(text));
    assert.equal(log.content, 'text');
    assert.equal(log.preamble, header);
    const [event] = await log.readEvents({ from: 390, to: 391 }, MOST_TEXT_SHOWN);
    assert.equal(event?.text, row(390));
    assert.deepEqual(event.start, { line: 1 + 390 * 2, column: 0 });
    assert.equal(await log.ordinalAt({ line: 2 + 390 * 2, column: 7 }), 390);
  });

  it('opens nothing that is no event log', async () => {
    assert.equal(await openTextLog(bytesAsRanges(new TextEncoder().encode('a note')), settings), undefined);
    assert.equal(await openTextLog(bytesAsRanges(new Uint8Array()), settings), undefined);
  });
});
