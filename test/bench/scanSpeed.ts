/**
 * How fast files on disk are scanned on one thread, with counts by provider, event id and level, beside peers on the same
 * file. Own runs and peers take turns, and ratios are the medians of the turns, so that what else the machine does hits all
 * alike. Nothing is asserted.
 *
 * Peers that are not installed are left out: xmllint and rg of the system, papaparse of
 * `npm install --prefix .vscode-test/bench papaparse`. fast-xml-parser takes a dozen times the file in memory.
 *
 *     npm run bench:scan [-- MEGABYTES ...]     10, 40 and 100 when left out; 1000 takes some minutes
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measured } from './scanOne';
import { csvParts, jsonLineParts, jsonParts, powershellCsvParts, renderedXmlParts } from './scanWorkload';
import { eventXmlParts } from './workload';

const TURNS = 5;
/** Runs in one process, of which the median counts: the first ones are not compiled yet. A large file is compiled for on its way. */
const RUNS = 5;
const LARGE = 200;
/** Larger files do not fit into the memory of fast-xml-parser. */
const LARGEST_FOR_PARSER = 100;
/** The size at which encodings and formats are compared. */
const SIDE_SIZE = 100;

/** With the start of the threads, and in threads that have scanned before. */
const THREADS = ['one worker thread', 'two worker threads', 'one warm worker thread', 'two warm worker threads'];

/** Milliseconds that a peer takes for the file; undefined when it is not installed. */
interface Peer {
  readonly name: string;
  readonly turns: number;
  readonly measure: (path: string) => number | undefined;
}

function inside(way: string, path: string, runs: number): Measured | undefined {
  const program = ['--max-old-space-size=12000', join(__dirname, 'scanOne.js'), way, path, String(runs)];
  const { stdout, status } = spawnSync(process.execPath, program, { encoding: 'utf8' });
  return status === 0 ? (JSON.parse(stdout) as Measured) : undefined;
}

function library(way: string, turns: number): Peer {
  const measure = (path: string) => {
    const measured = inside(way, path, 1);
    return measured && median(measured.milliseconds);
  };
  return { name: `${way}, inner`, turns, measure };
}

function program(command: string, ...given: readonly string[]): Peer {
  const measure = (path: string) => {
    const started = performance.now();
    const { error } = spawnSync(command, [...given, path], { stdio: 'ignore' });
    return error ? undefined : performance.now() - started;
  };
  return { name: `${[command, ...given].join(' ')}, wall`, turns: TURNS, measure };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

/** Prints what was measured and returns the time of the scan, in milliseconds. */
function report(title: string, path: string, peers: readonly Peer[]): number {
  const size = statSync(path).size / 1e6;
  const turns = Array.from({ length: TURNS }, (_, turn) => {
    const own = inside('scan', path, size > LARGE ? 1 : RUNS);
    if (!own) throw new Error(`${title} could not be scanned`);
    const others = peers.map((peer) => (turn < peer.turns ? peer.measure(path) : undefined));
    return { own, inner: median(own.milliseconds), others };
  });
  const inner = median(turns.map((turn) => turn.inner));
  const best = Math.min(...turns.flatMap(({ own }) => own.milliseconds));
  const cpu = median(turns.map(({ own }) => median(own.cpu)));
  const peak = Math.max(...turns.map(({ own }) => own.peak));
  const rate = (milliseconds: number) => `${((size / milliseconds) * 1000).toFixed(0)} MB/s`;
  console.log(`${title}, ${size.toFixed(1)} MB: ${turns[0]?.own.found ?? ''}`);
  console.log(
    `  scan with counts, inner                 ${inner.toFixed(0)} ms = ${rate(inner)} (best ${rate(best)}, by processor time ` +
      `${rate(cpu)}), ${peak.toFixed(0)} MB memory`,
  );
  peers.forEach(({ name }, index) => {
    const seen = turns.flatMap(({ others, inner: own }) => {
      const milliseconds = others[index];
      return milliseconds === undefined ? [] : [{ milliseconds, ratio: milliseconds / own }];
    });
    if (seen.length === 0) return;
    const took = median(seen.map(({ milliseconds }) => milliseconds)).toFixed(0);
    console.log(`  ${name.padEnd(39)} ${took} ms, ${median(seen.map(({ ratio }) => ratio)).toFixed(1)} x the scan`);
  });
  return inner;
}

function withFile<T>(parts: Iterable<string>, encoding: BufferEncoding, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'wintriage-bench-'));
  const path = join(folder, 'export');
  try {
    const file = openSync(path, 'w');
    if (encoding === 'utf16le') writeSync(file, '\uFEFF', null, encoding);
    for (const part of parts) writeSync(file, part, null, encoding);
    closeSync(file);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function reportXml(title: string, megabytes: number, parts: (megabytes: number) => Iterable<string>): number {
  const parser = library('fast-xml-parser', megabytes <= LARGEST_FOR_PARSER ? 1 : 0);
  const threads = megabytes < SIDE_SIZE ? [] : THREADS.map((way) => library(way, 3));
  const peers = [...threads, parser, program('xmllint', '--stream', '--noout'), program('rg', '-c', '</Event>')];
  return withFile(parts(megabytes), 'utf8', (path) => report(title, path, peers));
}

function reportOthers(utf8: number): void {
  const utf16 = withFile(eventXmlParts(SIDE_SIZE), 'utf16le', (path) => report('Event XML in UTF-16', path, []));
  console.log(`  ${(utf16 / utf8).toFixed(2)} x the same events in UTF-8`);
  withFile(csvParts(SIDE_SIZE), 'utf8', (path) => report('Event Viewer CSV', path, [library('papaparse', TURNS)]));
  reportBeside('PowerShell CSV', powershellCsvParts, 'papaparse');
  reportBeside('PowerShell JSON', jsonParts, 'JSON.parse');
  reportBeside('JSON lines of Winlogbeat', jsonLineParts, 'JSON.parse of lines');
}

function reportBeside(title: string, write: (megabytes: number) => Iterable<string>, peer: string): void {
  withFile(write(SIDE_SIZE), 'utf8', (path) => report(title, path, [library(peer, TURNS)]));
}

const asked = process.argv.slice(2).map(Number).filter(Number.isFinite);
for (const megabytes of asked.length > 0 ? asked : [10, 40, SIDE_SIZE]) {
  const inner = reportXml('Event XML, events of 0.9 KB', megabytes, eventXmlParts);
  reportXml('Event XML with messages, events of 1.4 KB', megabytes, renderedXmlParts);
  if (megabytes === SIDE_SIZE) reportOthers(inner);
}
