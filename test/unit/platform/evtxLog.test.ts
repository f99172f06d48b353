import assert from 'node:assert/strict';
import { loadBuiltInCatalogue } from '../../../src/catalogue/index';
import { FileScan, type SourceReport } from '../../../src/core/index';
import { bytesAsRanges } from '../../../src/platform/byteRanges';
import { openEvtxLog } from '../../../src/platform/evtxLog';
import { serviceEnded, serviceStopped } from '../../vscode/suite/support/events';
import { writeEvtx } from '../../vscode/suite/support/evtxFile';

const COUNT = 2200;
const MUCH = 1e9;

/** Some twenty chunks. */
const bytes = writeEvtx(
  Array.from({ length: COUNT }, (_, index) =>
    index === 1234 ? serviceEnded : { ...serviceStopped, data: [`Service ${index}`, 'stopped'] },
  ),
);

const catalogue = loadBuiltInCatalogue();

function scanned(log: Uint8Array): SourceReport {
  const scan = new FileScan('System.evtx', catalogue, { dateOrder: 'auto' });
  scan.push(log);
  return scan.finish();
}

describe('openEvtxLog', () => {
  it('reads any run of events by their number in the file', async () => {
    assert.ok(bytes.length > 17 * 65_536, 'more than is read at once');
    const log = openEvtxLog(bytesAsRanges(bytes));
    for (const from of [1450, 0, 700, 60]) {
      const events = await log.readEvents({ from, to: from + 40 }, MUCH);
      assert.deepEqual(
        events.map(({ ordinal, start }) => [ordinal, start.line, start.column]),
        Array.from({ length: 40 }, (_, index) => [from + index, from + index, 0]),
      );
      assert.ok(events[39]?.text.includes(`<Data>Service ${from + 39}</Data>`));
    }
  });

  it('reads no further than the log goes, nor more text than is wanted', async () => {
    const log = openEvtxLog(bytesAsRanges(bytes));
    assert.equal((await log.readEvents({ from: COUNT - 2, to: COUNT + 50 }, MUCH)).length, 2);
    assert.equal((await log.readEvents({ from: COUNT, to: COUNT + 50 }, MUCH)).length, 0);
    assert.equal((await log.readEvents({ from: 5, to: 50 }, 1)).length, 1);
    const two = await log.readEvents({ from: 5, to: 7 }, MUCH);
    const length = two.reduce((total, { text }) => total + text.length, 0);
    assert.equal((await log.readEvents({ from: 5, to: 50 }, length)).length, 2);
  });

  it('has the events of findings at their places', async () => {
    const { findings, recordCount, problems } = scanned(bytes);
    assert.equal(recordCount, COUNT);
    assert.deepEqual(problems, []);
    const [finding] = findings;
    assert.ok(finding);
    const log = openEvtxLog(bytesAsRanges(bytes));
    const ordinal = await log.ordinalAt(finding.range.start);
    assert.equal(ordinal, 1234);
    const [event] = await log.readEvents({ from: 1234, to: 1235 }, MUCH);
    assert.equal(event?.text.slice(finding.range.start.column, finding.range.end.column), '7031');
  });

  it('is scanned to the same findings in blocks of any size', () => {
    const reportOf = (blockSize: number): unknown => {
      const scan = new FileScan('System.evtx', catalogue, { dateOrder: 'auto' });
      for (let at = 0; at < bytes.length; at += blockSize) scan.push(bytes.subarray(at, at + blockSize));
      return scan.finish();
    };
    const whole = reportOf(bytes.length);
    for (const edge of [0, 4096, 65_536])
      for (const blockSize of [edge - 1, edge, edge + 1])
        if (blockSize > 0) assert.deepEqual(reportOf(blockSize), whole, `blocks of ${blockSize}`);
  });

  it('is scanned to the same events whichever byte above the first event is damaged', () => {
    const log = writeEvtx([serviceStopped, serviceEnded]);
    const whole = scanned(log);
    // What tells an .evtx, and what no reader looks at, are left as they are.
    const [magic, header, chunk, records] = [8, 128, 4096, 4096 + 512];
    for (let at = magic; at < records; at = at + 1 === header ? chunk : at + 1) {
      const damaged = Uint8Array.from(log);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
      const { recordCount, findings } = scanned(damaged);
      assert.deepEqual([recordCount, findings], [whole.recordCount, whole.findings], `byte ${at}`);
    }
  });

  it('reads nothing of a file that holds nothing', async () => {
    assert.deepEqual(await openEvtxLog(bytesAsRanges(new Uint8Array())).readEvents({ from: 0, to: 9 }, MUCH), []);
    const cutOff = bytes.subarray(0, 4096 + 65_536 + 100);
    const events = await openEvtxLog(bytesAsRanges(cutOff)).readEvents({ from: 0, to: 9999 }, MUCH);
    assert.ok(events.length > 10 && events.length < 200);
  });
});
