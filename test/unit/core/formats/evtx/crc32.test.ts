import assert from 'node:assert/strict';
import { crc32 } from '../../../../../src/core/formats/evtx/crc32';
import { folding } from '../../../../../src/core/formats/evtx/fold';

/** As RFC 1952 defines it, bit by bit. */
function bitByBit(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

function noise(length: number): Uint8Array {
  let state = 12345;
  return Uint8Array.from({ length }, () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 16);
}

describe('CRC-32 of the chunks of an .evtx', () => {
  const bytes = noise(70_000);
  const view = new DataView(bytes.buffer);

  it('is the one of RFC 1952, for runs of any length', () => {
    const lengths = [0, 1, 7, 8, 120, 384, 16_383, 16_384, 16_385, 40_007, 65_024, 65_535, 65_536, 65_537];
    for (const length of lengths) {
      for (const from of [0, 3]) {
        assert.equal(crc32(view, from, from + length), bitByBit(bytes.subarray(from, from + length)), `${length}`);
      }
    }
  });

  it('is shortened without tables where a run is long enough', () => {
    assert.ok(folding()?.pays(65_024));
    assert.ok(!folding()?.pays(384));
    assert.ok(!folding()?.pays(65_537));
  });

  it('goes on from a sum over bytes that do not stand together', () => {
    const joined = new Uint8Array([...bytes.subarray(0, 120), ...bytes.subarray(128, 30_000)]);
    assert.equal(crc32(view, 128, 30_000, crc32(view, 0, 120)), bitByBit(joined));
  });

  it('tells one flipped bit anywhere in a long run', () => {
    const long = bytes.slice(0, 65_024);
    const sum = crc32(new DataView(long.buffer), 0, long.length);
    for (let at = 0; at < long.length; at += 1009) {
      long[at] = (long[at] ?? 0) ^ 16;
      assert.notEqual(crc32(new DataView(long.buffer), 0, long.length), sum, `bit of byte ${at}`);
      long[at] = (long[at] ?? 0) ^ 16;
    }
  });
});
