import { partitionPoint } from '../lists/partitionPoint';
import type { Rule } from '../rules/rule';
import type { Occurrence } from './occurrences';

type CrashSigns = NonNullable<Rule['crash']>;

/** Clocks that round to seconds and two writers of logs may turn signs of one crash round; further apart they are of two. */
const TURNED_ROUND = 2000;

/** Occurrences that belong to one incident, in order of time. */
interface Group {
  readonly occurrences: Occurrence[];
  first: number;
  last: number;
}

/**
 * Splits the occurrences of a rule on one server into incidents.
 *
 * Signs of the crash itself that follow each other within seconds, in the order of the rule, are one crash, and each crash is
 * one incident; a sign that comes again, or one that should have come before, is the next crash. Every other sign joins the
 * crash before it, else the crash after it, as long as no sign is further than the window from the first. Signs without a
 * crash in reach are joined among themselves.
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
    if (current && rule.crash && continuesCrash(current, occurrence, rule.crash)) join(current, occurrence);
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

function continuesCrash(crash: Group, { signId, time }: Occurrence, { signs, withinSeconds }: CrashSigns): boolean {
  const place = signs.indexOf(signId);
  const places = crash.occurrences.map((seen) => signs.indexOf(seen.signId));
  if (places.includes(place)) return false;
  const isInOrder = places.every((before) => before < place);
  return time - crash.first <= (isInOrder ? withinSeconds * 1000 : TURNED_ROUND);
}

/** The last crash at or before the occurrence, else the first after it, if in reach. Crashes are in order of time. */
function nearestCrash(crashes: readonly Group[], occurrence: Occurrence, reach: number): Group | undefined {
  // Exports round to seconds, so what follows a crash may seem to stand just before it.
  const after = partitionPoint(crashes.length, (index) => (crashes[index]?.first ?? 0) <= occurrence.time + 1000);
  return [crashes[after - 1], crashes[after]].find((crash) => crash && isInReach(crash, occurrence, reach));
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
