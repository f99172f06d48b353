/** Most events that an excerpt shows, and most UTF-16 units of them: enough to look around in, little enough to open at once. */
export const MOST_EVENTS_SHOWN = 2000;
export const MOST_TEXT_SHOWN = 4 * 1024 * 1024;

/** Events before and after one that matters, the widest choice that leaves room for all of them. */
const NEIGHBOURS: readonly number[] = [20, 5, 1, 0];

/** Events one after the other, by their ordinals in the log, from 0; half-open. */
export interface EventRun {
  readonly from: number;
  readonly to: number;
}

/** The page that holds an event. Pages start at multiples of {@link MOST_EVENTS_SHOWN}, so that each has one address. */
export function pageHolding(ordinal: number, eventCount: number): EventRun {
  const last = Math.max(0, eventCount - 1);
  const inside = Math.min(Math.max(0, Math.trunc(ordinal)), last);
  const from = inside - (inside % MOST_EVENTS_SHOWN);
  return { from, to: Math.min(from + MOST_EVENTS_SHOWN, eventCount) };
}

/** The run that starts at an event and is as long as a page. */
export function pageFrom(ordinal: number, eventCount: number): EventRun {
  const from = Math.min(Math.max(0, Math.trunc(ordinal)), Math.max(0, eventCount - 1));
  return { from, to: Math.min(from + MOST_EVENTS_SHOWN, eventCount) };
}

/**
 * The events that matter with their neighbours, in order; overlapping neighbourhoods are one run. Events beyond what an
 * excerpt may show are left out from the end.
 */
export function runsAround(ordinals: readonly number[], eventCount: number): readonly EventRun[] {
  const inOrder = [...new Set(ordinals)].filter((each) => each >= 0 && each < eventCount).sort((a, b) => a - b);
  const choices = NEIGHBOURS.map((neighbours) => joinedRuns(inOrder, neighbours, eventCount));
  const runs = choices.find((each) => countEvents(each) <= MOST_EVENTS_SHOWN) ?? choices.at(-1) ?? [];
  return cutRuns(runs, MOST_EVENTS_SHOWN);
}

/** How many events the runs hold. */
export function countEvents(runs: readonly EventRun[]): number {
  return runs.reduce((total, { from, to }) => total + to - from, 0);
}

function joinedRuns(ordinals: readonly number[], neighbours: number, eventCount: number): readonly EventRun[] {
  const runs: EventRun[] = [];
  for (const ordinal of ordinals) {
    const run = { from: Math.max(0, ordinal - neighbours), to: Math.min(eventCount, ordinal + neighbours + 1) };
    const last = runs.at(-1);
    if (last && run.from <= last.to) runs[runs.length - 1] = { from: last.from, to: run.to };
    else runs.push(run);
  }
  return runs;
}

function cutRuns(runs: readonly EventRun[], most: number): readonly EventRun[] {
  const kept: EventRun[] = [];
  let room = most;
  for (const { from, to } of runs) {
    if (room === 0) break;
    kept.push({ from, to: Math.min(to, from + room) });
    room -= Math.min(to - from, room);
  }
  return kept;
}
