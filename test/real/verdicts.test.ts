import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { scanShared } from './shared';

async function verdicts(path: string): Promise<string[]> {
  const { incidents } = await scanShared(path);
  return incidents.map(({ ruleId, confidence }) => `${ruleId} ${confidence}`);
}

/** What is taken for an event log; logs of CMTrace and registry files hold no events. */
async function eventLogsIn(...paths: string[]): Promise<unknown[]> {
  const { sources } = await scanShared(...paths);
  return sources
    .filter(({ format, registry }) => format !== 'cmtrace' && !registry)
    .map(({ path, format }) => [path, format]);
}

describe('real files: verdicts', () => {
  it('finds the issue in the article itself', async () => {
    const { incidents } = await scanShared('kb/KB2510665.txt');
    assert.deepEqual(
      incidents.map(({ ruleId, confidence }) => [ruleId, confidence]),
      [['kb-2510665', 'possible']],
    );
    const missing = incidents[0]?.missing.map(({ id }) => id);
    assert.deepEqual(missing, ['duplicate-pxe-request']);
    assert.deepEqual(
      incidents[0]?.caveats.map(({ kind }) => kind).filter((kind) => kind !== 'computer-assumed'),
      ['times-missing', 'event-id-inferred'],
    );
  });

  it('finds the issue in a blog copy of the article', async () => {
    assert.deepEqual(await verdicts('data/text/kb/kb2510665_symptoms_blog-copy.txt'), ['kb-2510665 possible']);
  });

  it('tells the look-alikes apart', async () => {
    assert.deepEqual(await verdicts('data/text/kb/kb2905002_NEGATIVE_svchost-WDSServer_MSVCR100.txt'), [
      'kb-2905002 matches',
    ]);
    assert.deepEqual(await verdicts('data/text/kb/kb2009647_NEGATIVE_wdsserver-257-513_wdspxe-265_0x5.txt'), [
      'kb-2009647 possible',
    ]);
  });

  it('claims nothing in copied events of other services', async () => {
    const found = await scanShared('data/text/copied');
    assert.deepEqual(found.incidents, []);
    assert.ok(found.sources.length >= 8);
  });

  it('claims nothing in the logs of a healthy machine', async () => {
    assert.deepEqual(await verdicts('data/pairs/NickSmet+ts-evtx'), []);
  });

  it('reads every event of the XML exports made by Windows', async () => {
    const { sources } = await scanShared('data/pairs/NickSmet+ts-evtx');
    const counts = sources.map(({ path, format, recordCount, problemCount }) => [
      basename(path),
      format,
      recordCount,
      problemCount,
    ]);
    assert.deepEqual(counts, [
      ['Application.xml', 'event-xml', 366, 0],
      ['System.xml', 'event-xml', 1247, 0],
    ]);
  });

  it('reads an Event Viewer CSV without descriptions', async () => {
    const { sources } = await scanShared('data/text/eventviewer-csv');
    assert.deepEqual(
      sources.map(({ format, recordCount }) => [format, recordCount]),
      [['event-csv', 5]],
    );
  });

  it('takes none of the look-alike files for event logs', async () => {
    assert.deepEqual(await eventLogsIn('data/negative'), []);
  });

  it('takes no registry file and no ConfigMgr log for an event list', async () => {
    assert.deepEqual(await eventLogsIn('data/reg', 'data/cmtrace'), []);
  });

  it('knows every registry file for one', async () => {
    const { sources } = await scanShared('data/reg');
    assert.deepEqual([...new Set(sources.map(({ format }) => format))], ['reg']);
    assert.ok(sources.length > 400);
  });
});
