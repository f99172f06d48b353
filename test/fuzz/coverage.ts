/**
 * What the instrumented code counts: one counter for each place where control can go, as `instrument.ts` numbered them.
 * A global, as every instrumented module reaches it.
 */
export const COUNTERS = '__fuzzCounters';

const SIZE = 0x10000;

/** Counters of one run, which wrap around at 256. */
const counters = new Uint8Array(SIZE);
Object.defineProperty(globalThis, COUNTERS, { value: counters });

/** How often is told by powers of two, one bit for each: a loop that goes round more often is something new, too. */
const bucketOf = Uint8Array.from({ length: 256 }, (_, count) => (count === 0 ? 0 : 1 << Math.floor(Math.log2(count))));

/** What all runs so far have reached. */
export class Coverage {
  private readonly seen = new Uint8Array(SIZE);
  /** Places that were reached. */
  places = 0;

  /** Runs it and tells how many counters went where none of the runs before went. */
  newIn(run: () => void): number {
    counters.fill(0);
    run();
    let found = 0;
    for (let at = 0; at < SIZE; at++) {
      const bucket = bucketOf[counters[at] ?? 0] ?? 0;
      const before = this.seen[at] ?? 0;
      if ((bucket & ~before) === 0) continue;
      if (before === 0) this.places++;
      this.seen[at] = before | bucket;
      found++;
    }
    return found;
  }
}
