import { halfOfDayNamed } from '../languages/index';
import type { DateOrder, EventTime } from './eventTime';
import { PLAIN_SPELLING } from './timeWords';

/** Longer texts are no time; none of the notations comes near. */
const LONGEST = 64;

/**
 * Three numbers, a time and what may stand around it: `10/7/2016 06:38:24 PM`, `27.10.2021 12:28:26`,
 * `2019/1/5 上午 0:15:13`, `2012-03-14T09:14:08.124182700Z`, `2021. 10. 27. 12:28:26`. No two neighbouring parts can
 * take the same unit, so a text is tried once from left to right.
 */
const NOTATION =
  /^(\d{1,4})([./-]) ?(\d{1,2})\2 ?(\d{1,4})\.?(?: г\.)?(?:T|, ?| )(?:([^\d\s]{2,8}) ?)?(\d{1,2})([:.])(\d\d)(?:\7(\d\d)(?:[.,](\d{1,9}))?)?(?:[ \u202f]?(?!UTC)([^\d\sZ+-]{2,8}))?(?: ?(Z|UTC|[+-]\d\d(?::?\d\d)?))?$/u;

/** Years outside belong to another calendar or are no years; event logs begin at 1601 at the earliest. */
const FIRST_YEAR = 1601;
const LAST_YEAR = 2399;

/**
 * How far the calendar of Thailand is ahead in years; months, days and leap years are the same. No other calendar of Windows has the years up to
 * {@link LAST_THAI_YEAR} from where ours ends. Source: ThaiBuddhistCalendar in the reference of .NET.
 */
const THAI_YEARS_AHEAD = 543;
const LAST_THAI_YEAR = LAST_YEAR + THAI_YEARS_AHEAD;

/**
 * The date and time that an export writes for people or programs; undefined when the text is none, or names a day or an
 * hour that does not exist. `order` tells how to read 10/7/2016; with 'auto' a date with AM or PM has the month first,
 * any other the day. Such a date is marked as ambiguous whatever the order. Time is linear in the text.
 */
export function parseTime(text: string, order: DateOrder | 'auto'): EventTime | undefined {
  if (text.length > LONGEST) return undefined;
  const time = parsePlain(text, order) ?? parseWmi(text);
  if (time) return time;
  const plain = plainSpelling(text);
  return plain === text ? undefined : parsePlain(plain, order);
}

/** `20120314091408.000000+060` of WMI: the last three digits are minutes east of UTC. Source: "Date and Time Format", wmisdk. */
const WMI = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.(\d{6})([+-]\d{3})$/;

function parseWmi(text: string): EventTime | undefined {
  const match = WMI.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  const time = parsePlain(`${year}-${month}-${day} ${hour}:${minute}:${second}.${fraction}`, 'auto');
  return time && inUtc(time, Number(offset) * 60_000);
}

function parsePlain(text: string, order: DateOrder | 'auto'): EventTime | undefined {
  const match = NOTATION.exec(text);
  const clock = match ? clockOf(match) : undefined;
  if (!match || clock === undefined) return undefined;
  const time = readingOf(match, clock, order);
  const offset = offsetOf(match[12]);
  if (offset === undefined || !time) return time;
  return Number.isNaN(offset) ? undefined : inUtc(time, offset);
}

/** Reverses {@link parseTime} into ISO 8601: `Z` only when the zone is known, milliseconds only when not 0. */
export function renderIso(time: EventTime): string {
  const date = new Date(time.milliseconds);
  if (Number.isNaN(date.getTime())) return '';
  const text = date.toISOString().slice(0, -1);
  return `${text.endsWith('.000') ? text.slice(0, -4) : text}${time.zone === 'utc' ? 'Z' : ''}`;
}

/** Without the invisible marks, weekdays and wide blanks that some display languages put into a date. */
function plainSpelling(text: string): string {
  return PLAIN_SPELLING.reduce((spelling, [pattern, plain]) => spelling.replace(pattern, plain), text).trim();
}

/** Milliseconds from midnight; undefined when there is no such time of day. */
function clockOf(match: RegExpExecArray): number | undefined {
  const [, , , , , before, hours, , minutes, seconds = '0', fraction = '', after] = match;
  const hour = hourOf(Number(hours), before, after);
  const minute = Number(minutes);
  const second = Number(seconds);
  if (hour === undefined || minute > 59 || second > 59) return undefined;
  const millisecond = fraction === '' ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  return ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

/** 0 to 23. A word that is no marker of a half of the day makes the time unreadable, as it may well be one. */
function hourOf(hour: number, before: string | undefined, after: string | undefined): number | undefined {
  const word = before ?? after;
  if (word === undefined) return hour < 24 ? hour : undefined;
  if (before !== undefined && after !== undefined) return undefined;
  const half = halfOfDayNamed(word);
  if (half === 'am') return hour <= 12 ? hour % 12 : undefined;
  // Custom formats write the marker after a clock of 24 hours as well: `18:38:24 PM`.
  if (half === 'pm') return hour < 24 ? (hour % 12) + 12 : undefined;
  return undefined;
}

function readingOf(match: RegExpExecArray, clock: number, order: DateOrder | 'auto'): EventTime | undefined {
  const first = Number(match[1]);
  const second = Number(match[3]);
  const last = Number(match[4]);
  if (match[1]?.length === 4) return unstated(dayStart(first, second, last), clock);
  if (match[4]?.length !== 4) return undefined;
  const dayFirst = dayStart(last, second, first);
  if (match[2] === '.') return unstated(dayFirst, clock);
  const monthFirst = dayStart(last, first, second);
  if (dayFirst === undefined || monthFirst === undefined || first === second) {
    return unstated(dayFirst ?? monthFirst, clock);
  }
  const usual = order === 'auto' ? usualOrder(match) : order;
  const [read, swapped] = usual === 'dayFirst' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  return { milliseconds: read + clock, zone: 'unstated', ambiguous: { order: usual, swapped: swapped + clock } };
}

/** The order of the country that writes so, as far as a guess goes. */
function usualOrder(match: RegExpExecArray): DateOrder {
  return match[5] === undefined && match[11] === undefined ? 'dayFirst' : 'monthFirst';
}

function unstated(day: number | undefined, clock: number): EventTime | undefined {
  return day === undefined ? undefined : { milliseconds: day + clock, zone: 'unstated' };
}

/** Milliseconds from 1970-01-01 to the day; undefined when the calendar has no such day. */
function dayStart(writtenYear: number, month: number, day: number): number | undefined {
  const isThai = writtenYear > LAST_YEAR && writtenYear <= LAST_THAI_YEAR;
  const year = isThai ? writtenYear - THAI_YEARS_AHEAD : writtenYear;
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const time = Date.UTC(year, month - 1, day);
  return day <= 28 || new Date(time).getUTCDate() === day ? time : undefined;
}

/** Milliseconds east of UTC; undefined when no zone is written, NaN when it is none. */
function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  if (zone === 'Z' || zone === 'UTC') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(zone.length === 3 ? 3 : -2));
  if (hours > 14 || minutes > 59) return NaN;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

function inUtc({ milliseconds, ambiguous }: EventTime, offset: number): EventTime {
  return {
    milliseconds: milliseconds - offset,
    zone: 'utc',
    ...(ambiguous && { ambiguous: { ...ambiguous, swapped: ambiguous.swapped - offset } }),
  };
}
