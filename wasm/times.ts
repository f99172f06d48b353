/** Times as Windows writes them: `2012-03-14T09:14:08.124182700Z`. See `src/core/formats/systemTime.ts`. */
import { isDigit, pairAt } from './bytes';

/** `0000-00-00T00:00:00.000`; more digits and the Z come behind. */
const USUAL_LENGTH: usize = 23;
const FIRST_YEAR: i32 = 1601;
const DAYS_BEFORE_1970: i32 = 719_162;
const DAY: f64 = 86_400_000;

function hasUsualMarks(at: usize): bool {
  return (
    load<u8>(at, 4) === 0x2d &&
    load<u8>(at, 7) === 0x2d &&
    load<u8>(at, 10) === 0x54 &&
    load<u8>(at, 13) === 0x3a &&
    load<u8>(at, 16) === 0x3a &&
    load<u8>(at, 19) === 0x2e
  );
}

/** Milliseconds from 1970 on; NaN when it is no such time, or reaches beyond `to`. */
export function millisecondsAt(at: usize, to: usize): f64 {
  if (at + USUAL_LENGTH >= to || !hasUsualMarks(at)) return NaN;
  const year = pairAt(at) * 100 + pairAt(at + 2);
  const day = daysTo(year, pairAt(at + 5), pairAt(at + 8));
  const second = secondsAt(at + 11);
  const hundredths = pairAt(at + 20);
  const last = load<u8>(at, 22);
  if (day === i32.MIN_VALUE || second < 0 || hundredths > 99 || !isDigit(last)) return NaN;
  return <f64>day * DAY + <f64>(second * 1000 + hundredths * 10 + (last - 0x30));
}

/** Seconds from midnight; -1 when there is no such time of day. A leap second is one. */
function secondsAt(at: usize): i32 {
  const hour = pairAt(at);
  const minute = pairAt(at + 3);
  const second = pairAt(at + 6);
  return hour <= 23 && minute <= 59 && second <= 60 ? (hour * 60 + minute) * 60 + second : -1;
}

/** Days from 1970-01-01 on; the least number when there is no such day. */
function daysTo(year: i32, month: i32, day: i32): i32 {
  if (year < FIRST_YEAR || year > 9999 || month < 1 || month > 12) return i32.MIN_VALUE;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  // The months from August on are as long as those from January on.
  const length = month === 2 ? 28 + leap : 30 + ((month + (month >> 3)) & 1);
  if (day < 1 || day > length) return i32.MIN_VALUE;
  const before = year - 1;
  const monthDays = (367 * month - 362) / 12 - (month > 2 ? 2 - leap : 0);
  return before * 365 + before / 4 - before / 100 + before / 400 + monthDays + day - 1 - DAYS_BEFORE_1970;
}

/** Where the digits of the second and the Z behind them end that go on after the usual length; 0 when they do not. */
export function timeEnd(from: usize, to: usize): usize {
  let at = from + USUAL_LENGTH;
  while (at < to && isDigit(load<u8>(at))) at++;
  return at < to && load<u8>(at) === 0x5a ? at + 1 : 0;
}
