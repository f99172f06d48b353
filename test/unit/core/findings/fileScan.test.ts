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

  const MARK = '\uFEFF';
  /** How a text becomes one in two encodings when the same is added to it. */
  const additions: Readonly<Record<string, (first: string, added: string) => Buffer>> = {
    'to which PowerShell added the same in UTF-16': (first, added) =>
      Buffer.concat([Buffer.from(first), Buffer.from(MARK + added, 'utf16le')]),
    'in UTF-16 to which a program added the same in UTF-8': (first, added) =>
      Buffer.concat([Buffer.from(MARK + first, 'utf16le'), Buffer.from(MARK + added)]),
  };

  for (const [addition, inTwoEncodings] of Object.entries(additions)) {
    for (const [name, { write }] of Object.entries(shapes)) {
      it(`reads ${name} ${addition}, and says where that starts`, () => {
        const text = write(crash);
        const first = `${text.trimEnd()}\r\n`;
        const bytes = inTwoEncodings(first, text);
        const report = scanBytes(bytes, 0x100000);
        const expected = scanBytes(Buffer.from(first + text), 0x100000);
        assert.equal(report.recordCount, expected.recordCount);
        const { 'encoding-changes': changes, ...others } = report.coverage.problemCounts;
        assert.deepEqual([changes, others], [1, expected.coverage.problemCounts]);
        const line = first.split(/\r\n|\r|\n/).length - 1;
        const change = report.problems.find(({ code }) => code === 'encoding-changes');
        assert.deepEqual(change?.range.start, { line, column: 0 });
        assert.deepEqual(scanBytes(bytes, 7), report);
      });
    }
  }

  it('says where the encoding changes in a large file of event XML, whose events are passed over, whichever comes first', () => {
    const text = (shapes['wevtutil XML']?.write(crash) ?? assert.fail()).repeat(80);
    const inBytes = Buffer.from(text);
    const wide = Buffer.from(text, 'utf16le');
    for (const parts of [
      [wide, inBytes],
      [inBytes, wide],
      [Buffer.from(wide).swap16(), inBytes],
      [wide, inBytes, wide],
    ]) {
      const report = scanBytes(Buffer.concat(parts), 0x10000);
      assert.equal(report.recordCount, crash.length * 80 * parts.length);
      assert.deepEqual(
        report.problems.map(({ code, range }) => [code, range.start]),
        // Without a mark UTF-16 is known by the zero behind its first letter.
        [['encoding-changes', { line: 0, column: text.length + (parts[0] === inBytes ? 1 : 0) }]],
      );
    }
  });

  it('lists problems in the same order in blocks of every size where the encoding changes', () => {
    const text = shapes['Event Viewer XML']?.write(crash) ?? assert.fail();
    const cut = text.slice(0, text.indexOf('</System>'));
    const bytes = Buffer.concat([Buffer.from(`${cut}\r\n`), Buffer.from(`\uFEFF${text}`, 'utf16le')]);
    const report = scanBytes(bytes, 0x100000);
    const codes = report.problems.map(({ code }) => code);
    assert.deepEqual(codes, ['xml-cut-off', 'encoding-changes']);
    for (const size of [1, 7, 1000, cut.length + 20]) assert.deepEqual(scanBytes(bytes, size), report, `${size}`);
  });

  it('reads a file whose first line is in bytes and the rest in UTF-16', () => {
    for (const shape of ['CSV', 'TXT', 'wevtutil text', 'copied text', 'Get-WinEvent | Export-Csv']) {
      const text = shapes[shape]?.write(crash) ?? assert.fail();
      const line = text.indexOf('\n') + 1;
      const bytes = Buffer.concat([Buffer.from(text.slice(0, line)), Buffer.from(text.slice(line), 'utf16le')]);
      const report = scanBytes(bytes, 4096);
      assert.equal(report.recordCount, crash.length, shape);
      assert.equal(report.coverage.problemCounts['encoding-changes'], 1, shape);
    }
  });

  it('reads files that were put together with their byte order marks', () => {
    for (const shape of ['CSV', 'TXT', 'Get-WinEvent | Format-List', 'wevtutil text', 'Get-WinEvent | Export-Csv']) {
      const text = `\uFEFF${shapes[shape]?.write(crash) ?? assert.fail()}`.repeat(2);
      const report = scanBytes(Buffer.from(text, 'utf16le'), 4096);
      assert.deepEqual([report.recordCount, report.coverage.missing.timeCreated ?? 0], [crash.length * 2, 0], shape);
      assert.deepEqual(report.problems, [], shape);
    }
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

  it('says the same of a file that is none of ours in blocks of every size, whatever stands behind its start', () => {
    const start = Buffer.alloc(0x10000, 'some notes\r\n');
    for (const more of ['\xe4\xf6\xfc \xe4\xf6\xfc', '\xff\xfea\0b\0c\0', 'grün \u20ac'].map((text) =>
      Buffer.from(text, 'latin1'),
    )) {
      const bytes = Buffer.concat([start, more, start]);
      for (const size of [1000, 0x8001, 0x10001, 0x40000]) {
        const { encoding, format, problems } = scanBytes(bytes, size);
        assert.deepEqual([encoding, format, problems], ['utf-8', undefined, []], `block size ${size}`);
      }
    }
    const ansi = Buffer.concat([Buffer.from('\xe4\xf6\xfc\r\n', 'latin1'), start]);
    assert.deepEqual(
      [1000, 0x40000].map((size) => scanBytes(ansi, size).encoding),
      ['windows-1252', 'windows-1252'],
    );
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
