/**
 * Reading `.evtx`: a scan of 100 MB, with the rules and counts as for every file, beside `evtxexport -f xml` (libevtx, C; where it
 * is installed) of the same file; every event of 8 MB as XML beside that and `@ts-evtx/core` (installed on demand, no dependency).
 * All work on real chunks: the 24 MB log of the shared data. The peer stops at the first event that it can not read, so the
 * 100 MB are of chunks that it reads to their end, one after the other, again and again. Times are of the processor (user), as the machine may do other things too. Prints
 * medians; nothing is asserted.
 *
 *     npm run bench:evtx
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  EVTX_CHUNK_SIZE,
  EVTX_HEADER_SIZE,
  type EvtxSink,
  readEvtxChunk,
  renderEventXml,
} from '../../src/core/formats/evtx';
import { loadBuiltInCatalogue } from '../../src/catalogue/index';
import { FileScan } from '../../src/core/index';
import { crc32 } from '../../src/core/formats/evtx/crc32';
import { npmInstall } from '../vscode/provision/npm';

const RUNS = 15;
const PEER_RUNS = 3;
const SCANNED = 100e6;
const RENDERED = 8e6;
const PEER = '@ts-evtx/core';

const shared = resolve(process.env['WINTRIAGE_SHARED'] ?? join(process.cwd(), '../shared'));
const log = readFileSync(join(shared, 'data/derived/large_24MB_real-chunks_licensed.evtx'));
const cache = resolve('.vscode-test/bench-evtx');
const cut = join(cache, 'cut.evtx');

const catalogue = loadBuiltInCatalogue();
const hasPeer = spawnSync('evtxexport', ['-V']).error === undefined;

interface Measured {
  readonly milliseconds: number;
  readonly records: number;
}

function readChunks(bytes: Uint8Array, sink: EvtxSink): void {
  for (let at = EVTX_HEADER_SIZE; at < bytes.length; at += EVTX_CHUNK_SIZE) {
    readEvtxChunk(bytes.subarray(at, at + EVTX_CHUNK_SIZE), sink, at);
  }
}

/** Blocks of a file as they come from the disk. */
const BLOCK = 0x100000;

/** A scan of one thread from the first block to the report: sums, heads, counts, time range, and the findings of the rules. */
function scan(bytes: Uint8Array): Measured {
  const started = process.cpuUsage();
  const file = new FileScan('/bench.evtx', catalogue, { dateOrder: 'auto' });
  for (let at = 0; at < bytes.length; at += BLOCK) file.push(bytes.subarray(at, at + BLOCK));
  const { recordCount } = file.finish();
  return { milliseconds: used(started), records: recordCount };
}

/** Whether the peer exports every event of the chunk. */
function isReadByPeer(chunk: Uint8Array): boolean {
  writeFileSync(cut, logOf([chunk]));
  return evtxexport().records === scan(logOf([chunk])).records;
}

function chunksOf(bytes: Uint8Array): Uint8Array[] {
  const count = Math.floor((bytes.length - EVTX_HEADER_SIZE) / EVTX_CHUNK_SIZE);
  return Array.from({ length: count }, (_, index) => {
    const at = EVTX_HEADER_SIZE + index * EVTX_CHUNK_SIZE;
    return bytes.subarray(at, at + EVTX_CHUNK_SIZE);
  });
}

/** A log of these chunks, with a header that fits. */
function logOf(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(EVTX_HEADER_SIZE + chunks.length * EVTX_CHUNK_SIZE);
  bytes.set(log.subarray(0, EVTX_HEADER_SIZE));
  for (const [index, chunk] of chunks.entries()) bytes.set(chunk, EVTX_HEADER_SIZE + index * EVTX_CHUNK_SIZE);
  const view = new DataView(bytes.buffer);
  view.setUint16(42, chunks.length, true);
  view.setUint32(124, crc32(view, 0, 120), true);
  return bytes;
}

function compareScan(): void {
  const chunks = chunksOf(log);
  const read = hasPeer ? chunks.filter(isReadByPeer) : chunks;
  const count = Math.floor(SCANNED / EVTX_CHUNK_SIZE);
  const bytes = logOf(Array.from({ length: count }, (_, index) => read[index % read.length] ?? new Uint8Array(0)));
  console.log(
    `.evtx, scan of ${(bytes.length / 1e6).toFixed(0)} MB in one thread: ${read.length} of ${chunks.length} chunks, repeated`,
  );
  print('first run', bytes.length, scan(bytes));
  const own = median(RUNS, () => scan(bytes));
  print('median, warm', bytes.length, own);
  if (!hasPeer) return;
  writeFileSync(cut, bytes);
  print('evtxexport -f xml', bytes.length, evtxexport(), own);
}

function render(bytes: Uint8Array): Measured {
  const started = process.cpuUsage();
  let records = 0;
  let units = 0;
  readChunks(bytes, {
    head: () => true,
    record: (record) => {
      units += renderEventXml(record).length;
      records++;
    },
    problem: () => undefined,
  });
  if (units === 0) throw new Error('nothing was rendered');
  return { milliseconds: used(started), records };
}

interface PeerModule {
  readonly EvtxFile: { openSync(path: string): { records(): Iterable<{ renderXml(): string }> } };
}

/** The whole file as XML by the TypeScript reader on npm, file and module already in memory. */
async function openPeer(): Promise<() => Measured> {
  const manifest = join(cache, 'node_modules', PEER, 'dist/index.js');
  if (!existsSync(manifest)) npmInstall(cache, [`${PEER}@1.1.1`]);
  const peer = (await import(pathToFileURL(manifest).href)) as PeerModule;
  return () => {
    const started = process.cpuUsage();
    let records = 0;
    for (const record of peer.EvtxFile.openSync(cut).records()) {
      if (record.renderXml() !== '') records++;
    }
    return { milliseconds: used(started), records };
  };
}

/** A process of its own; what it takes to start is part of it. */
function evtxexport(): Measured {
  const command = `TIMEFORMAT=%U; time evtxexport -f xml '${cut}' | grep -c '^<Event '`;
  const { stdout, stderr, error } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
  if (error) throw error;
  return { milliseconds: Number(stderr.trim().split('\n').at(-1)) * 1000, records: Number(stdout) };
}

function used(started: NodeJS.CpuUsage): number {
  return process.cpuUsage(started).user / 1000;
}

function median(runs: number, measure: () => Measured): Measured {
  const sorted = Array.from({ length: runs }, measure).sort((a, b) => a.milliseconds - b.milliseconds);
  const middle = sorted[sorted.length >> 1];
  if (!middle) throw new Error('nothing was measured');
  return middle;
}

function print(name: string, bytes: number, { milliseconds, records }: Measured, than?: Measured): void {
  const rate = `${(bytes / 1e3 / milliseconds).toFixed(1)} MB/s`.padStart(11);
  const ratio = than ? `  ${(milliseconds / than.milliseconds).toFixed(1)} times our time` : '';
  console.log(`  ${name.padEnd(24)} ${milliseconds.toFixed(0).padStart(6)} ms ${rate}  ${records} records${ratio}`);
}

/** Every event of the file as XML, beside the peers. A peer may stop early: its records tell. */
function compare(name: string, bytes: Uint8Array, peer: () => Measured): void {
  writeFileSync(cut, bytes);
  console.log(`.evtx, every event of ${(bytes.length / 1e6).toFixed(1)} MB as XML: ${name}`);
  const own = median(RUNS, () => render(bytes));
  print('WinTriage', bytes.length, own);
  print(PEER, bytes.length, median(PEER_RUNS, peer), own);
  if (hasPeer) print('evtxexport -f xml', bytes.length, median(PEER_RUNS, evtxexport), own);
  else console.log('  evtxexport is not installed');
}

/** The first chunks of the log. */
function startOfLog(): Uint8Array {
  const chunks = Math.floor(RENDERED / EVTX_CHUNK_SIZE);
  return logOf(chunksOf(log).slice(0, chunks));
}

async function main(): Promise<void> {
  mkdirSync(cache, { recursive: true });
  compareScan();
  const peer = await openPeer();
  compare(
    'a log of one machine',
    readFileSync(join(shared, 'data/evtx/NickSmet+ts-evtx/test/fixtures/System.evtx')),
    peer,
  );
  compare('chunks of many machines', startOfLog(), peer);
}

void main();
