import type { DateOrder, EventTime } from '../records/eventTime';

/** The reading of a time under the given order of day and month; the same when the notation left nothing open. */
export function underOrder(time: EventTime, order: DateOrder | undefined): EventTime {
  const { ambiguous } = time;
  if (!ambiguous || order === undefined) return time;
  const milliseconds = ambiguous.order === order ? time.milliseconds : ambiguous.swapped;
  return { milliseconds, zone: time.zone };
}

interface Bounds {
  count: number;
  first: number;
  last: number;
}

/**
 * First and last time of a source. Both readings of ambiguous dates are followed, as the order of day and month may only
 * be known at the end; times with and without a zone are not mixed.
 */
export class TimeSpan {
  private readonly bounds: Record<EventTime['zone'], Record<DateOrder, Bounds>> = {
    utc: { dayFirst: none(), monthFirst: none() },
    unstated: { dayFirst: none(), monthFirst: none() },
  };

  add(time: EventTime): void {
    const bounds = this.bounds[time.zone];
    const { milliseconds, ambiguous } = time;
    const other = ambiguous?.swapped ?? milliseconds;
    const isDayFirst = ambiguous?.order !== 'monthFirst';
    widen(bounds.dayFirst, isDayFirst ? milliseconds : other);
    widen(bounds.monthFirst, isDayFirst ? other : milliseconds);
  }

  /** Of the zone that most times have; undefined when there was no time. */
  get(order: DateOrder): { firstTime: EventTime; lastTime: EventTime } | undefined {
    const zone = this.bounds.utc[order].count >= this.bounds.unstated[order].count ? 'utc' : 'unstated';
    const { count, first, last } = this.bounds[zone][order];
    if (count === 0) return undefined;
    return { firstTime: { milliseconds: first, zone }, lastTime: { milliseconds: last, zone } };
  }
}

function none(): Bounds {
  return { count: 0, first: Infinity, last: -Infinity };
}

function widen(bounds: Bounds, milliseconds: number): void {
  bounds.count++;
  if (milliseconds < bounds.first) bounds.first = milliseconds;
  if (milliseconds > bounds.last) bounds.last = milliseconds;
}
