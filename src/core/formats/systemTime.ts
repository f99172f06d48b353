import type { EventTime } from '../records/eventTime';
import { parseTime } from '../records/parseTime';

/** What Windows writes, with seven or nine digits of a second; `0` stands for any digit. */
const USUAL = '0000-00-00T00:00:00.000';
const DIGIT_ZERO = 48;

/**
 * `TimeCreated/@SystemTime`: `2012-03-14T09:14:08.124182700Z`. The event schema defines it as UTC, so a tool that leaves the
 * `Z` out still means UTC. Undefined when it is no time. Digits below the millisecond are dropped.
 */
export function parseSystemTime(text: string): EventTime | undefined {
  if (!isUsual(text)) return asUtc(parseTime(text, 'auto'));
  const number = (from: number, to: number): number => {
    let value = 0;
    for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - DIGIT_ZERO;
    return value;
  };
  const [month, day] = [number(5, 7), number(8, 10)];
  const date = Date.UTC(number(0, 4), month - 1, day);
  const [hour, minute, second] = [number(11, 13), number(14, 16), number(17, 19)];
  // Date.UTC carries the 31st of February over into March.
  if (new Date(date).getUTCDate() !== day || month > 12 || hour > 23 || minute > 59 || second > 60) return undefined;
  return { milliseconds: date + ((hour * 60 + minute) * 60 + second) * 1000 + number(20, 23), zone: 'utc' };
}

function isUsual(text: string): boolean {
  if (text.length < USUAL.length || !text.endsWith('Z')) return false;
  for (let at = 0; at < USUAL.length; at++) {
    const expected = USUAL.charCodeAt(at);
    const digit = text.charCodeAt(at) - DIGIT_ZERO;
    if (expected === DIGIT_ZERO ? digit < 0 || digit > 9 : text.charCodeAt(at) !== expected) return false;
  }
  return true;
}

function asUtc(time: EventTime | undefined): EventTime | undefined {
  return time && { milliseconds: time.milliseconds, zone: 'utc' };
}
