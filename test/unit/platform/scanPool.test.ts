import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { loadBuiltInCatalogue } from '../../../src/catalogue';
import type { SourceReport } from '../../../src/core';
import { ScanPool, scanFile } from '../../../src/platform';
import { crash, shapes } from '../scenario';

const root = join(__dirname, '../../..');
const catalogue = loadBuiltInCatalogue();
const settings = { dateOrder: 'auto' } as const;
/** Bytes that take hours to read. */
const ENDLESS = 2 ** 38;
const crashText = shapes['Event Viewer XML']?.write(crash) ?? '';

describe('ScanPool', () => {
  let folder = '';
  let workerFile = '';
  let small = '';
  /** Takes far longer than any test waits: the start of an event log, and a hole after it. */
  let endless = '';
  const pools: ScanPool[] = [];

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'wintriage-pool-'));
    workerFile = join(folder, 'worker.js');
    const entry = join(root, 'src/platform/scanWorker.ts');
    buildSync({ entryPoints: [entry], outfile: workerFile, bundle: true, platform: 'node', format: 'cjs' });
    small = join(folder, 'small.xml');
    writeFileSync(small, crashText);
    endless = join(folder, 'endless.xml');
    writeFileSync(endless, crashText.replace('</Events>', ''));
    truncateSync(endless, ENDLESS);
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  afterEach(async () => {
    await Promise.all(pools.splice(0).map((pool) => pool.dispose()));
  });

  function open(threads = 2, file = workerFile): ScanPool {
    const pool = new ScanPool({ workerFile: file, catalogue: () => catalogue, threads });
    pools.push(pool);
    return pool;
  }

  /** A scan that goes on until it is cancelled, once it has begun. */
  async function occupy(
    pool: ScanPool,
    isBackground = false,
  ): Promise<{ read: () => number; progress: (times: number) => Promise<void>; cancel: () => Promise<void> }> {
    const stopping = new AbortController();
    let read = 0;
    const progressed = new EventEmitter();
    const onProgress = (bytes: number): void => {
      read = bytes;
      progressed.emit('told');
    };
    const progress = async (times: number): Promise<void> => {
      for (let told = 0; told < times; told++) await once(progressed, 'told');
    };
    const scan = pool.scan(endless, settings, { isBackground, signal: stopping.signal, onProgress });
    const rejected = assert.rejects(scan, { name: 'AbortError' });
    await progress(1);
    return {
      read: () => read,
      progress,
      cancel: async () => {
        stopping.abort();
        await rejected;
      },
    };
  }

  it('reports what scanning the file in place reports', async () => {
    const expected = await scanFile(small, catalogue, settings);
    assert.ok(expected.findings.length > 0);
    assert.deepEqual(await open().scan(small, settings), expected);
  });

  it('divides a large file between two threads, and reports the same', async () => {
    const large = join(folder, 'large.xml');
    const events = /<Event .*<\/Event>/s.exec(crashText)?.[0] ?? assert.fail();
    writeFileSync(large, `<Events>\r\n${`${events}\r\n`.repeat(30)}</Events>`);
    const { size } = statSync(large);
    const expected = await scanFile(large, catalogue, settings);
    const pool = new ScanPool({ workerFile, catalogue: () => catalogue, threads: 2, worthDividing: 0 });
    pools.push(pool);
    assert.deepEqual(await pool.scan(large, settings, { size }), expected);
    // The comment may hold the place at which the file would be divided.
    writeFileSync(large, `<Events>\r\n<!-- ${`${events}\r\n`.repeat(30)} -->${events}</Events>`);
    const commented = await scanFile(large, catalogue, settings);
    assert.deepEqual(await pool.scan(large, settings, { size: statSync(large).size }), commented);
    assert.deepEqual(await pool.scan(small, settings, { size: 1 }), await scanFile(small, catalogue, settings));
  });

  it('gives up both parts of a divided file', async () => {
    const pool = new ScanPool({ workerFile, catalogue: () => catalogue, threads: 2, worthDividing: 0 });
    pools.push(pool);
    const stopping = new AbortController();
    const events = /<Event .*<\/Event>/s.exec(crashText)?.[0] ?? assert.fail();
    const large = join(folder, 'divided.xml');
    writeFileSync(large, `<Events>\r\n${`${events}\r\n`.repeat(30)}`);
    const { size } = statSync(large);
    truncateSync(large, 2 ** 38);
    const scan = pool.scan(large, settings, { size, signal: stopping.signal });
    const rejected = assert.rejects(scan, /enough/);
    setTimeout(() => {
      stopping.abort(new Error('enough'));
    }, 200);
    await rejected;
    await pool.scan(small, settings);
  });

  it('scans more files than it has threads', async () => {
    const pool = open();
    const reports = await Promise.all(Array.from({ length: 20 }, () => pool.scan(small, settings)));
    assert.ok(reports.every(({ recordCount }) => recordCount === crash.length));
  });

  it('asks for the catalogue and starts threads only when a scan is asked for', async () => {
    let asked = 0;
    const pool = new ScanPool({ workerFile, threads: 1, catalogue: () => (asked++, catalogue) });
    pools.push(pool);
    assert.equal(asked, 0);
    await pool.scan(small, settings);
    await pool.scan(small, settings);
    assert.equal(asked, 1);
  });

  it('rejects with what the file system says, and goes on', async () => {
    const pool = open(1);
    await assert.rejects(pool.scan(join(folder, 'missing.xml'), settings), /ENOENT/);
    await assert.rejects(pool.scan(folder, settings), /EISDIR/);
    assert.equal((await pool.scan(small, settings)).format, 'event-xml');
  });

  it('tells how far it is, and gives up at once when it is cancelled', async () => {
    const pool = open(1);
    const long = await occupy(pool);
    assert.ok(long.read() > 0);
    await long.cancel();
    // The one thread is free again as soon as it has seen it, not after the hours that the file would take.
    await pool.scan(small, settings);
    assert.ok(long.read() < ENDLESS);
  });

  it('tells what was found while the scan goes on, and no more once it is cancelled', async () => {
    const pool = new ScanPool({ workerFile, catalogue: () => catalogue, threads: 1, tellEvery: 0 });
    pools.push(pool);
    const stopping = new AbortController();
    const told: SourceReport[] = [];
    const first = new Promise<SourceReport>((resolve) => {
      const onFound = (report: SourceReport): void => {
        told.push(report);
        resolve(report);
      };
      const scan = pool.scan(endless, settings, { signal: stopping.signal, onFound });
      scan.catch(() => undefined);
    });
    const expected = await scanFile(small, catalogue, settings);
    const { isPartial, findings } = await first;
    assert.equal(isPartial, true);
    const inSmall = expected.findings.map((finding) => ({
      ...finding,
      id: finding.id.replace(small, endless),
      path: endless,
    }));
    assert.deepEqual(findings, inSmall.slice(0, findings.length));
    assert.ok(findings.length > 0);
    stopping.abort();
    await pool.scan(small, settings);
    assert.equal(told.length, 1, 'there is nothing new in the rest');
  });

  it('tells of the first part of a divided file what it finds', async () => {
    const large = join(folder, 'told.xml');
    const events = /<Event .*<\/Event>/s.exec(crashText)?.[0] ?? assert.fail();
    writeFileSync(large, `<Events>\r\n${`${events}\r\n`.repeat(200)}</Events>`);
    const pool = new ScanPool({
      workerFile,
      catalogue: () => catalogue,
      threads: 2,
      worthDividing: 0,
      tellEvery: 0,
    });
    pools.push(pool);
    const told: SourceReport[] = [];
    const whole = await pool.scan(large, settings, {
      size: statSync(large).size,
      onFound: (soFar) => told.push(soFar),
    });
    assert.ok(told.length > 0);
    for (const { findings } of told) assert.deepEqual(findings, whole.findings.slice(0, findings.length));
  });

  it('never begins a scan that is cancelled while it waits', async () => {
    const pool = open(1);
    const long = await occupy(pool);
    const stopping = new AbortController();
    const scan = pool.scan(small, settings, { signal: stopping.signal });
    stopping.abort(new Error('changed my mind'));
    await assert.rejects(scan, /changed my mind/);
    await assert.rejects(pool.scan(small, settings, { signal: stopping.signal }), /changed my mind/);
    await long.cancel();
  });

  it('scans what somebody waits for before what is in the background, in the order asked', async () => {
    const pool = open(1);
    const long = await occupy(pool);
    const order: string[] = [];
    const scan = async (name: string, isBackground: boolean): Promise<void> => {
      await pool.scan(small, settings, { isBackground });
      order.push(name);
    };
    const scans = [scan('background 1', true), scan('background 2', true), scan('waited for', false)];
    await long.cancel();
    await Promise.all(scans);
    assert.deepEqual(order, ['waited for', 'background 1', 'background 2']);
  });

  it('does not let a scan in the background hold up one that somebody waits for', async () => {
    const pool = open(1);
    const background = await occupy(pool, true);
    assert.equal((await pool.scan(small, settings)).format, 'event-xml');
    await background.cancel();
  });

  it('makes a scan in the background wait while one is waited for, and go on afterwards', async () => {
    const pool = open(2);
    const background = await occupy(pool, true);
    const waitedFor = await occupy(pool);
    let before: number;
    do {
      before = background.read();
      await waitedFor.progress(10);
      // The word to wait takes its time to arrive, so the first times there may be some progress.
    } while (background.read() !== before);
    await waitedFor.cancel();
    await background.progress(1);
    assert.ok(background.read() > before);
    await background.cancel();
  });

  it('fails the scans of a thread that breaks down, with a word about it, and goes on with a new one', async () => {
    const breaking = join(folder, 'breaking.js');
    writeFileSync(
      breaking,
      `const { parentPort } = require('node:worker_threads');
       parentPort.on('message', ({ order }) => { if (order?.path.includes('bad')) throw new Error('no luck'); });
       require(${JSON.stringify(workerFile)});`,
    );
    const pool = open(1, breaking);
    await assert.rejects(pool.scan(join(folder, 'bad.xml'), settings), /bad\.xml ended: no luck/);
    assert.equal((await pool.scan(small, settings)).format, 'event-xml');
  });

  it('fails every scan when threads can not be started', async () => {
    const pool = open(2, join(folder, 'no-such-worker.js'));
    const scans = [1, 2, 3].map(() => assert.rejects(pool.scan(small, settings), /no-such-worker/));
    await Promise.all(scans);
  });

  it('fails what is under way when it is stopped', async () => {
    const pool = open(1);
    const scan = pool.scan(endless, settings);
    const waiting = pool.scan(small, settings);
    const failed = [assert.rejects(scan, /ended|cancelled/), assert.rejects(waiting, /cancelled/)];
    await pool.dispose();
    await Promise.all(failed);
  });
});
