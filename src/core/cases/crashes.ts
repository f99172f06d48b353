import type { Rule } from '../rules/rule';
import type { Occurrence } from './occurrences';

/** Occurrences that belong to one incident, in order of time. */
interface Group {
  readonly occurrences: Occurrence[];
  first: number;
  last: number;
}

/**
 * Splits the occurrences of a rule on one server into incidents.
 *
 * Signs of the crash itself that are within seconds of each other are one crash, and each crash is one incident; a sign that
 * comes again is the next crash. Every other sign joins the crash before it, else the crash after it, as long as no sign is
 * further than the window from the first. Signs without a crash in reach are joined among themselves.
 */
export function groupByCrash(
  occurrences: readonly Occurrence[],
  rule: Pick<Rule, 'crash'>,
  windowMilliseconds: number,
): (readonly Occurrence[])[] {
  const crashSigns = rule.crash?.signs ?? [];
  const crashes: Group[] = [];
  for (const occurrence of occurrences.filter(({ signId }) => crashSigns.includes(signId))) {
    const current = crashes.at(-1);
    if (current && continuesCrash(current, occurrence, (rule.crash?.withinSeconds ?? 0) * 1000))
      join(current, occurrence);
    else crashes.push(groupOf(occurrence));
  }
  const loose: Group[] = [];
  for (const occurrence of occurrences.filter(({ signId }) => !crashSigns.includes(signId))) {
    const group =
      nearestCrash(crashes, occurrence, windowMilliseconds) ?? lastInReach(loose, occurrence, windowMilliseconds);
    if (group) join(group, occurrence);
    else loose.push(groupOf(occurrence));
  }
  return [...crashes, ...loose]
    .map((group) => group.occurrences.sort((a, b) => a.time - b.time))
    .sort((a, b) => (a[0]?.time ?? 0) - (b[0]?.time ?? 0));
}

function continuesCrash(crash: Group, occurrence: Occurrence, withinMilliseconds: number): boolean {
  const isRepeated = crash.occurrences.some(({ signId }) => signId === occurrence.signId);
  return !isRepeated && occurrence.time - crash.first <= withinMilliseconds;
}

/** The last crash at or before the occurrence, else the first after it, if in reach. Crashes are in order of time. */
function nearestCrash(crashes: readonly Group[], occurrence: Occurrence, reach: number): Group | undefined {
  let low = 0;
  let high = crashes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // Exports round to seconds, so what follows a crash may seem to stand just before it.
    if ((crashes[middle]?.first ?? 0) <= occurrence.time + 1000) low = middle + 1;
    else high = middle;
  }
  return [crashes[low - 1], crashes[low]].find((crash) => crash && isInReach(crash, occurrence, reach));
}

function lastInReach(groups: readonly Group[], occurrence: Occurrence, reach: number): Group | undefined {
  const last = groups.at(-1);
  return last && isInReach(last, occurrence, reach) ? last : undefined;
}

function isInReach(group: Group, { time }: Occurrence, reach: number): boolean {
  return Math.max(group.last, time) - Math.min(group.first, time) <= reach;
}

function groupOf(occurrence: Occurrence): Group {
  return { occurrences: [occurrence], first: occurrence.time, last: occurrence.time };
}

function join(group: Group, occurrence: Occurrence): void {
  group.occurrences.push(occurrence);
  group.first = Math.min(group.first, occurrence.time);
  group.last = Math.max(group.last, occurrence.time);
}
