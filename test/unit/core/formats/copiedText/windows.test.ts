import assert from 'node:assert/strict';
import fc from 'fast-check';
import { eventText } from '../../../../../src/core/formats/copiedText';
import type { EventRecord } from '../../../../../src/core/records/eventRecord';
import { readAll } from '../../../feed';
import { lines, recordsIn } from './check';
import { MIXED, PARTS } from './mixed';

describe('reading copied text in windows', () => {
  const whole = recordsIn(MIXED);

  it('finds every event of a text of all shapes', () => {
    assert.deepEqual(
      whole.map(({ provider, eventId }) => `${provider.value} ${eventId?.value ?? '-'}`),
      [
        'Service Control Manager 7031',
        'WDSServer -',
        'WDSIMGSRV 258',
        'WDSServer 512',
        'Service Control Manager 7034',
        'Application Error 1000',
        'Service Control Manager 7024',
        'Application Error 1000',
      ],
    );
  });

  it('gives the same for every size of block and every kind of line break', () => {
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      const text = MIXED.replaceAll('\n', lineBreak);
      const expected = recordsIn(text);
      assert.equal(expected.length, whole.length);
      for (const blockSize of [1, 2, 3, 5, 7, 13, 64, 100, 333, 1000]) {
        assert.deepEqual(recordsIn(text, { blockSize }), expected, `${lineBreak.length} ${blockSize}`);
      }
    }
  });

  it('gives the same for every size of block from 1 up', () => {
    const text = lines(...PARTS.slice(0, 2));
    const expected = recordsIn(text);
    for (let blockSize = 1; blockSize <= text.length; blockSize += blockSize < 64 ? 1 : 17) {
      assert.deepEqual(recordsIn(text, { blockSize }), expected, `${blockSize}`);
    }
  });

  it('reads what is there of a text that is cut off anywhere', () => {
    for (let length = 0; length < MIXED.length; length++) {
      const { records } = readAll(eventText, MIXED.slice(0, length));
      const settled = records.slice(0, -1);
      assert.deepEqual(settled, whole.slice(0, settled.length), `${length}`);
      assert.ok((records.at(-1)?.span.end ?? 0) <= length);
    }
  });

  it('reads a single record again from its own text', () => {
    for (const record of whole) {
      const { start, end } = record.span;
      const again = readAll(eventText, ' '.repeat(start) + MIXED.slice(start, end)).records;
      assert.deepEqual(again, [record]);
    }
  });

  it('starts afresh after the last window', () => {
    const reader = eventText.openReader({ dateOrder: 'auto', messageTemplates: [] });
    const found: EventRecord[] = [];
    const sink = {
      head: () => true,
      record: (record: EventRecord) => void found.push(record),
      problem: () => undefined,
    };
    const text = lines('Event Source: Fabrikam', 'Event ID: 7', 'Description:', 'Gone.');
    assert.equal(reader.read({ text, base: 0, ended: false }, sink), 0);
    assert.equal(reader.read({ text, base: 0, ended: true }, sink), text.length);
    assert.equal(reader.read({ text, base: 500, ended: true }, sink), text.length);
    assert.deepEqual(
      found.map(({ span }) => span),
      [
        { start: 0, end: text.length },
        { start: 500, end: 500 + text.length },
      ],
    );
  });

  it('leaves prose behind, and keeps back only the line that is not finished', () => {
    const reader = eventText.openReader({ dateOrder: 'auto', messageTemplates: [] });
    const sink = { head: () => true, record: () => undefined, problem: () => undefined };
    assert.equal(reader.read({ text: 'One.\nTwo.\nThr', base: 0, ended: false }, sink), 'One.\nTwo.\n'.length);
    assert.ok(reader.read({ text: 'x'.repeat(0x20000), base: 10, ended: false }, sink) > 0x1fff0);
  });

  it('ends a record that goes on and on, and says so', () => {
    const text = lines(
      'Event Source: Fabrikam',
      'Event ID: 7',
      'Description:',
      'word '.repeat(20).concat('\n').repeat(11_000),
    );
    const { records, problems } = readAll(eventText, text, { blockSize: 0x10000 });
    assert.deepEqual(
      problems.map(({ code, span }) => [code, span.start]),
      [['record-too-long', 0]],
    );
    assert.equal(records.length, 1);
  });

  it('never throws, whatever follows whatever, and keeps records in order inside the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...PARTS.flatMap((part) => part.split('\n')),
        'Event Xml:',
        '</Event>',
        '<System>',
        '',
        'Event[0]',
      ),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.integer({ min: 1, max: 200 }), (pieces, blockSize) => {
        const text = lines(...pieces);
        const { records, problems } = readAll(eventText, text);
        let end = 0;
        for (const { span } of records) {
          assert.ok(span.start >= end && span.end <= text.length && span.start < span.end);
          end = span.end;
        }
        const inBlocks = readAll(eventText, text, { blockSize });
        assert.deepEqual([inBlocks.records, inBlocks.problems], [records, problems]);
      }),
      { seed: 2510665, numRuns: 300 },
    );
  });
});
