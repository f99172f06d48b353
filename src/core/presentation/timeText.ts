import type { EventRecord } from '../records/eventRecord';
import type { EventTime } from '../records/eventTime';
import type { LocalOffset } from '../records/localOffset';

/** In which zone times are shown: UTC, the reader's own, or as the log has them. */
export type DisplayZone = 'utc' | 'local' | 'log';

/** A zone by its IANA name, with its offset in minutes east of UTC at a moment given in milliseconds UTC. */
export interface NamedZone {
  readonly name: string;
  minutesEast(utc: number): number;
}

/** What showing a time depends on. */
export interface TimeSettings {
  readonly displayZone: DisplayZone;
  /** The reader's own zone; without it local time is not shown. */
  readonly local?: NamedZone;
  /** Minutes east of UTC of local times without a zone, where somebody stated it; otherwise they are never converted. */
  readonly exportMinutesEast?: LocalOffset;
}

type EventTimes = Pick<EventRecord, 'timeCreated' | 'localTime'>;

const MINUTE = 60_000;
const UNSTATED = 'local time of the server, zone not stated';

/** `2012-03-14 09:14:08 UTC`, or `2012-03-14 10:14:08 (local time of the server, zone not stated)`. */
export function renderTime(time: EventTime, settings: TimeSettings): string {
  const shown = show(time, settings);
  return `${shown.date} ${shown.clock} ${shown.zone}`;
}

/**
 * The moment in the zone of the setting, and in UTC or, where that is the setting, in the reader's own:
 * `2012-03-14 09:14:08 UTC (10:14:08 Europe/Berlin)`.
 */
export function renderTimeInBoth(time: EventTime, settings: TimeSettings): string {
  const known = inUtc(time, settings);
  const first = show(time, settings);
  const text = `${first.date} ${first.clock} ${first.zone}`;
  if (known.zone !== 'utc' || (first.zone === 'UTC' && !settings.local)) return text;
  const other = show(known, { ...settings, displayZone: first.zone === 'UTC' ? 'local' : 'utc' });
  // On a clock that shows UTC the second time would only repeat the first.
  if (other.date === first.date && other.clock === first.clock) return text;
  const otherDate = other.date === first.date ? '' : `${other.date} `;
  return `${text} (${otherDate}${other.clock} ${other.zone})`;
}

/** The time of an event as it is shown: that of the log itself where the setting says so and the log has another. */
export function timeOf({ timeCreated, localTime }: EventTimes, { displayZone }: TimeSettings): EventTime | undefined {
  return displayZone === 'log' ? (localTime ?? timeCreated)?.value : timeCreated?.value;
}

/**
 * `09:14:08`: for a row whose parent names date and zone. `parent` is the time that the parent starts with: the zone is said
 * where it is another one.
 */
export function renderClock(time: EventTime, settings: TimeSettings, parent?: EventTime): string {
  const { clock, zone } = show(time, settings);
  if (!parent || zone === show(parent, settings).zone) return clock;
  return zonedClock(clock, zone);
}

/** `09:14:08 UTC`, `10:14:08 local time`: for a row whose parent names no zone. */
export function renderZonedClock(time: EventTime, settings: TimeSettings): string {
  const { clock, zone } = show(time, settings);
  return zonedClock(clock, zone);
}

function zonedClock(clock: string, zone: string): string {
  return `${clock} ${zone === `(${UNSTATED})` ? 'local time' : zone}`;
}

/** `2012-03-14 09:14:07 to 09:16:09 UTC`; the second date only where it differs. */
export function renderRange(first: EventTime, last: EventTime, settings: TimeSettings): string {
  const from = show(first, settings);
  const to = show(last, settings);
  if (from.zone !== to.zone) return `${renderTime(first, settings)} to ${renderTime(last, settings)}`;
  if (from.date === to.date && from.clock === to.clock) return `${from.date} ${from.clock} ${from.zone}`;
  const toDate = from.date === to.date ? '' : `${to.date} `;
  return `${from.date} ${from.clock} to ${toDate}${to.clock} ${from.zone}`;
}

/** From the first day to the last, in the zone in which times are shown: `2012-03-12 to 2012-03-15`; empty without times. */
export function renderDays(times: readonly (EventTime | undefined)[], settings: TimeSettings): string {
  const days = times.flatMap((time) => (time ? [show(time, settings).date] : [])).sort();
  const [first = ''] = days;
  const last = days.at(-1) ?? '';
  return first === last ? first : `${first} to ${last}`;
}

/** How far `other` lies from `time`: `121 s later`. Undefined when their zones differ, as they cannot be compared then. */
export function renderGap(other: EventTime | undefined, time: EventTime | undefined): string | undefined {
  if (!time || other?.zone !== time.zone) return undefined;
  const gap = other.milliseconds - time.milliseconds;
  if (gap === 0) return 'at the same time';
  return `${renderDuration(Math.abs(gap))} ${gap < 0 ? 'earlier' : 'later'}`;
}

/** `505 ms`, `121 s`, `25 min`. */
export function renderDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 10 * MINUTE) return `${Math.round(milliseconds / 1000)} s`;
  return `${Math.round(milliseconds / MINUTE)} min`;
}

/** `UTC+01:00` of 60. */
export function renderOffset(minutesEast: number): string {
  const size = Math.abs(Math.round(minutesEast));
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  return `UTC${minutesEast < 0 ? '-' : '+'}${hours}:${String(size % 60).padStart(2, '0')}`;
}

/** The zone of that IANA name, or undefined when the host does not know it. */
export function zoneNamed(name: string): NamedZone | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
    return { name, minutesEast: (utc) => offsetIn(format.formatToParts(utc)) };
  } catch {
    return undefined;
  }
}

/** Reads `GMT+05:30`; plain `GMT` is zero. */
function offsetIn(parts: readonly Intl.DateTimeFormatPart[]): number {
  const written = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const found = /([+-])(\d{2}):(\d{2})/.exec(written);
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return found[1] === '-' ? -minutes : minutes;
}

interface ShownTime {
  readonly date: string;
  readonly clock: string;
  readonly zone: string;
}

function show(time: EventTime, settings: TimeSettings): ShownTime {
  const known = settings.displayZone === 'log' ? time : inUtc(time, settings);
  if (known.zone === 'unstated') return split(known.milliseconds, `(${UNSTATED})`);
  if (settings.displayZone !== 'local' || !settings.local) return split(known.milliseconds, 'UTC');
  const minutes = settings.local.minutesEast(known.milliseconds);
  return split(known.milliseconds + minutes * MINUTE, settings.local.name);
}

function inUtc(time: EventTime, { exportMinutesEast }: TimeSettings): EventTime {
  if (time.zone === 'utc' || !exportMinutesEast) return time;
  return { milliseconds: time.milliseconds - exportMinutesEast(time.milliseconds) * MINUTE, zone: 'utc' };
}

/** That a local time came twice, as clocks went back; undefined for any other. */
export function cameTwiceNote(
  { milliseconds, zone }: EventTime,
  { exportMinutesEast }: TimeSettings,
): string | undefined {
  const other = zone === 'utc' ? undefined : exportMinutesEast?.other?.(milliseconds);
  if (!exportMinutesEast || other === undefined) return undefined;
  const later = exportMinutesEast(milliseconds) - other;
  const [read, change] = later < 0 ? ['second', 'earlier'] : ['first', 'later'];
  const gap = renderDuration(Math.abs(later) * MINUTE);
  return `Clocks went back then and came to its local time twice: nothing in it tells which of the two it was. It was read as the ${read}; it could be ${gap} ${change}.`;
}

function split(milliseconds: number, zone: string): ShownTime {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return { date: 'date', clock: 'out of range', zone };
  const iso = date.toISOString();
  const dateEnd = iso.indexOf('T');
  return { date: iso.slice(0, dateEnd), clock: iso.slice(dateEnd + 1, dateEnd + 9), zone };
}
