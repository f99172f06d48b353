/**
 * How long it takes from the text of an open event XML export to its diagnostics, beside the time that fast-xml-parser takes
 * to parse the same text whole, both in this run. Prints medians; nothing is asserted.
 *
 *     npm run bench [-- MEGABYTES ...]
 */
import { XMLParser } from 'fast-xml-parser';
import { loadBuiltInCatalogue } from '../../src/catalogue';
import { SourceScan, correlate, diagnosticsOf } from '../../src/core';
import { eventXmlOf } from './workload';

/** What the editor hands over at a time. */
const BLOCK = 1024 * 1024;
const RUNS = 5;
const PEER_RUNS = 2;

interface Measured {
  readonly milliseconds: number;
  /** Longest time during which nothing else could run. */
  readonly longest: number;
  readonly found: string;
}

function diagnose(text: string): Measured {
  const catalogue = loadBuiltInCatalogue();
  const started = performance.now();
  const scan = new SourceScan('bench.xml', catalogue, { dateOrder: 'auto', recordIndex: true });
  let longest = 0;
  const step = (work: () => void): void => {
    const before = performance.now();
    work();
    longest = Math.max(longest, performance.now() - before);
  };
  for (let at = 0; at < text.length; at += BLOCK)
    step(() => {
      scan.push(text.slice(at, at + BLOCK));
    });
  let found = '';
  step(() => {
    const source = scan.finish('utf-8');
    const settings = { windowMinutes: 10, localOffsetMinutes: undefined, unnamedComputer: 'folder' } as const;
    const result = correlate([source], catalogue, settings);
    const diagnostics = [...diagnosticsOf(result, catalogue).values()].flat().length;
    found = `${source.recordCount} events, ${result.incidents.length} incidents, ${diagnostics} diagnostics`;
  });
  return { milliseconds: performance.now() - started, longest, found };
}

function parseWhole(text: string): Measured {
  const started = performance.now();
  const parsed: unknown = new XMLParser({ ignoreAttributes: false }).parse(text);
  const milliseconds = performance.now() - started;
  return { milliseconds, longest: milliseconds, found: typeof parsed };
}

function median(runs: readonly Measured[]): Measured {
  const sorted = [...runs].sort((a, b) => a.milliseconds - b.milliseconds);
  const middle = sorted[sorted.length >> 1];
  if (!middle) throw new Error('nothing was measured');
  return { ...middle, longest: Math.max(...runs.map(({ longest }) => longest)) };
}

function repeat(runs: number, measure: () => Measured): Measured {
  return median(Array.from({ length: runs }, measure));
}

const sizes = process.argv.slice(2).map(Number).filter(Number.isFinite);
for (const megabytes of sizes.length > 0 ? sizes : [10, 40]) {
  const text = eventXmlOf(megabytes);
  const own = repeat(RUNS, () => diagnose(text));
  const peer = repeat(PEER_RUNS, () => parseWhole(text));
  const rate = (text.length / 1e3 / own.milliseconds).toFixed(0);
  console.log(`Event XML, ${(text.length / 1e6).toFixed(1)} MB: ${own.found}`);
  console.log(
    `  text to diagnostics          ${own.milliseconds.toFixed(0)} ms (${rate} MB/s), longest stretch ${own.longest.toFixed(0)} ms`,
  );
  console.log(`  fast-xml-parser, whole text  ${peer.milliseconds.toFixed(0)} ms`);
  console.log(`  ratio                        1/${(peer.milliseconds / own.milliseconds).toFixed(1)}`);
}
