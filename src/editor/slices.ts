import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../core';

/** Milliseconds that the extension host is held at a time. */
const SLICE = 10;

/** A time for which the extension host is held. */
export class Slice {
  private end = performance.now() + SLICE;

  get isOver(): boolean {
    return performance.now() > this.end;
  }

  /** Lets other work of the extension host come in between, and starts anew. */
  async renew(): Promise<void> {
    await setImmediate();
    this.end = performance.now() + SLICE;
  }
}

/**
 * Takes the steps of some work, other work of the extension host coming in between, and returns what comes of it. Undefined
 * once it is not wanted any more.
 */
export async function inSlices<T>(steps: Steps<T>, isWanted: () => boolean = () => true): Promise<T | undefined> {
  const slice = new Slice();
  while (isWanted()) {
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (!slice.isOver);
    await slice.renew();
  }
  return undefined;
}
