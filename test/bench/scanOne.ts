/**
 * One file, measured inside a process of its own, so that its memory is its own: reading, decoding and scanning it with
 * counts by kind, or what a peer does. Prints one line of JSON, which scanSpeed.ts reads.
 *
 *     node out/bench/scanOne.js WAY FILE RUNS
 */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { loadBuiltInCatalogue } from '../../src/catalogue';
import { ScanPool, scanFile } from '../../src/platform';

/** What one measurement printed. */
export interface Measured {
  readonly milliseconds: readonly number[];
  /** Processor time of all threads of the process. */
  readonly cpu: readonly number[];
  /** Most memory of the process at any moment, in MB. */
  readonly peak: number;
  readonly found: string;
}

const catalogue = loadBuiltInCatalogue();

/** As one thread does it. */
async function scan(path: string): Promise<string> {
  const { recordCount, counts, findings } = await scanFile(path, catalogue, { dateOrder: 'auto' });
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
  const pool = poolOf(threads);
  try {
    return await scanIn(pool, path);
  } finally {
    await pool.dispose();
  }
}

/** Two threads divide every file of the benchmark that is large. */
function poolOf(threads: number): ScanPool {
  const workerFile = resolve('dist/worker.js');
  return new ScanPool({ workerFile, catalogue: () => catalogue, threads, worthDividing: 32e6 });
}

async function scanIn(pool: ScanPool, path: string): Promise<string> {
  const { recordCount } = await pool.scan(path, { dateOrder: 'auto' }, { size: statSync(path).size });
  return `${recordCount} events`;
}

/** In threads that have scanned such a file before, as those of the extension have after the first file of a folder. */
const warm = { one: poolOf(1), two: poolOf(2) };

const ways: Readonly<Record<string, (path: string) => string | Promise<string>>> = {
  scan,
  'one worker thread': (path) => scanInThreads(path, 1),
  'two worker threads': (path) => scanInThreads(path, 2),
  'one warm worker thread': (path) => scanIn(warm.one, path),
  'two warm worker threads': (path) => scanIn(warm.two, path),
  'fast-xml-parser': parseXml,
  papaparse: parseCsv,
  'JSON.parse': parseJson,
  'JSON.parse of lines': parseJsonLines,
};

const [wayName = '', path = '', runs = '5'] = process.argv.slice(2);

function wayNamed(name: string): (path: string) => string | Promise<string> {
  const way = ways[name];
  if (!way) throw new Error(`no way to measure is named ${name}`);
  return way;
}

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

async function run(): Promise<void> {
  const use = wayNamed(wayName);
  if (wayName.includes('warm')) for (let turn = 0; turn < 5; turn++) await use(path);
  console.log(JSON.stringify(await measure(use)));
  await Promise.all([warm.one.dispose(), warm.two.dispose()]);
}

void run();
