import type { EventRecord } from '../records/eventRecord';
import type { DateOrder, EventTime } from '../records/eventTime';

/** An order of day and month for all dates of a source, and whether it is a guess that nothing confirms. */
export interface SourceOrder {
  readonly order: DateOrder;
  readonly assumed: boolean;
}

/** The reading of a time under the order of its source; still ambiguous where that is assumed. */
export function underOrder(time: EventTime, source: SourceOrder | undefined): EventTime {
  const { ambiguous, zone } = time;
  if (!ambiguous || !source) return time;
  const { order, assumed } = source;
  const [milliseconds, swapped] =
    ambiguous.order === order ? [time.milliseconds, ambiguous.swapped] : [ambiguous.swapped, time.milliseconds];
  return { milliseconds, zone, ...(assumed && { ambiguous: { order, swapped } }) };
}

/** The record with its time under the order of its source. */
export function recordUnderOrder(record: EventRecord, source: SourceOrder | undefined): EventRecord {
  const { timeCreated } = record;
  if (!timeCreated?.value.ambiguous) return record;
  return { ...record, timeCreated: { ...timeCreated, value: underOrder(timeCreated.value, source) } };
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

  /** So many times in UTC, of which these are the first and the last. */
  addMany(count: number, first: number, last: number): void {
    for (const bounds of Object.values(this.bounds.utc)) {
      bounds.count += count - 2;
      widen(bounds, first);
      widen(bounds, last);
    }
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
