import { zoneNamed } from '../core/index';

const MINUTE = 60_000;
const WRITTEN_OFFSET = /^([+-])(\d{2}):(\d{2})$/;

/**
 * Turns a zone as the setting has it (`Europe/Berlin`, `+01:00`) into the function from a local time, in milliseconds
 * as if it were UTC, to the minutes east of UTC that held then. Undefined when the text is empty or names no zone.
 *
 * A local time that exists twice, when clocks go back, is taken for one of the two.
 */
export function localOffsetOf(zone: string): ((local: number) => number) | undefined {
  const written = WRITTEN_OFFSET.exec(zone);
  if (written) return () => minutesOf(written);
  const named = zone === '' ? undefined : zoneNamed(zone);
  return named && ((local) => named.minutesEast(local - named.minutesEast(local) * MINUTE));
}

function minutesOf([, sign, hours, minutes]: RegExpExecArray): number {
  const size = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -size : size;
}
