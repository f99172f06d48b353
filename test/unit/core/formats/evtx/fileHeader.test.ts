import assert from 'node:assert/strict';
import { isEvtx, readEvtxHeader } from '../../../../../src/core/formats/evtx';
import { crc32 } from '../../../../../src/core/formats/evtx/crc32';
import { crcOf } from './writeChunk';

interface Parts {
  readonly flags?: number;
  readonly major?: number;
}

function headerOf({ flags = 0, major = 3 }: Parts = {}): Uint8Array {
  const bytes = new Uint8Array(4096);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('ElfFile'));
  view.setBigUint64(16, 4n, true);
  view.setBigUint64(24, 0x1_0000_0002n, true);
  view.setUint32(32, 128, true);
  view.setUint16(36, 2, true);
  view.setUint16(38, major, true);
  view.setUint16(40, 4096, true);
  view.setUint16(42, 5, true);
  view.setUint32(120, flags, true);
  view.setUint32(124, crcOf(bytes.subarray(0, 120)), true);
  return bytes;
}

describe('readEvtxHeader', () => {
  it('reads version, chunks and the next record', () => {
    assert.deepEqual(readEvtxHeader(headerOf()), {
      header: {
        version: '3.2',
        chunkCount: 5,
        chunksAt: 4096,
        nextRecordId: 0x100000002,
        isDirty: false,
        isFull: false,
      },
      problems: [],
    });
  });

  it('reports a log that was not closed, or is full', () => {
    const { header, problems } = readEvtxHeader(headerOf({ flags: 3 }));
    assert.deepEqual([header?.isDirty, header?.isFull], [true, true]);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['file-dirty', 'file-full'],
    );
  });

  it('reports a sum that does not fit, unless there are none', () => {
    const damaged = headerOf();
    damaged[9] = 1;
    assert.deepEqual(readEvtxHeader(damaged).problems, [{ code: 'file-header-checksum', offset: 124 }]);
    const without = headerOf({ flags: 4 });
    without[9] = 1;
    assert.deepEqual(readEvtxHeader(without).problems, []);
  });

  it('reports a version that it does not know, and reads the header all the same', () => {
    const { header, problems } = readEvtxHeader(headerOf({ major: 4 }));
    assert.deepEqual(
      [header?.chunkCount, problems],
      [5, [{ code: 'file-version-unknown', offset: 36, detail: '4.2' }]],
    );
  });

  it('finds no header in other files and in what is cut off', () => {
    const missing = { problems: [{ code: 'file-header-missing', offset: 0 }] };
    assert.deepEqual(readEvtxHeader(new Uint8Array(0)), missing);
    assert.deepEqual(readEvtxHeader(headerOf().subarray(0, 127)), missing);
    assert.deepEqual(readEvtxHeader(new TextEncoder().encode(`<Events>${' '.repeat(200)}`)), missing);
    assert.deepEqual([isEvtx(headerOf().subarray(0, 8)), isEvtx(headerOf().subarray(0, 7))], [true, false]);
  });
});

describe('crc32', () => {
  it('agrees with a sum that is made bit by bit, in one go and continued', () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, at) => (at * 37) & 255);
    const view = new DataView(bytes.buffer);
    for (let length = 0; length <= bytes.length; length += 7) {
      assert.equal(crc32(view, 0, length), crcOf(bytes.subarray(0, length)));
      const half = length >> 1;
      assert.equal(crc32(view, half, length, crc32(view, 0, half)), crcOf(bytes.subarray(0, length)));
    }
    assert.equal(crc32(new DataView(new TextEncoder().encode('123456789').buffer), 0, 9), 0xcbf43926);
  });
});
