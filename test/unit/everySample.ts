import assert from 'node:assert/strict';
import type { EventFormat } from '../../src/core/formats/format';
import { ByteDecoder } from '../../src/core/text/byteDecoder';
import {
  type Damaged,
  type Item,
  REGISTRY_KEY,
  type Sample,
  checkSpans,
  intactAround,
  itemsOf,
  saysOf,
} from './damage';
import { type ReadResult, assertSame, readAll } from './feed';

/** Known messages cost more to index than such a text to read. */
const quick = { messageTemplates: [], registryKeys: [REGISTRY_KEY] };

/** What is said of tables once, whose rows are read nevertheless. */
const OF_TABLES: readonly string[] = ['text-cut', 'time-without-year'];

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** How much of what can be done to a sample is done to it. */
export interface Effort {
  /** Every so many units the text is cut off, every so many bytes it is damaged; with 1 every block size is tried. */
  readonly step: number;
  /** What is done to the byte at `at`. */
  readonly damagesOf: (bytes: Uint8Array, at: number) => Iterable<Damaged>;
}

interface Reading extends Sample {
  readonly whole: ReadResult;
  readonly items: readonly Item[];
}

/** Declares the tests that reading a sample has to pass. */
export function describeSample(name: string, { format, text }: Sample, effort: Effort): void {
  describe(`${format.id} as ${name}`, () => {
    const whole = readAll(format, text, quick);
    const reading = { format, text, whole, items: itemsOf(whole) };

    it('reads its sample without problems', () => {
      const problems = whole.problems.filter(({ code }) => !OF_TABLES.includes(code));
      assert.deepEqual([reading.items.length, problems], [3, []]);
      checkSpans(whole, text.length);
    });

    it('reads the same in blocks of every size', () => {
      checkBlocks(reading, effort);
    });

    it('reads what is there of every prefix', () => {
      for (let length = 0; length < text.length; length += effort.step) checkPrefix(reading, length);
    });

    it('keeps what stands around a damaged byte, whichever it is', () => {
      checkDamage(reading, effort);
    });

    it('says the same with every kind of line end', () => {
      for (const lineEnd of ['\n', '\r']) checkLineEnd(reading, lineEnd, effort);
    });

    it('says the same with a byte order mark', () => {
      const decoder = new ByteDecoder();
      const decoded = decoder.push(Buffer.from(`\uFEFF${text}`)) + decoder.finish();
      assert.deepEqual(readAll(format, decoded, quick), whole);
    });
  });
}

function checkBlocks({ format, text, whole }: Reading, { step }: Effort): void {
  for (let blockSize = 1; blockSize <= text.length; blockSize += 1 + Math.floor((blockSize * (step - 1)) / 100)) {
    assertSame(readAll(format, text, { ...quick, blockSize }), whole, `block size ${blockSize}`);
  }
}

function checkPrefix({ format, text, items }: Reading, length: number): void {
  const read = readWithin(format, text.slice(0, length));
  const settled = itemsOf(read).slice(0, -1);
  assertSame(settled, items.slice(0, settled.length), `${length}`);
  assert.ok(items.filter(({ span }) => span.end < length).length - settled.length <= 1, `${length}`);
}

function checkDamage({ format, text, items }: Reading, { step, damagesOf }: Effort): void {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += step) {
    const unit = new TextDecoder().decode(bytes.subarray(0, at)).length;
    const intact = intactAround(text, items, unit);
    const before = intact.before.map(saysOf);
    const after = intact.after.map(saysOf);
    for (const { how, bytes: damaged } of damagesOf(bytes, at)) {
      const said = itemsOf(readWithin(format, decoder.decode(damaged))).map(saysOf);
      assertSame(said.slice(0, before.length), before, `byte ${at} ${how}`);
      assertSame(said.slice(said.length - after.length), after, `byte ${at} ${how}`);
    }
  }
}

function checkLineEnd({ format, text, items }: Reading, lineEnd: string, { step }: Effort): void {
  const other = text.replace(/\r\n/g, lineEnd);
  const read = readWithin(format, other);
  assert.deepEqual(itemsOf(read).map(saysOf), items.map(saysOf));
  for (const blockSize of step === 1 ? [1, 2, 3, 61] : [61])
    assertSame(readAll(format, other, { ...quick, blockSize }), read, `block size ${blockSize}`);
}

function readWithin(format: EventFormat, text: string): ReadResult {
  const read = readAll(format, text, quick);
  checkSpans(read, text.length);
  return read;
}
