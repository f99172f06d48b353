import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../core';

/** Milliseconds that the extension host is held at a time. */
const SLICE = 10;

/**
 * Takes the steps of some work, other work of the extension host coming in between, and returns what comes of it. Undefined
 * once it is not wanted any more.
 */
export async function inSlices<T>(steps: Steps<T>, isWanted: () => boolean = () => true): Promise<T | undefined> {
  let sliceEnd = performance.now() + SLICE;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() <= sliceEnd) continue;
    await setImmediate();
    if (!isWanted()) return undefined;
    sliceEnd = performance.now() + SLICE;
  }
}
