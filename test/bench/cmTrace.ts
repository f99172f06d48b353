/**
 * How long it takes to read a CMTrace log of 100 MB with places, counts and times, beside one global regular expression that
 * finds the same entries, both in this run: once from the same decoded text, as of an open document, and once from the same
 * UTF-8 bytes, as of a file, which the expression has to have decoded first. Prints medians; nothing is asserted.
 *
 *     npm run bench:cmtrace [-- MEGABYTES ...]
 */
import { loadBuiltInCatalogue } from '../../src/catalogue';
import { FileScan, SourceScan } from '../../src/core';
import { cmTraceOf } from './cmTraceWorkload';

/** What the editor hands over at a time, in units, and a file, in bytes. */
const BLOCK = 1024 * 1024;
const RUNS = 5;

const ENTRY =
  /<!\[LOG\[([\s\S]*?)\]LOG\]!><time="([\d:.]+)([+-]\d+)?" date="([\d-]+)" component="([^"]*)" context="([^"]*)" type="(\d*)" thread="(\d*)" file="([^"]*)">/g;

interface Measured {
  readonly milliseconds: number;
  readonly entryCount: number;
}

function measure(work: () => number): Measured {
  const started = performance.now();
  const entryCount = work();
  return { milliseconds: performance.now() - started, entryCount };
}

function scanText(text: string): number {
  const scan = new SourceScan('bench.log', loadBuiltInCatalogue(), { dateOrder: 'auto' });
  for (let at = 0; at < text.length; at += BLOCK) scan.push(text.slice(at, at + BLOCK));
  return scan.finish('utf-8').recordCount;
}

function scanBytes(bytes: Uint8Array): number {
  const scan = new FileScan('bench.log', loadBuiltInCatalogue(), { dateOrder: 'auto' });
  for (let at = 0; at < bytes.length; at += BLOCK) scan.push(bytes.subarray(at, at + BLOCK));
  return scan.finish().recordCount;
}

/** Only counts: what the scan makes of times, levels and places comes on top for whoever uses the expression. */
function matchText(text: string): number {
  let count = 0;
  for (const match of text.matchAll(ENTRY)) if (match[5] !== undefined) count++;
  return count;
}

function matchBytes(bytes: Uint8Array): number {
  return matchText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
}

function median(runs: readonly Measured[]): Measured {
  const middle = [...runs].sort((a, b) => a.milliseconds - b.milliseconds)[runs.length >> 1];
  if (!middle) throw new Error('nothing was measured');
  return middle;
}

function compare<Input extends { readonly length: number }>(
  from: string,
  input: Input,
  scan: (input: Input) => number,
  match: (input: Input) => number,
): void {
  const own: Measured[] = [];
  const peer: Measured[] = [];
  // In turns, so that what else the machine does meets both.
  for (let run = 0; run < RUNS; run++) {
    own.push(measure(() => scan(input)));
    peer.push(measure(() => match(input)));
  }
  const [ours, theirs] = [median(own), median(peer)];
  const row = ({ milliseconds, entryCount }: Measured): string =>
    `${milliseconds.toFixed(0)} ms (${(input.length / 1e3 / milliseconds).toFixed(0)} MB/s), ${entryCount} entries`;
  console.log(`  from ${from}`);
  console.log(`    scan                          ${row(ours)}`);
  console.log(`    one global regular expression ${row(theirs)}`);
  console.log(`    ratio                         ${(ours.milliseconds / theirs.milliseconds).toFixed(2)}`);
}

const sizes = process.argv.slice(2).map(Number).filter(Number.isFinite);
for (const megabytes of sizes.length > 0 ? sizes : [25, 100]) {
  const text = cmTraceOf(megabytes);
  console.log(`CMTrace log, ${(text.length / 1e6).toFixed(1)} MB`);
  compare('the decoded text', text, scanText, matchText);
  compare('the bytes of a file', Buffer.from(text), scanBytes, matchBytes);
}
