import assert from 'node:assert/strict';
import { loadBuiltInCatalogue } from '../../../../src/catalogue';
import { FileScan, type SourceReport, SourceScan, problemText } from '../../../../src/core';
import { crash, shapes } from '../../scenario';

const catalogue = loadBuiltInCatalogue();
const settings = { dateOrder: 'auto' } as const;

function scanBytes(bytes: Uint8Array, blockSize: number): SourceReport {
  const scan = new FileScan('case/export', catalogue, settings);
  const block = new Uint8Array(blockSize);
  for (let at = 0; at < bytes.length; at += blockSize) {
    const part = bytes.subarray(at, at + blockSize);
    block.set(part);
    scan.push(block.subarray(0, part.length));
    // Whoever reads a file uses the memory of a block again.
    block.fill(0x3f);
  }
  return scan.finish();
}

describe('FileScan', () => {
  for (const [name, { write }] of Object.entries(shapes)) {
    it(`reads ${name} as the open document is read, in blocks of every size`, () => {
      const text = write(crash);
      const document = new SourceScan('case/export', catalogue, settings);
      document.push(text);
      const expected = document.finish('utf-8');
      const bytes = new TextEncoder().encode(text);
      for (const size of [1, 7, 1000, 0x2000, 0x100000])
        assert.deepEqual(scanBytes(bytes, size), expected, `block size ${size}`);
    });
  }

  it('knows the encoding of the bytes', () => {
    const text = shapes['Event Viewer XML']?.write(crash) ?? assert.fail();
    const utf16 = Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    const report = scanBytes(utf16, 4096);
    assert.equal(report.encoding, 'utf-16le');
    assert.equal(report.recordCount, crash.length);
  });

  it('wants no more of a file that is none of ours once its start was seen', () => {
    const scan = new FileScan('holiday.mp4', catalogue, settings);
    const noise = Uint8Array.from({ length: 0x20000 }, (_, index) => (index * 7919) % 251);
    assert.equal(scan.isForeign, false);
    scan.push(noise.subarray(0, 100));
    assert.equal(scan.isForeign, false);
    scan.push(noise);
    assert.equal(scan.isForeign, true);
    const report = scan.finish();
    assert.equal(report.format, undefined);
    assert.equal(report.recordCount, 0);
  });

  it('reports an empty file as none of ours', () => {
    const report = new FileScan('empty.xml', catalogue, settings).finish();
    assert.equal(report.format, undefined);
    assert.deepEqual(report.problems, []);
  });
});

describe('FileScan of a binary log of Windows 2003', () => {
  const header = Buffer.alloc(48);
  header.writeUInt32LE(48, 0);
  header.write('LfLe', 4, 'latin1');

  it('says that it is not supported and how to convert it, and nothing else', () => {
    const report = scanBytes(Buffer.concat([header, Buffer.alloc(20_000)]), 1000);
    assert.deepEqual([report.format, report.recordCount, report.findings], ['evt', 0, []]);
    assert.deepEqual(report.problems.map(problemText), [
      'Event logs of Windows 2003 and before (.evt) are not supported; convert the log on Windows: wevtutil epl old.evt new.evtx /lf:true.',
    ]);
  });

  it('reads no more of it than its start', () => {
    const scan = new FileScan('old.evt', catalogue, settings);
    scan.push(Buffer.concat([header, Buffer.alloc(10_000)]));
    assert.equal(scan.isForeign, true);
  });
});
