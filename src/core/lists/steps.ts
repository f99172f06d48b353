/**
 * Work that can be interrupted between two steps, each of which takes a few milliseconds at most, and what comes of it. Who
 * has other things to do takes the steps one by one.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Takes all steps at once. */
export function allSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
