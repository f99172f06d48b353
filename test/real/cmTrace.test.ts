import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanSharedFile, shared } from './shared';

interface ManifestRow {
  readonly path: string;
  readonly entryCount: number;
}

/** The CMTrace logs of the manifest with the entries that were counted in each. */
function manifestRows(): readonly ManifestRow[] {
  const [header = '', ...lines] = readFileSync(join(shared, 'data/manifest.tsv'), 'utf8').split('\n');
  const column = header.split('\t').indexOf('events_or_keys');
  return lines
    .map((line) => line.split('\t'))
    .filter(([path]) => path?.startsWith('cmtrace/'))
    .map((fields) => ({ path: `data/${fields[0] ?? ''}`, entryCount: Number(fields[column]) }));
}

/** The manifest counts entries of one form only; these were counted by hand. */
const COUNTED_BY_HAND: ReadonlyMap<string, readonly [format: string, entryCount: number]> = new Map([
  ['data/cmtrace/snippets/smspxe_copied-from-cmtrace-window_tabs.txt', ['cmtrace', 1]],
  ['data/cmtrace/snippets/smspxe_message-text-only.log', ['none', 0]],
]);

/** Files with entries that are cut off, or times or biases that are none; every other one is read without a problem. */
const PROBLEMS: readonly (readonly [end: string, codes: readonly string[]])[] = [
  ['ime-log-truncated/current/IntuneManagementExtension-1.log', ['text-between-entries', 'entry-cut-off']],
  ['rotation-split-record/evidence/app-workload-current/current/AppWorkload.log', ['entry-start-missing']],
  ['app-workload-rotation/rotated/AppWorkload-1.log', ['entry-cut-off']],
  ['unkeyed-malformed-record/evidence/app-workload-current/current/AppWorkload.log', ['text-between-entries']],
  ['root-a/current/DCMReporting.log', ['bias-not-readable', 'bias-not-readable']],
  ['client-notification/current/CcmNotificationAgent.log', ['bias-not-readable']],
  ['root-b11afca548220198/current/wsyncmgr.log', ['entry-cut-off']],
  [
    'rotation-boundary/evidence/sccm/server/provider/server-provider/subject-provider/current/Smsprov.log',
    ['entry-cut-off'],
  ],
  ['incomplete/evidence/sccm/server/site-server/server-sitecomp/current/sitecomp.log', ['entry-cut-off']],
  ['malformed/evidence/sccm/server/site-server/server-status/current/statmgr.log', ['entry-cut-off']],
  ['ccm/malformed/broken_timestamp.log', ['field-not-readable', 'field-not-readable']],
  ['ime/sparse/ClientHealth.log', ['entry-cut-off']],
];

describe('real CMTrace logs', () => {
  const rows = manifestRows();

  it('are all there', () => {
    assert.equal(rows.length, 118);
  });

  for (const { path, entryCount } of rows) {
    const [format, count] = COUNTED_BY_HAND.get(path) ?? ['cmtrace', entryCount];
    it(`${path}: ${format}, ${count}`, async () => {
      const report = await scanSharedFile(path);
      assert.deepEqual([report.format ?? 'none', report.recordCount], [format, count]);
      const [, expected = []] = PROBLEMS.find(([end]) => path.endsWith(end)) ?? [];
      assert.deepEqual(
        report.problems.map(({ code }) => code),
        expected,
      );
    });
  }

  it('have times in UTC where they state a bias: smsts.log ran in December 2019, eight hours west', async () => {
    const { firstTime, lastTime } = await scanSharedFile('data/cmtrace/brackdk04+hello-world/smsts.log');
    assert.deepEqual([firstTime?.zone, lastTime?.zone], ['utc', 'utc']);
    assert.equal(firstTime?.milliseconds, Date.UTC(2019, 11, 7, 6, 55, 38, 363));
  });
});
