import { decodeUnits } from './utf16';
import { ValueType } from './tokens';

/** A value of a record: its type and bytes, which stand in the view. */
export interface EvtxValue {
  readonly type: number;
  readonly at: number;
  readonly size: number;
}

const TWO_TO_32 = 2 ** 32;

/** The number that a value of any integer type holds, or that a text spells; undefined when it is none. */
export function numberOfValue(view: DataView, { type, at, size }: EvtxValue): number | undefined {
  if (type === ValueType.String) return parseWhole(textOfUnits(view, at, size));
  if (!isInteger(type)) return undefined;
  if (size === 2) return view.getUint16(at, true);
  if (size === 1) return view.getUint8(at);
  if (size === 4) return view.getUint32(at, true);
  return size === 8 ? view.getUint32(at + 4, true) * TWO_TO_32 + view.getUint32(at, true) : undefined;
}

function isInteger(type: number): boolean {
  const isPlain = type >= ValueType.Int8 && type <= ValueType.UInt64;
  return isPlain || type === ValueType.HexInt32 || type === ValueType.HexInt64 || type === ValueType.SizeT;
}

/** `1149` or `0x47d`; undefined for anything else. */
export function parseWhole(text: string): number | undefined {
  return /^(?:0x[0-9a-f]{1,16}|[0-9]{1,15})$/i.test(text) ? Number(text) : undefined;
}

/** Text of a value: UTF-16 units without the zero units that may end it. */
export function textOfUnits(view: DataView, at: number, size: number): string {
  let count = size >> 1;
  while (count > 0 && view.getUint16(at + count * 2 - 2, true) === 0) count--;
  return decodeUnits(view, at, count);
}

/** Ten-thousandths of a second that are left over, and the milliseconds from 1970 on. */
export interface FileTime {
  readonly milliseconds: number;
  /** 0 to 9999, in units of 100 nanoseconds. */
  readonly rest: number;
}

/** From 1601-01-01, where FILETIME starts, to 1970-01-01. */
const MILLISECONDS_TO_1970 = 11_644_473_600_000;
const UNITS = 10_000;
/** 2 ** 32 = HIGH_WHOLE * UNITS + HIGH_REST: a FILETIME has more digits than a number holds exactly. */
const HIGH_WHOLE = 429_496;
const HIGH_REST = 7296;

/** FILETIME: 100 nanoseconds from 1601-01-01 on, in UTC. */
export function fileTimeAt(view: DataView, at: number): FileTime {
  const high = view.getUint32(at + 4, true);
  const low = high * HIGH_REST + view.getUint32(at, true);
  const whole = Math.floor(low / UNITS);
  return { milliseconds: high * HIGH_WHOLE + whole - MILLISECONDS_TO_1970, rest: low - whole * UNITS };
}
