/**
 * How much memory the command line takes for event XML exports of growing size, and how fast it reads them, as a person
 * would run it: `node dist/cli.js scan FILE`. Nothing is asserted.
 *
 *     npm run bench:memory [-- MEGABYTES ...]
 */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { eventXmlParts } from './workload';

const program = resolve('dist/cli.js');

interface Measured {
  readonly seconds: number;
  /** Most memory of the process at any moment, its threads included. Bytes. */
  readonly peak: number;
  /** The last line that was printed: what was found. */
  readonly found: string;
}

async function scan(path: string): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, [program, 'scan', path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (data: Buffer) => {
    output = (output + data.toString()).slice(-10_000);
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 10);
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(watch);
  if (code !== 0 && code !== 1) throw new Error(`the command line ended with ${String(code)}`);
  return { seconds: (performance.now() - started) / 1000, peak, found: output.trimEnd().split('\n').at(-1) ?? '' };
}

/** The kernel keeps the peak itself, so looking now and then misses nothing but the very end. */
function peakOf(id: number | undefined): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id ?? 0}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}

async function measure(megabytes: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wintriage-memory-'));
  try {
    const path = join(folder, 'System.xml');
    await pipeline(Readable.from(eventXmlParts(megabytes)), createWriteStream(path));
    const size = statSync(path).size;
    const { seconds, peak, found } = await scan(path);
    console.log(`Event XML, ${(size / 1e6).toFixed(0)} MB: ${found}`);
    console.log(
      `  wintriage scan  ${seconds.toFixed(2)} s, ${(size / 1e6 / seconds).toFixed(0)} MB/s, peak ${(peak / 1e6).toFixed(0)} MB`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function main(): Promise<void> {
  const sizes = process.argv.slice(2).map(Number).filter(Number.isFinite);
  for (const megabytes of sizes.length > 0 ? sizes : [10, 100, 1000]) await measure(megabytes);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
