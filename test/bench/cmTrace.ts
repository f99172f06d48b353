/**
 * How long it takes to read a CMTrace log of 100 MB from its text, with places, counts and times, beside one global regular
 * expression that finds the same entries in the same text, both in this run. Prints medians; nothing is asserted.
 *
 *     npm run bench:cmtrace [-- MEGABYTES ...]
 */
import { loadBuiltInCatalogue } from '../../src/catalogue';
import { SourceScan } from '../../src/core';
import { cmTraceOf } from './cmTraceWorkload';

/** What the editor hands over at a time. */
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

function readWithScan(text: string): number {
  const scan = new SourceScan('bench.log', loadBuiltInCatalogue(), { dateOrder: 'auto' });
  for (let at = 0; at < text.length; at += BLOCK) scan.push(text.slice(at, at + BLOCK));
  return scan.finish('utf-8').recordCount;
}

/** Only counts: what the scan makes of times, levels and places comes on top for whoever uses the expression. */
function readWithExpression(text: string): number {
  let count = 0;
  for (const match of text.matchAll(ENTRY)) if (match[5] !== undefined) count++;
  return count;
}

function median(runs: readonly Measured[]): Measured {
  const middle = [...runs].sort((a, b) => a.milliseconds - b.milliseconds)[runs.length >> 1];
  if (!middle) throw new Error('nothing was measured');
  return middle;
}

const sizes = process.argv.slice(2).map(Number).filter(Number.isFinite);
for (const megabytes of sizes.length > 0 ? sizes : [25, 100]) {
  const text = cmTraceOf(megabytes);
  const own: Measured[] = [];
  const peer: Measured[] = [];
  // In turns, so that what else the machine does meets both.
  for (let run = 0; run < RUNS; run++) {
    own.push(measure(() => readWithScan(text)));
    peer.push(measure(() => readWithExpression(text)));
  }
  const [ours, theirs] = [median(own), median(peer)];
  const rate = (milliseconds: number): string => `${(text.length / 1e3 / milliseconds).toFixed(0)} MB/s`;
  console.log(`CMTrace log, ${(text.length / 1e6).toFixed(1)} MB, ${ours.entryCount} and ${theirs.entryCount} entries`);
  console.log(`  scan of the text              ${ours.milliseconds.toFixed(0)} ms (${rate(ours.milliseconds)})`);
  console.log(`  one global regular expression ${theirs.milliseconds.toFixed(0)} ms (${rate(theirs.milliseconds)})`);
  console.log(`  ratio                         ${(ours.milliseconds / theirs.milliseconds).toFixed(2)}`);
}
