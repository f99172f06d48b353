import { type LocalOffset, type NamedZone, zoneNamed } from '../core/index';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WRITTEN_OFFSET = /^([+-])(\d{2}):(\d{2})$/;

/**
 * Turns a zone as the setting has it (`Europe/Berlin`, `+01:00`) into the function from a local time, in milliseconds
 * as if it were UTC, to the minutes east of UTC that held then. Undefined when the text is empty or names no zone.
 *
 * A local time that exists twice, when clocks go back, is taken for one of the two; `other` is the offset of the other.
 */
export function localOffsetOf(zone: string): LocalOffset | undefined {
  const written = WRITTEN_OFFSET.exec(zone);
  if (written) return () => minutesOf(written);
  const named = zone === '' ? undefined : zoneNamed(zone);
  if (!named) return undefined;
  const offset = (local: number): number => named.minutesEast(local - named.minutesEast(local) * MINUTE);
  return Object.assign(offset, { other: (local: number) => otherOffset(named, local, offset(local)) });
}

/** Offsets of the days before and after are those of both sides of a change of clocks. */
function otherOffset(zone: NamedZone, local: number, taken: number): number | undefined {
  return [-DAY, DAY]
    .map((by) => zone.minutesEast(local + by))
    .find((minutes) => minutes !== taken && zone.minutesEast(local - minutes * MINUTE) === minutes);
}

function minutesOf([, sign, hours, minutes]: RegExpExecArray): number {
  const size = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -size : size;
}
