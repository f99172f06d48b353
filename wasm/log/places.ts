/** Turns places in the text, in UTF-16 units as the core counts, into addresses and back. Places rise. */
import { isAscii, unitsBetween } from '../bytes';
import { TEXT } from './memory';

/** A place that is known, as address and in units, and whether all of the text is ASCII: units are bytes then. */
let address: usize = TEXT;
let unit: i32 = 0;
let isPlain: bool = true;

export function openPlaces(end: usize): void {
  address = TEXT;
  unit = 0;
  isPlain = isAscii(TEXT, end);
}

/** The address of a unit that starts a character. */
export function addressOf(wanted: i32): usize {
  if (isPlain) return TEXT + wanted;
  while (wanted - unit >= 16) move(address + 16);
  while (unit < wanted) move(address + 1);
  // What starts no character belongs to the one before.
  while ((load<u8>(address) & 0xc0) === 0x80) address++;
  return address;
}

/** The unit at an address that starts a character. */
export function unitOf(wanted: usize): i32 {
  if (isPlain) return <i32>(wanted - TEXT);
  move(wanted);
  return unit;
}

function move(to: usize): void {
  unit += unitsBetween(address, to);
  address = to;
}
