import assert from 'node:assert/strict';
import { formats } from '../../../../src/core/formats/index';
import { ByteDecoder } from '../../../../src/core/text/byteDecoder';
import {
  REGISTRY_KEY,
  type Sample,
  checkSpans,
  flipped,
  intactAround,
  itemsOf,
  samplesByShape,
  saysOf,
} from '../../damage';
import { assertSameReading, readAll } from '../../feed';

const samples = samplesByShape();
/** Known messages cost more to index than such a text to read. */
const quick = { messageTemplates: [], registryKeys: [REGISTRY_KEY] };

/** Texts up to this length, and the shortest of each format, are tried in every way; of longer ones some ways are left out. */
const SHORT = 500;
const STEP = 23;

/** What is said of tables once, whose rows are read nevertheless. */
const OF_TABLES: readonly string[] = ['text-cut', 'time-without-year'];

function isShort({ format, text }: Sample): boolean {
  return (
    text.length <= SHORT ||
    [...samples.values()].every((other) => other.format.id !== format.id || other.text.length >= text.length)
  );
}

describe('every format', () => {
  it('has a sample', () => {
    const written = new Set([...samples.values()].map(({ format }) => format.id));
    assert.deepEqual(
      formats.map(({ id }) => id).filter((id) => !written.has(id)),
      [],
    );
  });

  for (const [name, sample] of samples) {
    const { format, text } = sample;
    const step = isShort(sample) ? 1 : STEP;
    describe(`${format.id} as ${name}`, () => {
      const whole = readAll(format, text, quick);
      const items = itemsOf(whole);

      it('reads its sample without problems', () => {
        const problems = whole.problems.filter(({ code }) => !OF_TABLES.includes(code));
        assert.deepEqual([items.length, problems], [3, []]);
        checkSpans(whole, text.length);
      });

      it('reads the same in blocks of every size', () => {
        for (let blockSize = 1; blockSize <= text.length; blockSize += 1 + Math.floor((blockSize * (step - 1)) / 100)) {
          assertSameReading(readAll(format, text, { ...quick, blockSize }), whole, `block size ${blockSize}`);
        }
      });

      it('reads what is there of every prefix', () => {
        for (let length = 0; length < text.length; length += step) {
          const read = readAll(format, text.slice(0, length), quick);
          checkSpans(read, length);
          const settled = itemsOf(read).slice(0, -1);
          assert.deepEqual(settled, items.slice(0, settled.length), `${length}`);
          assert.ok(items.filter(({ span }) => span.end < length).length - settled.length <= 1, `${length}`);
        }
      });

      it('keeps what stands around a damaged byte, whichever it is', () => {
        const bytes = new TextEncoder().encode(text);
        for (let at = 0; at < bytes.length; at += step) {
          const damaged = flipped(bytes, at);
          const read = readAll(format, damaged, quick);
          checkSpans(read, damaged.length);
          const said = itemsOf(read).map(saysOf);
          const unit = new TextDecoder().decode(bytes.subarray(0, at)).length;
          const { before, after } = intactAround(text, items, unit);
          assert.deepEqual(said.slice(0, before.length), before.map(saysOf), `byte ${at}`);
          assert.deepEqual(said.slice(said.length - after.length), after.map(saysOf), `byte ${at}`);
        }
      });

      it('says the same with every kind of line end', () => {
        for (const lineEnd of ['\n', '\r']) {
          const other = text.replace(/\r\n/g, lineEnd);
          const read = readAll(format, other, quick);
          checkSpans(read, other.length);
          assert.deepEqual(itemsOf(read).map(saysOf), items.map(saysOf));
          for (const blockSize of step === 1 ? [1, 2, 3, 61] : [61])
            assertSameReading(readAll(format, other, { ...quick, blockSize }), read, `block size ${blockSize}`);
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
