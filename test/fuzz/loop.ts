import { Coverage } from './coverage';
import { mutate } from './mutate';
import { processorMilliseconds } from './processorTime';
import { type Random, randomFrom } from './random';
import type { Target } from './targets';

/** Longest that reading one input may take, in milliseconds of the processor, by the instrumented code. */
const MOST_MILLISECONDS = 2000;
/** How often a slow reading is repeated, as memory may have been tidied up in it that others had left. */
const REPETITIONS = 3;
/** Runs that shortening a failing input may take. */
const MOST_SHORTENINGS = 2000;

export interface LoopInput {
  readonly target: Target;
  readonly seeds: readonly Uint8Array[];
  readonly words: readonly Uint8Array[];
  readonly seed: number;
  /** Is told every input before it is read, so that one which never comes back is known. */
  readonly announce: (bytes: Uint8Array) => void;
}

/** A way in which a target failed, with the shortest input that was found for it. */
export interface Failure {
  readonly message: string;
  readonly bytes: Uint8Array;
}

export interface LoopResult {
  readonly runs: number;
  readonly places: number;
  readonly corpus: readonly Uint8Array[];
  readonly failures: readonly Failure[];
}

/** Reads inputs that change bit by bit, and goes on from those that reached something new. */
export class Loop {
  private readonly coverage = new Coverage();
  private readonly corpus: Uint8Array[] = [];
  private readonly failures = new Map<string, Failure>();
  private readonly random: Random;
  private runs = 0;

  constructor(private readonly input: LoopInput) {
    this.random = randomFrom(input.seed);
    for (const seed of input.seeds) this.run(seed.subarray(0, input.target.longest));
  }

  /** Goes on for so many milliseconds. */
  go(milliseconds: number): void {
    const until = performance.now() + milliseconds;
    while (performance.now() < until) this.run(this.next());
  }

  get result(): LoopResult {
    const { places } = this.coverage;
    return { runs: this.runs, places, corpus: this.corpus, failures: [...this.failures.values()] };
  }

  private next(): Uint8Array {
    const { words, target } = this.input;
    const material = { words, random: this.random, other: this.pick() };
    return mutate(this.pick(), target.longest, material);
  }

  /** What came last reached what is newest, so it is taken more often. */
  private pick(): Uint8Array {
    const newest = Math.min(this.corpus.length, 32);
    const at = this.random(2) === 0 ? this.corpus.length - 1 - this.random(newest) : this.random(this.corpus.length);
    return this.corpus[at] ?? new Uint8Array(0);
  }

  private run(bytes: Uint8Array): void {
    this.runs++;
    let message: string | undefined;
    const found = this.coverage.newIn(() => (message = this.messageOf(bytes)));
    if (message !== undefined) this.keep(message, bytes);
    else if (found > 0) this.corpus.push(bytes.slice());
  }

  /** What is wrong; undefined when nothing is. */
  private messageOf(bytes: Uint8Array): string | undefined {
    this.input.announce(bytes);
    try {
      let took = Infinity;
      for (let time = 0; time < REPETITIONS && took > MOST_MILLISECONDS; time++) {
        const started = processorMilliseconds();
        this.input.target.check(bytes);
        took = processorMilliseconds() - started;
      }
      return took > MOST_MILLISECONDS ? `slow: ${took.toFixed(0)} ms` : undefined;
    } catch (error) {
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
  }

  private keep(message: string, bytes: Uint8Array): void {
    const kind = kindOf(message);
    if (this.failures.has(kind)) return;
    const short = this.shortened(bytes, kind);
    this.failures.set(kind, { message: this.messageOf(short) ?? message, bytes: short });
  }

  /** Leaves out parts, half of it first, as long as it fails in the same way. */
  private shortened(bytes: Uint8Array, kind: string): Uint8Array {
    let best = bytes.slice();
    let left = MOST_SHORTENINGS;
    for (let size = best.length >> 1; size >= 1 && left > 0; size >>= 1) {
      for (let at = 0; at < best.length && left-- > 0;) {
        const tried = new Uint8Array([...best.subarray(0, at), ...best.subarray(at + size)]);
        const message = this.messageOf(tried);
        if (message !== undefined && kindOf(message) === kind) best = tried;
        else at += size;
      }
    }
    return best;
  }
}

/** Failures with the same words at the same place are one, whatever numbers and texts are in them. */
function kindOf(message: string): string {
  const [words = '', ...rest] = message.split('\n');
  const place = rest.find((line) => /^ +at /.test(line)) ?? '';
  return `${words.slice(0, 60)}${place}`.replace(/\d+/g, '0');
}
