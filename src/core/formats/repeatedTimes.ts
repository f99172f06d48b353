import { type DateEvidence, addDateEvidence, orderShownBy } from '../records/dateEvidence';
import type { DateOrder, EventTime } from '../records/eventTime';
import { parseTime } from '../records/parseTime';
import { plainDate } from '../records/plainDate';
import { ownCopy } from '../text/ownCopy';
import { digit, twoDigits } from './systemTime';

const BLANK = 32;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const COLON = 58;
const LETTER_A = 65;
const LETTER_M = 77;
const LETTER_P = 80;
const LETTER_Z = 90;

/** Units of `9:14:08`, and of ` AM`. */
const SHORTEST_CLOCK = 7;
const MARKER_LENGTH = 3;
const LONGEST_FRACTION = 9;
/** Longer texts are not known again, so that none is as long as `parseTime` takes no text any more. */
const LONGEST_KNOWN = 48;

/** A date with what follows it up to the clock, and the start of its day as it was read. */
interface KnownDay {
  readonly date: string;
  /** Whether a marker of a half of the day followed, as the guess at an ambiguous order depends on it. */
  readonly hasMarker: boolean;
  /** `Z` or the offset from UTC; empty where the time says none. */
  readonly zone: string;
  readonly start: EventTime;
}

/**
 * Reads the times of a list as `parseTime` does, and gathers what they say together about the order of day and month. The
 * rows of a day follow each other, so that mostly only the clock has to be read, where it stands and without a regular
 * expression.
 */
export class RepeatedTimes {
  private day: KnownDay | undefined;
  private evidence: DateEvidence;

  constructor(private readonly order: DateOrder | 'auto') {}

  /** What the dates so far say about the order of day and month. */
  get dateOrder(): DateOrder | undefined {
    return orderShownBy(this.evidence);
  }

  /** The time that stands at `text.slice(from, to)`. */
  parse(text: string, from = 0, to = text.length): EventTime | undefined {
    return this.ofKnownDay(text, from, to) ?? this.ofOtherDay(text.slice(from, to));
  }

  private ofKnownDay(text: string, from: number, to: number): EventTime | undefined {
    const { day } = this;
    if (!day || !standsAt(day.date, text, from, to)) return undefined;
    const clock = from + day.date.length;
    const end = endOfClock(text, clock, to);
    if (end < 0) return undefined;
    const hasMarker = isMarker(text, end, to);
    if (hasMarker !== day.hasMarker || !(hasMarker || isSame(day.zone, text, end, to))) return undefined;
    const milliseconds = clockAt(text, clock, end, hasMarker ? text.charCodeAt(end + 1) : 0);
    return Number.isNaN(milliseconds) ? undefined : moved(day.start, milliseconds);
  }

  /** A date that could be read in two ways tells nothing about the order. */
  private ofOtherDay(written: string): EventTime | undefined {
    const plain = plainDate(written);
    const time = parseTime(plain, this.order);
    if (!time) return undefined;
    if (!time.ambiguous) this.evidence = addDateEvidence(this.evidence, plain);
    this.day = dayOf(ownCopy(written), time) ?? this.day;
    return time;
  }
}

/** The day of a time, where all that is known of it holds for its other times. */
function dayOf(written: string, time: EventTime): KnownDay | undefined {
  const clock = written.search(/[ T]/) + 1;
  const end = written.length <= LONGEST_KNOWN ? endOfClock(written, clock, written.length) : -1;
  if (clock === 0 || end < 0) return undefined;
  const hasMarker = isMarker(written, end, written.length);
  const zone = hasMarker ? '' : written.slice(end);
  // A marker in any other language would be taken for part of the start of the day.
  if (zone !== '' && !isZone(zone.charCodeAt(0))) return undefined;
  const milliseconds = clockAt(written, clock, end, hasMarker ? written.charCodeAt(end + 1) : 0);
  if (Number.isNaN(milliseconds)) return undefined;
  return { date: written.slice(0, clock), hasMarker, zone, start: moved(time, -milliseconds) };
}

function moved(time: EventTime, by: number): EventTime {
  const { zone, ambiguous } = time;
  const milliseconds = time.milliseconds + by;
  if (!ambiguous) return { milliseconds, zone };
  return { milliseconds, zone, ambiguous: { order: ambiguous.order, swapped: ambiguous.swapped + by } };
}

function standsAt(start: string, text: string, from: number, to: number): boolean {
  if (to - from < start.length) return false;
  for (let at = 0; at < start.length; at++) if (text.charCodeAt(from + at) !== start.charCodeAt(at)) return false;
  return true;
}

function isSame(end: string, text: string, from: number, to: number): boolean {
  return to - from === end.length && standsAt(end, text, from, to);
}

function isZone(unit: number): boolean {
  return unit === LETTER_Z || unit === PLUS || unit === MINUS;
}

/** Whether ` AM` or ` PM` is all that stands there. */
function isMarker(text: string, from: number, to: number): boolean {
  if (to - from !== MARKER_LENGTH || text.charCodeAt(from) !== BLANK) return false;
  const half = text.charCodeAt(from + 1);
  return (half === LETTER_A || half === LETTER_P) && text.charCodeAt(from + 2) === LETTER_M;
}

/** Where the hour of a clock ends. */
function endOfHour(text: string, from: number): number {
  return text.charCodeAt(from + 1) === COLON ? from + 1 : from + 2;
}

/** Where `9:14:08`, `09:14:08` or `09:14:08.123` at `from` ends; -1 when there is no clock. */
function endOfClock(text: string, from: number, to: number): number {
  if (to - from < SHORTEST_CLOCK) return -1;
  const colon = endOfHour(text, from);
  const end = colon + 6;
  if (end > to || text.charCodeAt(colon) !== COLON || text.charCodeAt(colon + 3) !== COLON) return -1;
  if (end === to || text.charCodeAt(end) !== POINT) return end;
  let at = end + 1;
  while (at < to && !Number.isNaN(digit(text, at))) at++;
  return at === end + 1 || at > end + 1 + LONGEST_FRACTION ? -1 : at;
}

/** Milliseconds from midnight of the clock that {@link endOfClock} found; NaN when there is no such time of day. */
function clockAt(text: string, from: number, end: number, half: number): number {
  const colon = endOfHour(text, from);
  const hour = hourOf(colon === from + 1 ? digit(text, from) : twoDigits(text, from), half);
  const minute = twoDigits(text, colon + 1);
  const second = twoDigits(text, colon + 4);
  const isTime = minute <= 59 && second <= 59;
  return isTime ? ((hour * 60 + minute) * 60 + second) * 1000 + fractionAt(text, colon + 7, end) : NaN;
}

/** `half` is the letter that its marker begins with. */
function hourOf(hour: number, half: number): number {
  if (half === LETTER_A) return hour <= 12 ? hour % 12 : NaN;
  if (hour > 23) return NaN;
  return half === LETTER_P ? (hour % 12) + 12 : hour;
}

/** Milliseconds that the digits of a fraction of a second make. */
function fractionAt(text: string, from: number, to: number): number {
  let milliseconds = 0;
  for (let at = from, weight = 100; at < to && weight >= 1; at++, weight /= 10)
    milliseconds += digit(text, at) * weight;
  return milliseconds;
}
