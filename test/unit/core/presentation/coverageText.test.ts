import assert from 'node:assert/strict';
import { coverageLines, lackBrief, readBrief, unreadBrief } from '../../../../src/core/presentation/coverageText';
import { renderStatus } from '../../../../src/core/presentation/status';
import { renderTextReport } from '../../../../src/core/presentation/textReport';
import { treeOf } from '../../../../src/core/presentation/tree';
import { CATALOGUE, source } from '../../builders';

const whole = source('a.xml');
const partly = source('a.csv', {
  format: 'event-csv',
  recordCount: 1200,
  problemCount: 3,
  coverage: {
    missing: { computer: 1200, level: 1000 },
    problemCounts: { 'row-too-short': 2, 'quote-not-closed': 1 },
    skippedLines: 1,
    findingsLeftOut: 5000,
  },
  dateOrder: { order: 'monthFirst', assumed: true },
});

const LINES = [
  '2 places: This row has fewer fields than an event needs',
  '1 place: This quotation mark is never closed; the field was read up to the next event',
  '1 line of other text passed over',
  '5,000 signs of known issues left out: there are more than are kept of one file',
  'no level in 1,000 of 1,200 events',
  'no computer in any event',
  'dates read with the month first, which nothing in the file tells: wintriage.dateOrder or --date-order states it',
];

describe('what was not read', () => {
  it('is told line by line: places, other text, fields, assumptions', () => {
    assert.deepEqual(coverageLines(partly), LINES);
  });

  it('is nothing where all was read', () => {
    assert.deepEqual([coverageLines(whole), unreadBrief(whole), lackBrief(whole)], [[], [], []]);
    assert.deepEqual(readBrief(whole), ['all of it read']);
  });

  it('says of a file that it was not read to its end', () => {
    const reading = { ...whole, isPartial: true } as const;
    assert.deepEqual(coverageLines(reading), ['not read to its end']);
    assert.deepEqual(readBrief(reading), ['not read to its end']);
  });

  it('says nothing of an order of day and month that the file or a setting tells', () => {
    assert.deepEqual(coverageLines({ ...whole, dateOrder: { order: 'dayFirst', assumed: false } }), []);
  });

  it('names the code page of a file that does not tell its encoding', () => {
    assert.deepEqual(coverageLines({ ...whole, encoding: 'ibm850' }), [
      'decoded as code page 850 (OEM), which nothing in the file tells: wintriage.fallbackEncoding or --encoding states it for files on disk',
    ]);
  });

  it('stands in the status item', () => {
    assert.equal(
      renderStatus(partly)?.detail,
      'Event Viewer CSV · UTF-8 · 3 problems · 1 line passed over · 5,000 signs left out · no computer · order of day and month assumed',
    );
  });

  it('stands below the source in the tree, and in its tooltip', () => {
    const [sources] = treeOf({ sources: [partly], incidents: [] }, CATALOGUE, {
      minimum: 'possible',
      times: { displayZone: 'utc' },
    });
    const [node] = sources?.children ?? [];
    assert.deepEqual(
      node?.children.map(({ label }) => label),
      LINES,
    );
    assert.ok(node.tooltip.includes('no computer in any event'));
  });

  it('stands in the report of the command line', () => {
    const report = renderTextReport({ sources: [partly], incidents: [] }, CATALOGUE, { times: { displayZone: 'utc' } });
    assert.ok(
      report.startsWith(
        `a.csv: Event Viewer CSV, UTF-8, 1,200 events, 3 problems, 1 line passed over, 5,000 signs left out\n`,
      ),
    );
    for (const line of LINES) assert.ok(report.includes(`\n  ${line}\n`), line);
  });
});
