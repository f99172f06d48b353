import assert from 'node:assert/strict';
import {
  type LogSource,
  MOST_TEXT_SHOWN,
  type SourceReport,
  SourceScan,
  detectFormat,
  layOutEvent,
  rangeInExcerpt,
  renderLogExcerpt,
  runsAround,
} from '../../../src/core/index';
import { loadBuiltInCatalogue } from '../../../src/catalogue/index';
import { bytesAsRanges } from '../../../src/platform/byteRanges';
import { openTextLog } from '../../../src/platform/textLog';
import type { ScenarioEvent } from '../shapes/event';
import { crash, shapes } from '../scenario';

const catalogue = loadBuiltInCatalogue();
const settings = { dateOrder: 'auto', messageTemplates: catalogue.messageTemplates } as const;

/** Enough events that the log is more than what an excerpt shows. */
const ORDINARY = 25;

/** One shape of each format, the last, so that the tests take no longer than they must. */
function shapeOfEachFormat(): readonly (readonly [string, (typeof shapes)[string]])[] {
  const chosen = new Map<string | undefined, [string, (typeof shapes)[string]]>();
  for (const [name, shape] of Object.entries(shapes)) chosen.set(detectFormat(shape.write(crash))?.id, [name, shape]);
  // Rows of a table are known by their columns, which start before an event does: a part of one is not recognised yet.
  chosen.delete('powershell-table');
  return [...chosen.values()];
}

function logOf(write: (events: readonly ScenarioEvent[]) => string): string {
  const [other] = crash.slice(-1);
  assert.ok(other);
  const ordinary = Array.from({ length: ORDINARY }, (_, index) => ({
    ...other,
    time: `2012-03-14T07:00:${String(index).padStart(2, '0')}`,
  }));
  return write([...ordinary, ...crash.slice(0, -1), ...ordinary]);
}

function read(text: string): SourceReport {
  const scan = new SourceScan('a', catalogue, { dateOrder: 'auto' });
  scan.push(text);
  return scan.finish('utf-8');
}

async function excerptOf(log: LogSource, report: SourceReport): Promise<ReturnType<typeof renderLogExcerpt>> {
  const ordinals = await Promise.all(report.findings.map(({ recordRange }) => log.ordinalAt(recordRange.start)));
  const known = ordinals.filter((ordinal) => ordinal !== undefined);
  assert.equal(known.length, report.findings.length, 'the event of every finding is found');
  const events = [];
  for (const run of runsAround(known, report.recordCount)) {
    for (const event of await log.readEvents(run, MOST_TEXT_SHOWN)) events.push(layOutEvent(event, log.content));
  }
  assert.ok(events.length < report.recordCount, 'it is a part of the log');
  const counts = { eventCount: report.recordCount, signEventCount: 4 };
  return renderLogExcerpt({ path: 'a', source: log, ...counts, events, isAroundFindings: true });
}

describe('an excerpt of a log around its findings', () => {
  for (const [name, { write }] of shapeOfEachFormat()) {
    it(`reads as the log does, finding by finding: ${name}`, async () => {
      const text = logOf(write);
      const report = read(text);
      const log = await openTextLog(bytesAsRanges(new TextEncoder().encode(text)), settings);
      assert.ok(log);
      const excerpt = await excerptOf(log, report);
      const again = read(excerpt.text);
      assert.ok(report.findings.length >= 4);
      assert.deepEqual(
        again.findings.map(({ signId, range }) => ({ signId, range })),
        report.findings.map(({ signId, range }) => ({ signId, range: rangeInExcerpt(excerpt, range) })),
      );
    });
  }
});
