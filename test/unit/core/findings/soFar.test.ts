import assert from 'node:assert/strict';
import { loadBuiltInCatalogue } from '../../../../src/catalogue';
import { FileScan, type SourceReport } from '../../../../src/core';
import { serviceEnded, serviceStopped } from '../../../vscode/suite/support/events';
import { writeEvtx } from '../../../vscode/suite/support/evtxFile';
import { crash, shapes } from '../../scenario';

const catalogue = loadBuiltInCatalogue();
const settings = { dateOrder: 'auto' } as const;
/** A list is known by some rows of its start. */
const events = Array.from({ length: 80 }, () => crash).flat();
/** One of each way in which formats are read: passed over in bytes, as rows, as blocks of lines, as tokens. */
const NAMES = [
  'wevtutil XML',
  'German CSV',
  'wevtutil text',
  'Get-WinEvent | Export-Csv',
  'Get-WinEvent | ConvertTo-Json',
  'Get-WinEvent | Export-Clixml',
];
const encoder = new TextEncoder();
const BLOCK = 0x4000;

/** Scans a file block by block; `look` is shown the scan after each. */
function scanBytes(bytes: Uint8Array, look: (scan: FileScan) => void): SourceReport {
  const scan = new FileScan('case/export', catalogue, settings);
  for (let at = 0; at < bytes.length; at += BLOCK) {
    scan.push(bytes.subarray(at, at + BLOCK));
    look(scan);
  }
  return scan.finish();
}

describe('what a scan has found before its end', () => {
  const files = {
    ...Object.fromEntries(
      NAMES.map((name) => [name, () => encoder.encode(shapes[name]?.write(events) ?? assert.fail(name))]),
    ),
    'an .evtx': () =>
      writeEvtx(Array.from({ length: 600 }, (_, index) => (index % 2 === 0 ? serviceEnded : serviceStopped))),
  };
  for (const [name, write] of Object.entries(files)) {
    it(`is the start of what it finds in ${name}, and asking for it changes nothing`, () => {
      const bytes = write();
      const expected = scanBytes(bytes, () => undefined);
      const told: SourceReport[] = [];
      const report = scanBytes(bytes, (scan) => {
        const soFar = scan.soFar(0);
        assert.equal(soFar.findings.length, scan.findingCount);
        assert.deepEqual(scan.soFar(2).findings, soFar.findings.slice(2));
        told.push(soFar);
      });
      assert.deepEqual(report, expected);
      assert.equal(report.isPartial, undefined);
      for (const { isPartial, findings, recordCount } of told) {
        assert.equal(isPartial, true);
        assert.ok(recordCount <= report.recordCount);
        const ids = report.findings.slice(0, findings.length).map(({ id }) => id);
        assert.deepEqual(
          findings.map(({ id }) => id),
          ids,
        );
      }
      const early = told[Math.floor(told.length / 2)] ?? assert.fail();
      assert.ok(early.findings.length > 0, 'half of the file shows something');
    });
  }

  it('is nothing before the format is known, and of a file that is none of ours', () => {
    const scan = new FileScan('holiday.mp4', catalogue, settings);
    assert.deepEqual([scan.findingCount, scan.soFar(0).findings, scan.soFar(0).format], [0, [], undefined]);
  });
});
