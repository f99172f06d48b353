import type { SourceReport, TimeMark } from '../findings/finding';

/** Offsets of time zones are multiples of this, in milliseconds. */
const QUARTER = 15 * 60_000;
/** No zone is further from UTC, in quarters of an hour. */
const FURTHEST = 14 * 4;
/** Summer time is this far from winter time, in quarters of an hour. */
const SUMMER = 4;

/** One event seen with its local time and in UTC: at `local` (milliseconds) the clock was `minutes` ahead of UTC. */
export interface ClockPoint {
  readonly local: number;
  readonly minutes: number;
}

/**
 * How far the local clock of some exports is ahead of UTC, from events of level 3 or worse that exports in UTC hold too:
 * same provider and id, and times that differ by quarters of an hour to the second. One such event is enough, as long as no
 * other offset explains as many. Empty when nothing is evident.
 */
export function findClockPoints(local: readonly SourceReport[], utc: readonly SourceReport[]): ClockPoint[] {
  const inUtc = new Map<string, number[]>();
  for (const mark of utc.flatMap((source) => source.timeMarks)) {
    if (mark.time.zone === 'utc') add(inUtc, bucketOf(mark), mark.time.milliseconds);
  }
  const points = local
    .flatMap((source) => source.timeMarks)
    .filter((mark) => mark.time.zone === 'unstated')
    .flatMap((mark) => (inUtc.get(bucketOf(mark)) ?? []).flatMap((time) => pointOf(mark.time.milliseconds, time)));
  return mostLikely(points);
}

/** Minutes of the point nearest in time, as summer and winter differ; undefined when there is none. */
export function offsetAt(points: readonly ClockPoint[], local: number): number | undefined {
  let nearest: ClockPoint | undefined;
  for (const point of points) {
    if (!nearest || Math.abs(point.local - local) < Math.abs(nearest.local - local)) nearest = point;
  }
  return nearest?.minutes;
}

/** Exports round down to the second, so the same event has the same second of a quarter hour in both. */
function bucketOf({ key, time }: TimeMark): string {
  const second = Math.floor(time.milliseconds / 1000) * 1000;
  return `${key} ${second - Math.floor(second / QUARTER) * QUARTER}`;
}

function pointOf(local: number, utc: number): ClockPoint[] {
  const quarters = Math.round((local - utc) / QUARTER);
  return Math.abs(quarters) <= FURTHEST ? [{ local, minutes: quarters * 15 }] : [];
}

/** The points of the offset that explains most events, and of the one an hour beside it where summer time changed. */
function mostLikely(points: readonly ClockPoint[]): ClockPoint[] {
  const votes = new Map<number, number>();
  for (const { minutes } of points) votes.set(minutes, (votes.get(minutes) ?? 0) + 1);
  const ranked = [...votes].sort(([, a], [, b]) => b - a);
  const [best, second] = ranked;
  const isTied = second?.[1] === best?.[1] && Math.abs((second?.[0] ?? 0) - (best?.[0] ?? 0)) !== SUMMER * 15;
  if (!best || isTied) return [];
  const accepted = ranked
    .filter(([minutes, count]) => Math.abs(minutes - best[0]) === SUMMER * 15 && count > 1)
    .slice(0, 1)
    .map(([minutes]) => minutes);
  return points.filter(({ minutes }) => minutes === best[0] || accepted.includes(minutes));
}

function add(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
