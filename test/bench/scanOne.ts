/**
 * One file, measured inside a process of its own, so that its memory is its own: reading, decoding and scanning it with
 * counts by kind, or what a peer does. Prints one line of JSON, which scanSpeed.ts reads.
 *
 *     node out/bench/scanOne.js WAY FILE RUNS
 */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { loadBuiltInCatalogue } from '../../src/catalogue';
import { ByteDecoder, SourceScan } from '../../src/core';
import { ScanPool } from '../../src/platform';

/** What one measurement printed. */
export interface Measured {
  readonly milliseconds: readonly number[];
  /** Processor time of all threads of the process. */
  readonly cpu: readonly number[];
  /** Most memory of the process at any moment, in MB. */
  readonly peak: number;
  readonly found: string;
}

const BLOCK = 1024 * 1024;
const catalogue = loadBuiltInCatalogue();

function scan(path: string): string {
  const decoder = new ByteDecoder();
  const source = new SourceScan(path, catalogue, { dateOrder: 'auto' });
  const block = new Uint8Array(BLOCK);
  const file = openSync(path, 'r');
  for (let length = readSync(file, block); length > 0; length = readSync(file, block)) {
    for (const text of decoder.texts(block.subarray(0, length))) source.push(text);
  }
  closeSync(file);
  source.push(decoder.finish());
  const { recordCount, counts, findings } = source.finish(decoder.encoding, decoder.hasInvalidBytes);
  return `${recordCount} events of ${counts.kinds.length} kinds, ${findings.length} findings`;
}

function parseXml(path: string): string {
  return typeof new XMLParser({ ignoreAttributes: false }).parse(readFileSync(path, 'utf8'));
}

interface Papa {
  parse(text: string, settings: { readonly step: () => void }): void;
}

function parseCsv(path: string): string {
  // It is no dependency: somebody who wants to compare installs it there.
  const papa = createRequire(resolve('.vscode-test/bench/package.json'))('papaparse') as Papa;
  let rows = 0;
  papa.parse(readFileSync(path, 'utf8'), { step: () => rows++ });
  return `${rows} rows`;
}

function parseJson(path: string): string {
  return typeof JSON.parse(readFileSync(path, 'utf8'));
}

function parseJsonLines(path: string): string {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  for (const line of lines) JSON.parse(line);
  return `${lines.length} lines`;
}

/** As the command line and the extension do it: in worker threads, which are started first. */
async function scanInThreads(path: string, threads: number): Promise<string> {
  const pool = new ScanPool({ workerFile: resolve('dist/worker.js'), catalogue: () => catalogue, threads });
  try {
    const { recordCount } = await pool.scan(path, { dateOrder: 'auto' }, { size: statSync(path).size });
    return `${recordCount} events`;
  } finally {
    await pool.dispose();
  }
}

const ways: Readonly<Record<string, (path: string) => string | Promise<string>>> = {
  scan,
  'one worker thread': (path) => scanInThreads(path, 1),
  'two worker threads': (path) => scanInThreads(path, 2),
  'fast-xml-parser': parseXml,
  papaparse: parseCsv,
  'JSON.parse': parseJson,
  'JSON.parse of lines': parseJsonLines,
};

const [wayName = '', path = '', runs = '5'] = process.argv.slice(2);
const way = ways[wayName];
if (!way) throw new Error(`no way to measure is named ${wayName}`);

async function measure(use: (path: string) => string | Promise<string>): Promise<Measured> {
  const milliseconds: number[] = [];
  const cpu: number[] = [];
  let found = '';
  for (let run = 0; run < Number(runs); run++) {
    const started = performance.now();
    const before = process.cpuUsage();
    found = await use(path);
    milliseconds.push(performance.now() - started);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
  }
  return { milliseconds, cpu, peak: process.resourceUsage().maxRSS / 1000, found };
}

void measure(way).then((measured) => {
  console.log(JSON.stringify(measured));
});
