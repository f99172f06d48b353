import type { EventTime } from '../records/eventTime';
import { parseTime } from '../records/parseTime';

/** `2012-03-14T09:14:08.124182700Z`: what Windows writes, with seven or nine digits of a second. */
const USUAL = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,3})\d*)?Z?$/;

/**
 * `TimeCreated/@SystemTime`. The event schema defines it as UTC, so a tool that leaves the `Z` out still means UTC.
 * Undefined when it is no time.
 */
export function parseSystemTime(text: string): EventTime | undefined {
  const usual = USUAL.exec(text);
  if (!usual) return asUtc(parseTime(text, 'auto'));
  const [, year, month, day, hour, minute, second, fraction = ''] = usual;
  const milliseconds = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(fraction.padEnd(3, '0')),
  );
  return Number.isNaN(milliseconds) ? undefined : { milliseconds, zone: 'utc' };
}

function asUtc(time: EventTime | undefined): EventTime | undefined {
  return time && { milliseconds: time.milliseconds, zone: 'utc' };
}
