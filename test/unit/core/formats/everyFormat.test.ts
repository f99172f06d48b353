import assert from 'node:assert/strict';
import { formats } from '../../../../src/core/formats/index';
import { ByteDecoder } from '../../../../src/core/text/byteDecoder';
import { checkSpans, flipped, intactAround, samplesByFormat, saysOf } from '../../damage';
import { readAll } from '../../feed';

const samples = samplesByFormat();
/** Known messages cost more to index than such a text to read. */
const quick = { messageTemplates: [] };
/** Where the end of an event is told by counting tags, a damaged one may take the next event with it; a problem says so. */
const nested: ReadonlySet<string> = new Set(['clixml']);

describe('every format', () => {
  it('has a sample', () => {
    assert.deepEqual(
      formats.map(({ id }) => id).filter((id) => !samples.has(id)),
      [],
    );
  });

  for (const [id, { format, text }] of samples) {
    describe(id, () => {
      const whole = readAll(format, text, quick);

      it('reads its sample without problems', () => {
        assert.deepEqual(whole.problems, []);
        checkSpans(whole, text.length);
      });

      it('reads the same in blocks of every size', () => {
        for (let blockSize = 1; blockSize <= text.length; blockSize++) {
          assert.deepEqual(readAll(format, text, { ...quick, blockSize }), whole, `block size ${blockSize}`);
        }
      });

      it('reads what is there of every prefix', () => {
        for (let length = 0; length < text.length; length++) {
          const read = readAll(format, text.slice(0, length), quick);
          checkSpans(read, length);
          const settled = read.records.slice(0, -1);
          assert.deepEqual(settled, whole.records.slice(0, settled.length), `${length}`);
        }
      });

      it('keeps the events around a damaged byte, whichever it is', () => {
        const bytes = new TextEncoder().encode(text);
        for (let at = 0; at < bytes.length; at++) {
          const damaged = flipped(bytes, at);
          const read = readAll(format, damaged, quick);
          checkSpans(read, damaged.length);
          const { before, after } = intactAround(text, whole.records, at);
          assert.deepEqual(read.records.slice(0, before.length).map(saysOf), before.map(saysOf), `byte ${at}`);
          if (nested.has(id) && read.problems.length > 0) continue;
          assert.deepEqual(
            read.records.slice(read.records.length - after.length).map(saysOf),
            after.map(saysOf),
            `byte ${at}`,
          );
        }
      });

      it('says the same with every kind of line end', () => {
        for (const lineEnd of ['\n', '\r']) {
          const read = readAll(format, text.replace(/\r\n/g, lineEnd), quick);
          assert.deepEqual(read.records.map(saysOf), whole.records.map(saysOf));
        }
      });

      it('says the same with a byte order mark', () => {
        const decoder = new ByteDecoder();
        const decoded = decoder.push(Buffer.from(`\uFEFF${text}`)) + decoder.finish();
        assert.deepEqual(readAll(format, decoded, quick), whole);
      });
    });
  }
});
