import type { Watched } from './hostWatch';

/** The lines that the harness prints begin with this. */
const MARK = '[suite] ';

/** What holds the host for longer than this is felt. Milliseconds. */
const MOST_HELD = 50;

export function report(line: string): void {
  console.log(MARK + line);
}

export function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`;
}

/** The worst of several watches of the same: how long the host was held, by the extension and in all. */
export function reportHolds(what: string, watches: readonly Watched<unknown>[]): void {
  const ours = watches.reduce((worst, watch) => (watch.ours > worst.ours ? watch : worst));
  const longest = Math.max(...watches.map((watch) => watch.longest));
  const where = ours.ours > MOST_HELD ? ` (${ours.where})` : '';
  report(`  ${what.padEnd(32)}host held ${ms(ours.ours)} by us${where}, ${ms(longest)} in all`);
}
