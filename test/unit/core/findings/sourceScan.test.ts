import assert from 'node:assert/strict';
import { loadBuiltInCatalogue } from '../../../../src/catalogue';
import { ByteDecoder, type SourceReport, SourceScan, correlate } from '../../../../src/core';
import { crash, shapes } from '../../scenario';

const catalogue = loadBuiltInCatalogue();

function scan(text: string, blockSize = text.length + 1): SourceReport {
  const source = new SourceScan('case/export', catalogue, { dateOrder: 'auto' });
  for (let at = 0; at < text.length; at += blockSize) source.push(text.slice(at, at + blockSize));
  return source.finish('utf-8');
}

function incidentsOf(...sources: SourceReport[]) {
  return correlate(sources, catalogue, { windowMinutes: 10, localOffsetMinutes: undefined, unnamedComputer: 'folder' })
    .incidents;
}

/** The text that a range covers, by the lines that VS Code would show. */
function textAt(
  text: string,
  range: { start: { line: number; column: number }; end: { line: number; column: number } },
): string {
  const lines = text.split(/\r\n|\n|\r/);
  assert.equal(range.start.line, range.end.line);
  return (lines[range.start.line] ?? '').slice(range.start.column, range.end.column);
}

describe('one crash in every shape', () => {
  for (const [name, { zone, write }] of Object.entries(shapes)) {
    describe(name, () => {
      const text = write(crash);

      it('gives the incident of the article', () => {
        const source = scan(text);
        assert.equal(source.recordCount, crash.length);
        assert.deepEqual(
          source.problems.filter(({ code }) => code !== 'text-cut' && code !== 'time-without-year'),
          [],
        );
        const [incident, ...others] = incidentsOf(source);
        assert.deepEqual(others, []);
        assert.equal(incident?.ruleId, 'kb-2510665');
        // Without times it cannot be told that the signs belong together.
        assert.equal(incident.confidence, zone ? 'matches' : 'possible');
        assert.deepEqual(incident.seen.map(({ sign }) => sign.id).sort(), [
          'heap-corruption-crash',
          'image-server-failed',
          'imgsrv-error-code',
          'imgsrv-provider-failed',
          'wds-terminated',
        ]);
        assert.equal(incident.firstTime?.zone, zone);
        const seconds = incident.firstTime && Math.floor(incident.firstTime.milliseconds / 1000);
        assert.equal(seconds, zone && Date.parse('2012-03-14T09:14:07Z') / 1000);
      });

      it('places every finding on its event', () => {
        const ids = scan(text).findings.map(({ range, signId }) => [signId, textAt(text, range)] as const);
        for (const [signId, marked] of ids) {
          if (signId === 'imgsrv-error-code') assert.match(marked, /^(0x)?C1030136$/i);
          else assert.notEqual(marked, '', signId);
        }
      });

      it('gives the same report in blocks of every size', () => {
        const whole = scan(text);
        for (const size of [1, 2, 3, 7, 64, 1000]) assert.deepEqual(scan(text, size), whole, `block size ${size}`);
      });

      it('gives the same incident from a file in any encoding', () => {
        const expected = incidentsOf(scan(text));
        const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
        for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), utf16, Buffer.from(utf16).swap16()]) {
          const decoder = new ByteDecoder();
          const source = new SourceScan('case/export', catalogue, { dateOrder: 'auto' });
          source.push(decoder.push(bytes));
          source.push(decoder.finish());
          assert.deepEqual(incidentsOf(source.finish(decoder.encoding)), expected, decoder.encoding);
        }
      });

      it('gives the same incident with LF and CR line ends', () => {
        const expected = incidentsOf(scan(text)).map(({ confidence, seen }) => [
          confidence,
          seen.map(({ sign }) => sign.id),
        ]);
        for (const lineEnd of ['\n', '\r']) {
          const incidents = incidentsOf(scan(text.replace(/\r\n/g, lineEnd)));
          assert.deepEqual(
            incidents.map(({ confidence, seen }) => [confidence, seen.map(({ sign }) => sign.id)]),
            expected,
          );
        }
      });

      it('reads a single record again as it was read', () => {
        const source = new SourceScan('case/export', catalogue, { dateOrder: 'auto', recordIndex: true });
        source.push(text);
        const { findings } = source.finish('utf-8');
        assert.equal(source.recordIndex.count, crash.length);
        for (const { record } of findings) {
          const index = source.recordIndex.find(record.span.start);
          assert.notEqual(index, undefined);
          const span = source.recordIndex.spanAt(index ?? -1);
          const again = source.readRecord(text.slice(span.start, span.end), span.start);
          assert.ok(again);
          assert.equal(again.eventId?.value, record.eventId?.value);
          assert.deepEqual(again.eventData, record.eventData);
          assert.deepEqual(again.span, record.span);
        }
      });
    });
  }

  it('joins System and Application exports of different shapes', () => {
    const part = (shape: string, channel: string) => {
      const { write } = shapes[shape] ?? assert.fail(shape);
      return scan(write(crash.filter((event) => event.channel === channel)));
    };
    const sources = [
      part('Event Viewer XML', 'System'),
      { ...part('copied text with XML', 'Application'), path: 'case/other' },
    ];
    assert.deepEqual(
      incidentsOf(...sources).map(({ confidence }) => confidence),
      ['matches'],
    );
  });
});

describe('SourceScan', () => {
  it('gives up on what is none of ours after its head', () => {
    const source = new SourceScan('x', catalogue, { dateOrder: 'auto' });
    assert.equal(source.isForeign, false);
    source.push('Dear diary, nothing happened. '.repeat(3000));
    assert.equal(source.isForeign, true);
    const report = source.finish('utf-8');
    assert.deepEqual([report.format, report.recordCount, report.problems], [undefined, 0, []]);
  });

  it('decides day and month by the whole file', () => {
    const row = (date: string) => `Error,${date} 09:14:08,WDSServer,512,WDSServer,WdsImgSrv 0xC1030136`;
    const header = 'Level,Date and Time,Source,Event ID,Task Category';
    const first = (text: string) => scan(text).findings[0]?.record.timeCreated?.value;
    const undecided = `${header}\r\n${row('03/04/2012')}\r\n`;
    assert.deepEqual(scan(undecided).dateOrder, { order: 'dayFirst', assumed: true });
    assert.equal(first(undecided)?.milliseconds, Date.UTC(2012, 3, 3, 9, 14, 8));
    const decided = `${undecided}${row('03/25/2012')}\r\n`;
    assert.deepEqual(scan(decided).dateOrder, { order: 'monthFirst', assumed: false });
    assert.equal(first(decided)?.milliseconds, Date.UTC(2012, 2, 4, 9, 14, 8));
  });

  it('says when bytes did not fit the encoding, and where that was seen first', () => {
    const placesIn = (text: string, size: number) => {
      const source = new SourceScan('x', catalogue, { dateOrder: 'auto' });
      for (let at = 0; at < text.length; at += size) source.push(text.slice(at, at + size));
      return source.finish('utf-8', true).problems.map(({ code, range }) => [code, range.start]);
    };
    const row = 'Error,2012-03-04 09:14:08,WDSServer,512,WDSServer,';
    const text = `Level,Date and Time,Source,Event ID,Task Category\r\n${row}x\r\n${row}Pr\uFFFDfung \uFFFD\r\n`;
    for (const size of [1, 2, 7, text.length])
      assert.deepEqual(placesIn(text, size), [['bytes-not-in-encoding', { line: 2, column: row.length + 2 }]]);
    const whole = text.replaceAll('\uFFFD', '');
    assert.deepEqual(placesIn(whole, 1), [['bytes-not-in-encoding', { line: 0, column: 0 }]]);
    assert.deepEqual(placesIn('holiday \uFFFD', 1), [], 'none of ours need be no text');
  });
});
