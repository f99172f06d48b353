import assert from 'node:assert/strict';
import {
  type EventFormat,
  type Finding,
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

/** One shape of each format, the last, so that the tests take no longer than they must; one in a mail, or in CSV of Splunk, is another. */
function shapeOfEachFormat(): readonly (readonly [string, (typeof shapes)[string]])[] {
  const chosen = new Map<string, [string, (typeof shapes)[string]]>();
  for (const [name, shape] of Object.entries(shapes)) {
    const text = shape.write(crash);
    chosen.set(`${detectFormat(text)?.id} ${/^(?:Hi|> |.*_raw)/.exec(text)?.[0]}`, [name, shape]);
  }
  return [...chosen.values()];
}

function logOf(write: (events: readonly ScenarioEvent[]) => string, phrases = 1): string {
  const [other] = crash.slice(-1);
  assert.ok(other);
  const ordinary = Array.from({ length: ORDINARY }, (_, index) => ({
    ...other,
    message: `${other.message}${' And so on.'.repeat(index === 0 ? 0 : phrases - 1)}`,
    time: `2012-03-14T07:00:${String(index).padStart(2, '0')}`,
  }));
  return write([...ordinary, ...crash.slice(0, -1), ...ordinary]);
}

function read(text: string, format?: EventFormat): SourceReport {
  const scan = new SourceScan('a', catalogue, { dateOrder: 'auto' }, format);
  scan.push(text);
  return scan.finish('utf-8');
}

/** What a finding says of its event, without places in the source. */
function saysOf({ signId, record }: Finding) {
  const { provider, channel, computer, timeCreated, recordId, userId } = record;
  const said = [provider, channel, computer, timeCreated, recordId, userId].map((field) => field?.value);
  return { signId, said };
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
      const again = read(excerpt.text, log.format);
      assert.ok(report.findings.length >= 4);
      assert.deepEqual(
        again.findings.map((finding) => ({ ...saysOf(finding), range: finding.range })),
        report.findings.map((finding) => ({ ...saysOf(finding), range: rangeInExcerpt(excerpt, finding.range) })),
      );
    });
  }

  it('reads as the log does where the rows around them are too long to tell a list that has no header', async () => {
    const { write } = shapes['Windows 2003 CSV'] ?? assert.fail();
    const text = logOf(write, 3000);
    const log = await openTextLog(bytesAsRanges(new TextEncoder().encode(text)), settings);
    assert.ok(log);
    const excerpt = await excerptOf(log, read(text));
    assert.equal(detectFormat(excerpt.text), undefined);
    assert.equal(read(excerpt.text, log.format).findings.length, read(text).findings.length);
  });

  it('shows the lines that its events are read below, once for all that follow each other', async () => {
    const { write } = shapes['Get-WinEvent as a table'] ?? assert.fail();
    const text = logOf(write);
    const log = await openTextLog(bytesAsRanges(new TextEncoder().encode(text)), settings);
    assert.ok(log);
    const shown = (await excerptOf(log, read(text))).text;
    assert.deepEqual(
      [...shown.matchAll(/^ +ProviderName: (.*)\n\nTimeCreated .*\n-/gm)].map(([, provider]) => provider),
      [
        'Service Control Manager',
        'Application Error',
        'Service Control Manager',
        'WDSServer',
        'WDSIMGSRV',
        'Service Control Manager',
      ],
    );
  });
});
