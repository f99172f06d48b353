import { decodeWindows1252 } from '../../text/windows1252';
import { ValueType } from './tokens';
import { decodeAscii } from './utf16';
import { fileTimeAt, textOfUnits } from './valueNumber';

/**
 * Text of one value as Windows writes it in the XML of an event, not escaped; undefined when the value is shorter than its
 * type needs, or its type is not known. The bytes must stand in the view.
 *
 * Sources: [MS-EVEN6] 2.2.12 and 3.1.4.7.3, exports of Windows 10 and 11. How Windows writes floating point numbers no
 * source tells: here they are the shortest digits that mean the same number.
 */
export function textOfValue(view: DataView, type: number, at: number, size: number): string | undefined {
  if (type === ValueType.String || type === ValueType.Xml) return textOfUnits(view, at, size);
  if (type === ValueType.Null) return '';
  const write = WRITERS[type];
  return write && size >= write.size ? write.text(view, at, size) : undefined;
}

interface Writer {
  /** Bytes that the value has at least; an item of an array has just as many. */
  readonly size: number;
  text(view: DataView, at: number, size: number): string | undefined;
}

/** Bytes of an item of an array; undefined for types that have no fixed size. */
export function itemSize(type: number): number | undefined {
  // A single truth is taken from one byte too; in an array each has its four.
  const size = type === ValueType.Bool ? 4 : (WRITERS[type]?.size ?? 0);
  return size > 0 ? size : undefined;
}

const WRITERS: readonly (Writer | undefined)[] = makeWriters();

function makeWriters(): (Writer | undefined)[] {
  const writers: (Writer | undefined)[] = [];
  const add = (type: number, size: number, text: Writer['text']): void => {
    writers[type] = { size, text };
  };
  add(ValueType.AnsiString, 0, ansiText);
  add(ValueType.Int8, 1, (view, at) => String(view.getInt8(at)));
  add(ValueType.UInt8, 1, (view, at) => String(view.getUint8(at)));
  add(ValueType.Int16, 2, (view, at) => String(view.getInt16(at, true)));
  add(ValueType.UInt16, 2, (view, at) => String(view.getUint16(at, true)));
  add(ValueType.Int32, 4, (view, at) => String(view.getInt32(at, true)));
  add(ValueType.UInt32, 4, (view, at) => String(view.getUint32(at, true)));
  add(ValueType.Int64, 8, (view, at) => String(view.getBigInt64(at, true)));
  add(ValueType.UInt64, 8, (view, at) => String(view.getBigUint64(at, true)));
  add(ValueType.Real32, 4, (view, at) => real32Text(view.getFloat32(at, true)));
  add(ValueType.Real64, 8, (view, at) => realText(view.getFloat64(at, true)));
  add(ValueType.Bool, 1, (view, at, size) =>
    (size >= 4 ? view.getUint32(at, true) : view.getUint8(at)) === 0 ? 'false' : 'true',
  );
  add(ValueType.Binary, 0, binaryText);
  add(ValueType.Guid, 16, guidText);
  add(ValueType.SizeT, 4, hexText);
  add(ValueType.FileTime, 8, fileTimeText);
  add(ValueType.SystemTime, 16, systemTimeText);
  add(ValueType.Sid, 8, sidText);
  add(ValueType.HexInt32, 4, (view, at) => hexText(view, at, 4));
  add(ValueType.HexInt64, 8, (view, at) => hexText(view, at, 8));
  return writers;
}

function ansiText(view: DataView, at: number, size: number): string {
  let end = size;
  while (end > 0 && view.getUint8(at + end - 1) === 0) end--;
  for (let byte = 0; byte < end; byte++) {
    if (view.getUint8(at + byte) >= 0x80) {
      return decodeWindows1252(new Uint8Array(view.buffer, view.byteOffset + at, end));
    }
  }
  return decodeAscii(view, at, end);
}

/** The fewest digits that name the number among all of its precision, as JavaScript does for 64 bits by itself. */
function real32Text(value: number): string {
  for (let digits = 1; digits < 9 && Number.isFinite(value) && value !== 0; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return realText(Number(text));
  }
  return realText(value);
}

/** Not-a-number and infinity are written as the C library of Windows writes them. */
function realText(value: number): string {
  if (Number.isNaN(value)) return '-1.#IND';
  if (!Number.isFinite(value)) return value < 0 ? '-1.#INF' : '1.#INF';
  return Object.is(value, -0) ? '-0' : String(value);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const UPPER_HEX = HEX.map((digits) => digits.toUpperCase());

function binaryText(view: DataView, at: number, size: number): string {
  let text = '';
  for (let byte = 0; byte < size; byte++) text += UPPER_HEX[view.getUint8(at + byte)] ?? '';
  return text;
}

/** `{9c137291-4059-4cb8-b650-12b07bbe1da1}`: two parts of two bytes and one of four are little-endian. */
function guidText(view: DataView, at: number): string {
  const hex = (byte: number): string => HEX[view.getUint8(at + byte)] ?? '';
  return (
    `{${hex(3)}${hex(2)}${hex(1)}${hex(0)}-${hex(5)}${hex(4)}-${hex(7)}${hex(6)}-${hex(8)}${hex(9)}-` +
    `${hex(10)}${hex(11)}${hex(12)}${hex(13)}${hex(14)}${hex(15)}}`
  );
}

/** `0x8080000000000000`, without leading zeros. */
function hexText(view: DataView, at: number, size: number): string {
  const low = view.getUint32(at, true).toString(16);
  const high = size >= 8 ? view.getUint32(at + 4, true) : 0;
  return high === 0 ? `0x${low}` : `0x${high.toString(16)}${low.padStart(8, '0')}`;
}

/** `2025-06-08T07:15:00.0513480Z`. */
function fileTimeText(view: DataView, at: number): string | undefined {
  const { milliseconds, rest } = fileTimeAt(view, at);
  const day = Math.floor(milliseconds / DAY);
  const date = dateText(day);
  if (date === undefined) return undefined;
  const time = milliseconds - day * DAY;
  const units = (time % 1000) * 10_000 + rest;
  const seconds = Math.floor(time / 1000);
  const [hour, minute] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${date}T${two(hour)}:${two(minute)}:${two(seconds % 60)}.${String(units).padStart(7, '0')}Z`;
}

const DAY = 86_400_000;

const TWO = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

function two(number: number): string {
  return TWO[number] ?? '';
}

/** The day that was written last: events that stand together are mostly of one day. */
let lastDay = { day: NaN, text: '' };

/** `2025-06-08`, from the number of days after 1970-01-01; undefined after the year 9999, which only damage makes. */
function dateText(day: number): string | undefined {
  if (lastDay.day !== day) {
    const iso = new Date(day * DAY).toISOString();
    lastDay = { day, text: iso.startsWith('+') ? '' : iso.slice(0, '2025-06-08'.length) };
  }
  return lastDay.text || undefined;
}

/** Year, month, day of the week, day, hour, minute, second, milliseconds: two bytes each. */
function systemTimeText(view: DataView, at: number): string {
  const part = (index: number, digits: number): string =>
    String(view.getUint16(at + index * 2, true)).padStart(digits, '0');
  return `${part(0, 4)}-${part(1, 2)}-${part(3, 2)}T${part(4, 2)}:${part(5, 2)}:${part(6, 2)}.${part(7, 3)}Z`;
}

/** Bytes of a SID: revision, number of parts, six bytes of authority, four bytes a part. */
export function sidSize(view: DataView, at: number): number {
  return 8 + view.getUint8(at + 1) * 4;
}

/** `S-1-5-18`. The authority has its most significant byte first. */
function sidText(view: DataView, at: number, size: number): string | undefined {
  const whole = sidSize(view, at);
  if (whole > size) return undefined;
  const high = view.getUint16(at + 2);
  const low = view.getUint32(at + 4);
  const authority = high === 0 ? String(low) : `0x${high.toString(16)}${low.toString(16).padStart(8, '0')}`;
  let text = `S-${view.getUint8(at)}-${authority}`;
  for (let part = at + 8; part < at + whole; part += 4) text += `-${view.getUint32(part, true)}`;
  return text;
}
