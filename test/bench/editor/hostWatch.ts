/**
 * How long the extension host is held, and by whom: the longest time for which no timer could run, and the most of such a time
 * in which code of the extension was running or had called what was. Where Linux tells, the time for which the thread
 * waited for a processor that other programs used is left out.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';

/** What the host did while something was under way. Times in milliseconds. */
export interface Watched<T> {
  readonly value: T;
  /** The longest time for which no timer of the host could run. */
  readonly longest: number;
  /** The most that code of the extension took of one such time. */
  readonly ours: number;
  /** The functions of the extension that stood on the stack most of that time, from the outermost. */
  readonly where: string;
}

/** Milliseconds between looks at the stack, and between looks whether a timer can run. */
const INTERVAL = 1;

/** Frames of the extension that are named. */
const NAMED = 4;

/** A moment at which a timer ran. Milliseconds. */
interface Tick {
  /** On the clock of the profiler. */
  readonly at: number;
  /** For how long, up to then, the thread would have run if there had been a processor for it. */
  readonly waited: number;
}

/** A time between two ticks. Milliseconds. */
interface Stretch {
  readonly length: number;
  /** How much of the time on the clock that is: the thread may have waited at any moment of it. */
  readonly share: number;
  /** How long on the clock which functions of the extension were on the stack in it. */
  readonly taken: ReadonlyMap<string, number>;
}

export async function watchHost<T>(work: () => Promise<T>): Promise<Watched<T>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL * 1000 });
  await session.post('Profiler.start');
  await wait(100);
  const clock = new ThreadClock();
  const ticks = [clock.now];
  const timer = setInterval(() => ticks.push(clock.now), INTERVAL);
  const value = await work();
  await wait(50);
  clearInterval(timer);
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  clock.close();
  return { value, ...worstOf([...stretchesOf(profile, ticks)]) };
}

/** Tells the time of the thread that made it. */
class ThreadClock {
  private readonly file = openIfThere('/proc/thread-self/schedstat');
  private readonly bytes = Buffer.alloc(100);

  get now(): Tick {
    return { at: Number(process.hrtime.bigint() / 1000n) / 1000, waited: this.waited };
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
  }

  private get waited(): number {
    if (this.file === undefined) return 0;
    const length = readSync(this.file, this.bytes, 0, this.bytes.length, 0);
    return Number(this.bytes.toString('latin1', 0, length).split(' ')[1]) / 1e6;
  }
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch {
    return undefined;
  }
}

function worstOf(stretches: readonly Stretch[]): Omit<Watched<unknown>, 'value'> {
  let ours = 0;
  let where = '';
  for (const { share, taken } of stretches) {
    const total = [...taken.values()].reduce((sum, time) => sum + time, 0) * share;
    if (total <= ours) continue;
    ours = total;
    where = [...taken].sort(([, one], [, other]) => other - one)[0]?.[0] ?? '';
  }
  return { longest: Math.max(...stretches.map(({ length }) => length)), ours, where };
}

function* stretchesOf(profile: Profiler.Profile, ticks: readonly Tick[]): Generator<Stretch> {
  const paths = ownPaths(profile);
  const samples = looksOf(profile);
  let index = 0;
  for (const [at, { at: start, waited }] of ticks.slice(0, -1).entries()) {
    const next = ticks[at + 1];
    if (!next) return;
    const taken = new Map<string, number>();
    for (let look = samples[index]; look && look.from < next.at; look = samples[++index]) {
      // A profiler that looks seldom on a busy machine looks at several stretches in one.
      const passed = Math.min(look.to, next.at) - Math.max(look.from, start);
      const path = passed > 0 ? paths.get(look.node) : undefined;
      if (path !== undefined) taken.set(path, (taken.get(path) ?? 0) + passed);
      if (look.to >= next.at) break;
    }
    const length = next.at - start - (next.waited - waited);
    yield { length, taken, share: length / (next.at - start) };
  }
}

/** What the profiler saw, and the time for which that stands. Milliseconds. */
function looksOf({
  samples = [],
  timeDeltas = [],
  startTime,
}: Profiler.Profile): { node: number; from: number; to: number }[] {
  let to = startTime / 1000;
  return samples.map((node, index) => {
    const from = to;
    to += (timeDeltas[index] ?? 0) / 1000;
    return { node, from, to };
  });
}

/** For each node of the profile whose stack holds code of the extension: its outermost functions. */
function ownPaths({ nodes }: Profiler.Profile): ReadonlyMap<number, string> {
  const folder = vscode.extensions.getExtension('wintriage.wintriage')?.extensionPath ?? '';
  const paths = new Map<number, string>();
  const frames = new Map<number, readonly string[]>();
  for (const { id, callFrame, children = [] } of nodes) {
    const above = frames.get(id) ?? [];
    const isOurs = callFrame.url.includes(`${folder}/dist/`);
    const own = isOurs && above.length < NAMED ? [...above, callFrame.functionName || 'anonymous'] : above;
    if (own.length > 0) paths.set(id, own.join(' > '));
    for (const child of children) frames.set(child, own);
  }
  return paths;
}
