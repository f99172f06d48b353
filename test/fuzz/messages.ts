import type { Seeds } from './seeds';

/** What all targets start from. */
export interface Material {
  /** The names of all targets. */
  readonly names: readonly string[];
  readonly seeds: Seeds;
  readonly words: readonly Uint8Array[];
}

/** A thread is asked for the material first, from the project and, where there is one, a folder of real files. */
export interface MaterialOrder {
  readonly project: string;
  readonly real: string;
}

/** Then one thread goes through each target. */
export interface TargetOrder {
  readonly target: string;
  readonly seed: number;
  readonly milliseconds: number;
  readonly seeds: readonly Uint8Array[];
  readonly words: readonly Uint8Array[];
  /** The input that is being read: how many there were, its length, its bytes. */
  readonly shared: SharedArrayBuffer;
}

/** Bytes before those of the input in the shared memory. */
export const SHARED_HEAD = 8;
