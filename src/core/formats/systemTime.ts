import type { EventTime } from '../records/eventTime';
import { parseTime } from '../records/parseTime';

/** `0000-00-00T00:00:00.000Z`; Windows writes seven or nine digits of a second. */
const USUAL_LENGTH = 24;
const DIGIT_ZERO = 48;
const POINT = 46;
const LETTER_Z = 90;
const DAY = 86_400_000;
/** Nothing was logged before Windows began to count. */
const FIRST_YEAR = 1601;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAYS_BEFORE_MONTH = MONTH_LENGTHS.map((_, month) => MONTH_LENGTHS.slice(0, month).reduce((a, b) => a + b, 0));
const DAYS_BEFORE_1970 = 719_162;

/**
 * `TimeCreated/@SystemTime`: `2012-03-14T09:14:08.124182700Z`. The event schema defines it as UTC, so a tool that leaves the
 * `Z` out still means UTC. Undefined when it is no time. Digits below the millisecond are dropped.
 *
 * `from` and `to` are where it stands in the text: what Windows writes is read in place.
 */
export function parseSystemTime(text: string, from = 0, to = text.length): EventTime | undefined {
  const milliseconds = usualMilliseconds(text, from, to);
  if (!Number.isNaN(milliseconds) && usualTimeEnd(text, from, to) === to) return { milliseconds, zone: 'utc' };
  const time = parseTime(text.slice(from, to), 'auto');
  return time && { milliseconds: time.milliseconds, zone: 'utc' };
}

/**
 * Where a time ends whose first units are {@link usualMilliseconds} and which ends in digits of a second and `Z`; -1 when it
 * does not.
 */
export function usualTimeEnd(text: string, from: number, to: number): number {
  let at = from + USUAL_LENGTH - 1;
  while (at < to && !Number.isNaN(digit(text, at))) at++;
  return at < to && text.charCodeAt(at) === LETTER_Z ? at + 1 : -1;
}

/**
 * The moment whose first units, down to the millisecond, are at `from`. NaN when they do not look like what Windows writes,
 * reach beyond `to`, or name a day or an hour that does not exist.
 */
export function usualMilliseconds(text: string, from: number, to: number): number {
  if (to - from < USUAL_LENGTH || !hasUsualMarks(text, from)) return NaN;
  const year = twoDigits(text, from) * 100 + twoDigits(text, from + 2);
  const day = daysTo(year, twoDigits(text, from + 5), twoDigits(text, from + 8));
  const second = secondOf(twoDigits(text, from + 11), twoDigits(text, from + 14), twoDigits(text, from + 17));
  const hundredths = twoDigits(text, from + 20);
  return day * DAY + second * 1000 + hundredths * 10 + digit(text, from + 22);
}

function hasUsualMarks(text: string, from: number): boolean {
  return (
    text.charCodeAt(from + 4) === 45 &&
    text.charCodeAt(from + 7) === 45 &&
    text.charCodeAt(from + 10) === 84 &&
    text.charCodeAt(from + 13) === 58 &&
    text.charCodeAt(from + 16) === 58 &&
    text.charCodeAt(from + 19) === POINT
  );
}

export function twoDigits(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}

/** NaN when there is no digit, so that everything made of it is NaN. */
export function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - DIGIT_ZERO;
  return value >= 0 && value <= 9 ? value : NaN;
}

/** Days from 1970-01-01 to a day; NaN when there is no such day. */
export function daysTo(year: number, month: number, day: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = (MONTH_LENGTHS[month - 1] ?? NaN) + (isLeap && month === 2 ? 1 : 0);
  if (!(year >= FIRST_YEAR && day >= 1 && day <= length)) return NaN;
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const inYear = (DAYS_BEFORE_MONTH[month - 1] ?? NaN) + (isLeap && month > 2 ? 1 : 0) + day - 1;
  return before * 365 + leapDays + inYear - DAYS_BEFORE_1970;
}

/** Seconds from midnight; NaN when there is no such time of day. A leap second is one. */
function secondOf(hour: number, minute: number, second: number): number {
  return hour <= 23 && minute <= 59 && second <= 60 ? (hour * 60 + minute) * 60 + second : NaN;
}
