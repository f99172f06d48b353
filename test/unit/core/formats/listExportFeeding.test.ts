import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { EventFormat } from '../../../../src/core/formats/format';
import { eventCsv, eventTxt } from '../../../../src/core/formats/listExport';
import type { EventRecord } from '../../../../src/core/records/eventRecord';
import { type ReadResult, readAll, spansIn } from '../../feed';

const SAMPLE = [
  'Level,Date and Time,Source,Event ID,Task Category',
  'Error,3/14/2012 9:14:08 AM,Service Control Manager,7031,None,"The ""WDS"" service,',
  '',
  'stopped."',
  'Warning,3/14/2012 9:14:09 AM,WDSServer,512,WDSServer,Störung 🙂 of a provider',
  'Information,3/14/2012 9:14:10 AM,"Some, source",1,None,""',
  '',
].join('\n');

const SAMPLES: readonly (readonly [EventFormat, string])[] = ['\n', '\r\n', '\r'].flatMap((lineEnd) => [
  [eventCsv, SAMPLE.replaceAll('\n', lineEnd)] as const,
  [eventTxt, SAMPLE.replaceAll(',', '\t').replaceAll('\n', lineEnd)] as const,
]);

function assertInside({ heads, records, problems }: ReadResult, length: number): void {
  for (const { start, end } of spansIn([heads, records, problems])) {
    assert.ok(0 <= start && start <= end && end <= length, `${start} to ${end} of ${length}`);
  }
}

describe('list exports in blocks', () => {
  it('give the same for every block size, line end and separator', () => {
    for (const [format, text] of SAMPLES) {
      const whole = readAll(format, text);
      assert.deepEqual([whole.records.length, whole.problems], [3, []]);
      for (let blockSize = 1; blockSize <= text.length; blockSize++) {
        assert.deepEqual(readAll(format, text, { blockSize }), whole, `blocks of ${blockSize}`);
      }
    }
  });

  it('give the intact records unchanged when cut anywhere', () => {
    for (const [format, text] of SAMPLES) {
      const whole = readAll(format, text).records;
      for (let cut = 0; cut <= text.length; cut++) {
        const result = readAll(format, text.slice(0, cut));
        const intact = whole.filter(({ span }) => span.end <= cut);
        assert.deepEqual(result.records.slice(0, intact.length), intact, `cut at ${cut}`);
        assert.ok(result.records.length <= intact.length + 1);
        assertInside(result, cut);
      }
    }
  });

  it('give the same for every block size however damaged they are', () => {
    const row = 'Error,14.03.2012 09:14:08,WDSServer,512,None,';
    const piece = fc.constantFrom(
      '"',
      '""',
      ',',
      '\n',
      '\r',
      '\r\n',
      'x',
      ' ',
      row,
      `${row}"`,
      `\n${row}`,
      '14.03.2012',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), fc.integer({ min: 1, max: 40 }), (pieces, blockSize) => {
        const text = `${row}text\n${pieces.join('')}`;
        const whole = readAll(eventCsv, text);
        assertInside(whole, text.length);
        assert.deepEqual(readAll(eventCsv, text, { blockSize }), whole);
      }),
      { seed: 2510665, numRuns: 1500 },
    );
  });

  it('wait for the rest of a line before they take it for an event', () => {
    const text =
      'Level,Source,Event ID,Task Category,Date and Time\n' +
      'Error,A,1,"No"ne\nError,B,2,None,14.03.2012 09:14 or so\nError,C,3,None,14.03.2012 09:14:08\n';
    const whole = readAll(eventCsv, text);
    assert.deepEqual(
      whole.records.map(({ provider }) => provider.value),
      ['C'],
    );
    for (let blockSize = 1; blockSize <= text.length; blockSize++) {
      assert.deepEqual(readAll(eventCsv, text, { blockSize }), whole, `blocks of ${blockSize}`);
    }
  });

  it('bear windows that end between CR and LF', () => {
    const text = SAMPLE.replaceAll('\n', '\r\n');
    const reader = eventCsv.openReader({ dateOrder: 'auto', messageTemplates: [] });
    const records: EventRecord[] = [];
    const sink = {
      head: () => true,
      record: (record: EventRecord) => void records.push(record),
      problem: () => assert.fail(),
    };
    let base = 0;
    for (let known = 1; known <= text.length; known++) {
      base += reader.read({ text: text.slice(base, known), base, ended: known === text.length }, sink);
    }
    assert.deepEqual(records, readAll(eventCsv, text).records);
  });

  it('do not wait for the end of the file when a quote is never closed', () => {
    const row = 'Error,14.03.2012 09:14:08,WDSServer,512,None,';
    const text = `${row}"open\n${`${row}text\n`.repeat(25_000)}`;
    const reader = eventCsv.openReader({ dateOrder: 'auto', messageTemplates: [] });
    let heads = 0;
    const sink = { head: () => ++heads < 0, record: () => undefined, problem: () => undefined };
    assert.equal(reader.read({ text, base: 0, ended: false }, sink), text.length);
    assert.equal(heads, 25_001);
  });

  it('take any text without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(SAMPLE.length), (noise, at) => {
        const text = SAMPLE.slice(0, at) + noise + SAMPLE.slice(at);
        for (const format of [eventCsv, eventTxt]) {
          format.detect(text);
          assertInside(readAll(format, text), text.length);
        }
      }),
      { seed: 2510665, numRuns: 120 },
    );
  });
});

/** What a row is written from. */
interface RowSketch {
  readonly level: readonly [word: string, level: number];
  readonly provider: string;
  readonly eventId: number;
  readonly second: number;
  readonly message: string;
}

const word = fc
  .array(fc.constantFrom('a', 'b', ' ', ',', ';', '\t', '"', 'Ä', 'ß', '级', '🙂', '-'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((all) => all.join(''));

const sketches = fc.array(
  fc.tuple(
    fc.constantFrom(['Error', 2] as const, ['Informationen', 4] as const, ['警告', 3] as const),
    word.map((text) => `<${text}>`),
    fc.nat(0xffff),
    fc.nat(59),
    fc.array(fc.oneof(word, fc.constantFrom('\n', '\r\n', '\r', '",\n', ',"')), { maxLength: 8 }),
  ),
  { minLength: 1, maxLength: 6 },
);

function rowOf({ level, provider, eventId, second, message }: RowSketch, separator: string): string {
  const date = `27.10.2021 12:28:${String(second).padStart(2, '0')}`;
  return [level[0], date, provider, String(eventId), 'None', message]
    .map((field) => (/[",;\t\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(separator);
}

describe('records written as a list and read again', () => {
  const said = ({ level, provider, eventId, timeCreated, message }: EventRecord) => [
    level?.value,
    provider.value,
    eventId?.value,
    timeCreated?.value.milliseconds,
    message?.value,
  ];

  it('are the same', () => {
    const notation = fc.tuple(
      fc.constantFrom([eventCsv, ','] as const, [eventCsv, ';'] as const, [eventTxt, '\t'] as const),
      fc.constantFrom('\n', '\r\n', '\r'),
    );
    fc.assert(
      fc.property(sketches, notation, (tuples, [[format, separator], lineEnd]) => {
        const rows = tuples.map(([level, provider, eventId, second, parts]) => {
          return { level, provider, eventId, second, message: `<${parts.join('')}>` };
        });
        const text = rows.map((row) => rowOf(row, separator) + lineEnd).join('');
        const { records, problems } = readAll(format, text);
        assert.deepEqual(problems, []);
        assert.deepEqual(
          records.map(said),
          rows.map(({ level, provider, eventId, second, message }) => {
            return [level[1], provider, eventId, Date.UTC(2021, 9, 27, 12, 28, second), message];
          }),
        );
        assert.deepEqual(
          records.map(({ span }) => text.slice(span.start, span.end)),
          rows.map((row) => rowOf(row, separator)),
        );
      }),
      { seed: 2510665, numRuns: 500 },
    );
  });
});
