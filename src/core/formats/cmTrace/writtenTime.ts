import type { BiasDirection } from '../../records/logEntry';
import type { EventTime } from '../../records/eventTime';
import { parseTime } from '../../records/parseTime';
import { ownCopy } from '../../text/ownCopy';
import { daysTo, digit, twoDigits } from '../systemTime';

const DAY = 86_400_000;
const MINUTE = 60_000;
const ZERO = 48;
const COLON = 58;
const POINT = 46;
const COMMA = 44;
const PLUS = 43;
const MINUS = 45;
/** No zone is further from UTC; minutes. */
const LARGEST_BIAS = 14 * 60;
/** Longer ones are no date; one unit more than a date tells them. */
const LONGEST_DATE = 11;

/** Date and time of an entry as far as they could be read. */
export interface WrittenTime {
  /** What the clock of the computer showed: milliseconds as if it were UTC. */
  readonly local: number;
  /** Minutes; undefined when none is written. */
  readonly bias: number | undefined;
  /** Where the bias stands in the time, its sign included; the end of the time when there is none. */
  readonly biasStart: number;
  /** Whether something stands behind the time that is no bias. */
  readonly isBiasUnreadable: boolean;
}

/** Reads the times of the entries of one source, whose dates are mostly those of the entry before. */
export class WrittenTimes {
  private date = '';
  private day = NaN;

  /**
   * Reads `11:45:37.549+300` at `time` and `06-03-2019` at `date`; undefined when they are none. The month comes first, the
   * fraction has up to nine digits or is missing, the bias is minutes and may be missing; `+-480` is what scripts write
   * that put a sign before a number with a sign.
   */
  read(text: string, time: Place, date: Place): WrittenTime | undefined {
    const day = this.dayAt(text, date);
    const clock = readClock(text, time);
    if (Number.isNaN(clock.milliseconds) || Number.isNaN(day)) return readOtherwise(text, time, date);
    const bias = readBias(text, clock.end, time.end);
    const local = day * DAY + clock.milliseconds;
    if (!Number.isNaN(bias)) return { local, bias, biasStart: clock.end, isBiasUnreadable: false };
    const unread = { local, bias: undefined, biasStart: clock.end, isBiasUnreadable: true };
    return readOtherwise(text, time, date) ?? unread;
  }

  private dayAt(text: string, date: Place): number {
    if (date.end - date.start !== this.date.length || !text.startsWith(this.date, date.start)) {
      this.date = ownCopy(text.slice(date.start, Math.min(date.end, date.start + LONGEST_DATE)));
      this.day = readDay(text, date);
    }
    return this.day;
  }
}

/** The moment in UTC; local time of no stated zone where there is no bias. */
export function momentOf({ local, bias }: Pick<WrittenTime, 'local' | 'bias'>, direction: BiasDirection): EventTime {
  if (bias === undefined) return { milliseconds: local, zone: 'unstated' };
  const west = direction === 'west' ? bias : -bias;
  return { milliseconds: local + west * MINUTE, zone: 'utc' };
}

/** The moment at which a day starts, from a date such as `06-03-2019` and a bias such as `+300` or none; NaN when one is not readable. */
export function startOfDay(date: string, bias: string, direction: BiasDirection): EventTime {
  const day = readDay(date, { start: 0, end: date.length });
  return momentOf({ local: day * DAY, bias: readBias(bias, 0, bias.length) }, direction);
}

/** Milliseconds from midnight of a text in the form `11:45:37.549`, whose digits were checked; NaN when there is no such time. */
export function usualTimeOfDay(text: string): number {
  const hour = two(text, 0);
  const minute = two(text, 3);
  const second = two(text, 6);
  const fraction = two(text, 9) * 10 + text.charCodeAt(11) - ZERO;
  return hour < 24 && minute < 60 && second < 60 ? ((hour * 60 + minute) * 60 + second) * 1000 + fraction : NaN;
}

/** The number of two digits that are known to be some: integers alone cost a part of what {@link twoDigits} does. */
function two(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * ZERO;
}

/** A stretch of the text of a window. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Scripts write other notations, such as `2019-06-03` or `8:00:00 AM`. */
function readOtherwise(text: string, time: Place, date: Place): WrittenTime | undefined {
  const written = `${text.slice(date.start, date.end)} ${text.slice(time.start, time.end)}`;
  const read = parseTime(written, 'monthFirst');
  if (read?.zone !== 'unstated') return undefined;
  return { local: read.milliseconds, bias: undefined, biasStart: time.end, isBiasUnreadable: false };
}

/** Milliseconds from midnight, NaN when it is no time of day, and where the time ends. */
function readClock(text: string, { start, end }: Place): Clock {
  const colon = text.charCodeAt(start + 1) === COLON ? start + 1 : start + 2;
  if (colon + 6 > end || text.charCodeAt(colon) !== COLON || text.charCodeAt(colon + 3) !== COLON) return NO_CLOCK;
  const hour = colon === start + 1 ? digit(text, start) : twoDigits(text, start);
  const minute = twoDigits(text, colon + 1);
  const second = twoDigits(text, colon + 4);
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return NO_CLOCK;
  const whole = ((hour * 60 + minute) * 60 + second) * 1000;
  const mark = text.charCodeAt(colon + 6);
  if (colon + 6 === end || (mark !== POINT && mark !== COMMA)) return { milliseconds: whole, end: colon + 6 };
  return readFraction(text, colon + 7, { milliseconds: whole, end });
}

interface Clock {
  readonly milliseconds: number;
  readonly end: number;
}

const NO_CLOCK = { milliseconds: NaN, end: 0 };

/** The time goes up to the fraction, and `end` is where that ends at the latest. */
function readFraction(text: string, start: number, { milliseconds, end }: Clock): Clock {
  let fraction = 0;
  let weight = 100;
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) {
    // Digits below the millisecond are dropped, as everywhere.
    if (weight >= 1) fraction += (text.charCodeAt(at) - 48) * weight;
    weight /= 10;
    at++;
  }
  return at === start ? NO_CLOCK : { milliseconds: milliseconds + fraction, end: at };
}

/** Minutes; undefined when nothing stands there, NaN when it is no bias. */
function readBias(text: string, start: number, end: number): number | undefined {
  if (start === end) return undefined;
  const sign = text.charCodeAt(start);
  if (sign !== PLUS && sign !== MINUS) return NaN;
  const hasSecondSign = sign === PLUS && text.charCodeAt(start + 1) === MINUS;
  const size = numberAt(text, start + (hasSecondSign ? 2 : 1), end);
  if (!(size <= LARGEST_BIAS)) return NaN;
  return sign === MINUS || hasSecondSign ? -size : size;
}

/** Days from 1970-01-01 of `06-03-2019` or `3-12-2026`; NaN when it is none. */
function readDay(text: string, { start, end }: Place): number {
  const first = text.indexOf('-', start);
  if (first < 0 || first - start > 2 || end - first > 8) return NaN;
  const second = text.indexOf('-', first + 1);
  if (second < 0 || end - second !== 5) return NaN;
  const year = numberAt(text, second + 1, end);
  return daysTo(year, numberAt(text, start, first), numberAt(text, first + 1, second));
}

/** The number that the digits make; NaN when there is none or anything else among them. */
function numberAt(text: string, from: number, to: number): number {
  let value = from < to ? 0 : NaN;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (!isDigit(unit)) return NaN;
    value = value * 10 + unit - 48;
  }
  return value;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
