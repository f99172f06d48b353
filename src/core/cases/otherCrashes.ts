import { groupBy } from '../lists/groupBy';
import { partitionPoint } from '../lists/partitionPoint';
import type { Rule } from '../rules/rule';
import { type Claimed, startOf } from './claims';

/** The incidents of each rule that hold a crash, in order of time; all of one server and clock. */
export type CrashesByRule = ReadonlyMap<Rule, readonly Claimed[]>;

/** Which of the incidents hold a crash. */
export function crashesByRule(claims: readonly Claimed[]): CrashesByRule {
  const crashes = groupBy(claims.filter(holdsCrash), ({ rule }) => rule);
  for (const list of crashes.values()) list.sort((a, b) => startOf(a) - startOf(b));
  return crashes;
}

/**
 * The crash that another rule knows within the window of an incident of a crash that itself has no sign of one: what the
 * incident holds may be what that crash left behind. The last one before it, else the first after it.
 */
export function otherCrashNear(
  claimed: Claimed,
  crashes: CrashesByRule,
  windowMilliseconds: number,
): Claimed | undefined {
  if (!claimed.rule.crash || holdsCrash(claimed)) return undefined;
  const start = startOf(claimed);
  const near = [...crashes]
    .filter(([rule]) => rule !== claimed.rule)
    .flatMap(([, list]) => neighbours(list, start))
    .filter((other) => Math.abs(startOf(other) - start) <= windowMilliseconds)
    .sort((a, b) => startOf(a) - startOf(b));
  return near.filter((other) => startOf(other) <= start).at(-1) ?? near[0];
}

/** The last that starts at or before a time, and the first after it. */
function neighbours(list: readonly Claimed[], time: number): Claimed[] {
  const after = partitionPoint(list.length, (index) => {
    const claimed = list[index];
    return claimed !== undefined && startOf(claimed) <= time;
  });
  return list.slice(Math.max(after - 1, 0), after + 1);
}

function holdsCrash({ rule, occurrences }: Claimed): boolean {
  return occurrences.some(({ signId }) => rule.crash?.signs.includes(signId));
}
