/**
 * Coverage-guided fuzzing of every reader: `.evtx`, each format in the list of formats, `.reg`, `reg query`, and a whole file of any kind.
 * An input must not make a reader throw, take long, give places outside of the text, or give other records when it comes in
 * other blocks. Starts from the fixtures, the texts in the tests and, where they are, the real files that WINTRIAGE_SHARED names.
 * A failing input is shortened and written to `out/fuzz`; the exit code is 1.
 *
 *     npm run fuzz [-- --minutes N] [--target NAME]... [--seed N] [--corpus FOLDER]
 *     npm run fuzz -- --target NAME --input FILE       reads one input again
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import * as esbuild from 'esbuild';
import { projectFolder } from '../vscode/paths';
import { instrumentCore } from './instrument';
import type { LoopResult } from './loop';
import { type Material, type MaterialOrder, SHARED_HEAD, type TargetOrder } from './messages';
import { processorMilliseconds } from './processorTime';

/** An input that is read for so many milliseconds of the processor does not end. */
const HANG_MILLISECONDS = 20_000;
const WATCH_MILLISECONDS = 1000;
/** Lines of a failure that are shown. */
const MOST_LINES = 40;
const LARGEST_INPUT = 1 << 20;
const MEMORY = { maxOldGenerationSizeMb: 1024 };

const outFolder = join(projectFolder, 'out/fuzz');
const program = join(outFolder, 'worker.js');

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    target: { type: 'string', multiple: true, default: [] },
    seed: { type: 'string', default: '1' },
    corpus: { type: 'string' },
    input: { type: 'string' },
  },
});

/** Starts a thread; `isStuck` is asked now and then. */
async function ask<T>(order: TargetOrder | MaterialOrder, isStuck: () => boolean = () => false): Promise<T> {
  const worker = new Worker(program, { workerData: order, resourceLimits: MEMORY });
  const watch = setInterval(() => {
    if (isStuck()) void worker.terminate();
  }, WATCH_MILLISECONDS);
  try {
    return await new Promise<T>((done, failed) => {
      worker.once('message', done);
      worker.once('error', failed);
      worker.once('exit', () => {
        failed(new Error('the input does not end'));
      });
    });
  } finally {
    clearInterval(watch);
  }
}

/** Goes through one target; an input that ends the thread ends the target. */
async function fuzz(order: Omit<TargetOrder, 'shared'>): Promise<LoopResult> {
  const shared = new SharedArrayBuffer(SHARED_HEAD + LARGEST_INPUT);
  const [runs, length] = [new Int32Array(shared, 0, 1), new Int32Array(shared, 4, 1)];
  let last = { run: 0, since: processorMilliseconds() };
  const isStuck = (): boolean => {
    const run = runs[0] ?? 0;
    if (run !== last.run) last = { run, since: processorMilliseconds() };
    return processorMilliseconds() - last.since > HANG_MILLISECONDS;
  };
  try {
    return await ask<LoopResult>({ ...order, shared }, isStuck);
  } catch (error) {
    const bytes = new Uint8Array(shared.slice(SHARED_HEAD, SHARED_HEAD + (length[0] ?? 0)));
    return { runs: runs[0] ?? 0, places: 0, corpus: [], failures: [{ message: String(error), bytes }] };
  }
}

function write(folder: string, bytes: Uint8Array): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, createHash('sha256').update(bytes).digest('hex').slice(0, 16));
  writeFileSync(path, bytes);
  return path;
}

function report(target: string, { runs, places, corpus, failures }: LoopResult): void {
  const counts = `${runs} inputs, ${corpus.length} of them new in what they reach, ${places} places reached`;
  console.log(`${target.padEnd(18)} ${counts}, ${failures.length} failures`);
  for (const { message, bytes } of failures) {
    console.log(
      `${message.split('\n').slice(0, MOST_LINES).join('\n    ')}\n    npm run fuzz -- --target ${target} --input ${write(outFolder, bytes)}`,
    );
  }
}

function corpusOf(target: string): Uint8Array[] {
  const folder = options.corpus !== undefined && join(resolve(options.corpus), target);
  return folder && existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(join(folder, name))) : [];
}

async function build(): Promise<void> {
  await esbuild.build({
    entryPoints: [join(__dirname, 'worker.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    external: ['typescript'],
    logLevel: 'warning',
    sourcemap: 'inline',
    plugins: [instrumentCore()],
  });
}

function wantedOf(names: readonly string[]): readonly string[] {
  const unknown = options.target.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`no target is named ${unknown.join(', ')}; there are ${names.join(', ')}`);
  return options.target.length > 0 ? options.target : names;
}

async function main(): Promise<void> {
  await build();
  const real = join(process.env['WINTRIAGE_SHARED'] ?? join(projectFolder, '../shared'), 'data');
  const { names, seeds, words } = await ask<Material>({ project: projectFolder, real });
  const wanted = wantedOf(names);
  const input = options.input === undefined ? undefined : readFileSync(options.input);
  const milliseconds = input ? 0 : (Number(options.minutes) * 60_000) / wanted.length;
  let failures = 0;
  for (const target of wanted) {
    const given = input ? [input] : [...(seeds.get(target) ?? []), ...corpusOf(target)];
    const result = await fuzz({ target, seed: Number(options.seed), milliseconds, words, seeds: given });
    report(target, result);
    failures += result.failures.length;
    if (options.corpus !== undefined)
      for (const bytes of result.corpus) write(join(resolve(options.corpus), target), bytes);
  }
  console.log(`${failures} failures`);
  if (failures > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
