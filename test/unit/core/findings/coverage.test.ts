import assert from 'node:assert/strict';
import { loadBuiltInCatalogue } from '../../../../src/catalogue';
import { SourceScan } from '../../../../src/core/findings/sourceScan';
import type { DateOrder } from '../../../../src/core/records/eventTime';
import { countTextLines } from '../../../../src/core/text/countLines';

const catalogue = loadBuiltInCatalogue();

function scanOf(text: string, blockSize = text.length, dateOrder: DateOrder | 'auto' = 'auto') {
  const scan = new SourceScan('a.txt', catalogue, { dateOrder, recordIndex: true });
  for (let at = 0; at < text.length; at += blockSize) scan.push(text.slice(at, at + blockSize));
  return { scan, report: scan.finish('utf-8') };
}

const copied = [
  'Hello,',
  '',
  'this is what the server says:',
  'Log Name:      System',
  'Source:        Service Control Manager',
  'Date:          14/03/2012 10:14:08',
  'Event ID:      7036',
  'Level:         Information',
  'Description:',
  'The Print Spooler service entered the running state.',
  '',
  'Log Name:      System',
  'Source:        EventLog',
  'Event ID:      6005',
  '',
].join('\r\n');

const list = (dates: readonly string[]): string =>
  [
    'Level,Date and Time,Source,Event ID,Task Category',
    ...dates.map((date) => `Error,${date},EventLog,6008,None,x`),
  ].join('\r\n');

describe('what a scan says of what it did not read', () => {
  it('counts the lines of other text before the first event, whatever the size of the blocks', () => {
    for (let size = 1; size <= copied.length; size++) {
      const { recordCount, coverage } = scanOf(copied, size).report;
      assert.deepEqual([recordCount, coverage.skippedLines], [2, 2], `block size ${size}`);
    }
  });

  it('counts the events that lack a field', () => {
    const { coverage } = scanOf(copied).report;
    assert.deepEqual(coverage.missing, { level: 1, timeCreated: 1, computer: 2 });
  });

  it('counts problems by kind, also those that are not kept one by one', () => {
    const text = `${list(Array<string>(30).fill('14/03/2012 10:14:08'))}\r\n${'short,row\r\n'.repeat(1500)}`;
    const { problems, problemCount, coverage } = scanOf(text).report;
    assert.equal(coverage.problemCounts['row-too-short'], 1500);
    assert.equal(problemCount, 1500);
    assert.ok(problems.length < 1500);
  });

  it('takes the header of a list for no other text', () => {
    assert.deepEqual(scanOf(list(['14/03/2012 10:14:08'])).report.coverage, {
      missing: { computer: 1 },
      problemCounts: {},
      skippedLines: 0,
      findingsLeftOut: 0,
    });
  });

  it('counts lines with text only', () => {
    assert.equal(countTextLines('a\r\n\r\n  \r b\n\u00a0\nc', 0, 99), 3);
    assert.equal(countTextLines('abc', 1, 2), 1);
    assert.equal(countTextLines('', 0, 0), 0);
  });
});

describe('the order of day and month', () => {
  const open = '04/03/2012 10:14:08';

  function readAgain(dates: readonly string[], order: DateOrder | 'auto' = 'auto') {
    const { scan, report } = scanOf(list(dates), undefined, order);
    const text = list(dates);
    const start = scan.recordIndex.spanAt(0);
    const record = scan.readRecord(text.slice(start.start, start.end), start.start);
    const time = record?.timeCreated?.value ?? assert.fail('no time');
    return { iso: new Date(time.milliseconds).toISOString(), isOpen: time.ambiguous !== undefined, report };
  }

  it('is that of the other dates of the file, also for an event before them and when it is read again', () => {
    const dayFirst = readAgain([open, '25/03/2012 10:14:08']);
    assert.deepEqual([dayFirst.iso, dayFirst.isOpen], ['2012-03-04T10:14:08.000Z', false]);
    assert.deepEqual(dayFirst.report.dateOrder, { order: 'dayFirst', assumed: false });
    const monthFirst = readAgain([open, '03/25/2012 10:14:08']);
    assert.deepEqual([monthFirst.iso, monthFirst.isOpen], ['2012-04-03T10:14:08.000Z', false]);
  });

  it('is that of the setting where the file leaves it open, but not where the file tells', () => {
    const stated = readAgain([open], 'monthFirst');
    assert.deepEqual([stated.iso, stated.isOpen], ['2012-04-03T10:14:08.000Z', false]);
    assert.equal(readAgain([open, '25/03/2012 10:14:08'], 'monthFirst').iso, '2012-03-04T10:14:08.000Z');
  });

  it('stays open where nothing tells, and the source says that it was assumed', () => {
    const { isOpen, report } = readAgain([open]);
    assert.equal(isOpen, true);
    assert.deepEqual(report.dateOrder, { order: 'dayFirst', assumed: true });
  });
});
