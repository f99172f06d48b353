import type { DateOrder, EventTime } from '../records/eventTime';
import { parseTime } from '../records/parseTime';

const COLON = 58;

/** A date, and the start of its day as it was read. */
interface KnownDay {
  readonly date: string;
  /** Whether a marker of a half of the day followed, as the guess at an ambiguous order depends on it. */
  readonly hasMarker: boolean;
  readonly start: EventTime;
}

/**
 * Reads the times of a list as `parseTime` does. The rows of a day follow each other, so that mostly only the clock has to
 * be read, and without a regular expression.
 */
export class RepeatedTimes {
  private day: KnownDay | undefined;

  constructor(private readonly order: DateOrder | 'auto') {}

  parse(text: string): EventTime | undefined {
    const space = text.indexOf(' ');
    const clock = clockAt(text, space + 1);
    if (space < 0 || Number.isNaN(clock)) return parseTime(text, this.order);
    const date = text.slice(0, space);
    const hasMarker = text.endsWith('M');
    const { day } = this;
    if (day?.hasMarker === hasMarker && day.date === date) return moved(day.start, clock);
    const time = parseTime(text, this.order);
    this.day = time?.zone === 'unstated' ? { date, hasMarker, start: moved(time, -clock) } : undefined;
    return time;
  }
}

function moved(time: EventTime, by: number): EventTime {
  const { zone, ambiguous } = time;
  const milliseconds = time.milliseconds + by;
  if (!ambiguous) return { milliseconds, zone };
  return { milliseconds, zone, ambiguous: { order: ambiguous.order, swapped: ambiguous.swapped + by } };
}

/** Milliseconds of `9:14:08`, `9:14:08 AM` or `9:14:08 PM`, which the text ends with; NaN for anything else. */
function clockAt(text: string, from: number): number {
  const colon = text.charCodeAt(from + 1) === COLON ? from + 1 : from + 2;
  const end = colon + 6;
  if (text.length < end || text.charCodeAt(colon) !== COLON || text.charCodeAt(colon + 3) !== COLON) return NaN;
  const minute = twoDigits(text, colon + 1);
  const second = twoDigits(text, colon + 4);
  const hour = hourOf(colon === from + 1 ? digit(text, from) : twoDigits(text, from), text.slice(end));
  return minute <= 59 && second <= 59 ? ((hour * 60 + minute) * 60 + second) * 1000 : NaN;
}

function hourOf(hour: number, marker: string): number {
  if (marker === '') return hour <= 23 ? hour : NaN;
  if (marker === ' AM') return hour <= 12 ? hour % 12 : NaN;
  return marker === ' PM' && hour <= 23 ? (hour % 12) + 12 : NaN;
}

function twoDigits(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : NaN;
}
