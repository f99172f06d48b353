import { isRestOfLineEmpty, skipBlanks, withoutBlanks } from './blanks';
import { DWORD, HEX, STRING, VALUE, WITHOUT_EFFECT } from './entries';
import { hexDigit } from './hexBytes';
import { readHexData } from './readHexData';
import { readString } from './readString';
import { REG_BINARY, REG_DWORD, REG_SZ } from './regTypes';
import { type Fault, type Reading, type ValuePlace, faultAbout, ignoreLines } from './reading';
import { writtenName } from './quoted';

const QUOTE = 34;
const HEX_PREFIX = 'hex:';
const TYPED_PREFIX = 'hex(';
const DWORD_PREFIX = 'dword:';
/** More digits than this are more than the 32 bits of a type, or of a REG_DWORD. */
const MAX_DIGITS = 8;

/** What was read of the data of one value. */
export interface DataRead {
  readonly tag: number;
  readonly type: number;
  /** Where the data starts without its type. */
  readonly from: number;
  readonly end: number;
  readonly lineEnd: number;
  readonly fault?: Fault;
}

/** Reads what stands behind `=`. Returns where the last line ends that belongs to it. */
export function readData(reading: Reading, place: ValuePlace): number {
  const { start, nameEnd } = place;
  const data = readAnyData(reading, place);
  if (data.fault) {
    ignoreLines(reading, start, data.end, data.fault);
    return data.lineEnd;
  }
  const { table, problems, repeated, text, hasKey } = reading;
  const span = { start, end: data.end };
  if (hasKey) {
    const first = repeated.set(writtenName(text, start, nameEnd), table.count);
    if (first) problems.add('value-twice', 'taken', span, { related: first });
  } else {
    problems.add('value-without-key', 'ignored', span);
  }
  const tag = VALUE | data.tag | (hasKey ? 0 : WITHOUT_EFFECT);
  table.add({ tag, start, nameEnd, dataStart: data.from, end: data.end, type: data.type });
  return data.lineEnd;
}

function readAnyData(reading: Reading, place: ValuePlace): DataRead {
  const { text } = reading;
  const { dataStart: from, lineEnd } = place;
  if (text.charCodeAt(from) === QUOTE)
    return { tag: STRING, type: REG_SZ, from, ...readString(reading, from, lineEnd) };
  if (text.startsWith(DWORD_PREFIX, from)) return readDword(text, from + DWORD_PREFIX.length, lineEnd);
  if (text.startsWith(HEX_PREFIX, from)) return readHex(reading, REG_BINARY, from + HEX_PREFIX.length, lineEnd);
  if (text.startsWith(TYPED_PREFIX, from)) return readTypedHex(reading, from, lineEnd);
  return unknownData(text, from, lineEnd);
}

function readTypedHex(reading: Reading, from: number, lineEnd: number): DataRead {
  const { text } = reading;
  const digits = from + TYPED_PREFIX.length;
  let at = digits;
  let type = 0;
  for (let digit = hexDigit(text.charCodeAt(at)); digit >= 0; digit = hexDigit(text.charCodeAt(++at))) {
    type = type * 16 + digit;
  }
  if (at > digits && type <= 0xffffffff && text.startsWith('):', at)) return readHex(reading, type, at + 2, lineEnd);
  const colon = text.indexOf(':', from);
  const end = colon < 0 || colon > lineEnd ? withoutBlanks(text, from, lineEnd) : colon;
  return failed(text, from, lineEnd, faultAbout(text, 'type-number', from, end));
}

function readHex(reading: Reading, type: number, from: number, lineEnd: number): DataRead {
  return { tag: HEX, type, from, ...readHexData(reading, type, from, lineEnd) };
}

function readDword(text: string, afterColon: number, lineEnd: number): DataRead {
  const from = skipBlanks(text, afterColon, lineEnd);
  let end = from;
  while (end < lineEnd && hexDigit(text.charCodeAt(end)) >= 0) end++;
  const rest = withoutBlanks(text, end, lineEnd);
  if (end - from > MAX_DIGITS) return failed(text, from, lineEnd, faultAbout(text, 'dword-too-long', from, end));
  if (isRestOfLineEmpty(text, end, lineEnd) && end > from) {
    return { tag: DWORD, type: REG_DWORD, from, end, lineEnd };
  }
  const isMixed = end > from && !isBlankAt(text, end) && text.charCodeAt(end) !== NUMBER_SIGN;
  const start = isMixed || end === from ? from : skipBlanks(text, end, lineEnd);
  const code = start === from ? 'dword-digits' : 'text-after-data';
  return failed(text, from, lineEnd, faultAbout(text, code, start, Math.max(rest, start)));
}

const NUMBER_SIGN = 35;

function isBlankAt(text: string, at: number): boolean {
  return skipBlanks(text, at, at + 1) > at;
}

function unknownData(text: string, from: number, lineEnd: number): DataRead {
  const isCase = /^(?:hex(?:\([0-9a-f]{1,8}\))?|dword):/i.test(text.slice(from, Math.min(lineEnd, from + 16)));
  const end = withoutBlanks(text, from, lineEnd);
  const colon = text.indexOf(':', from);
  const code = isCase ? 'type-case' : 'data-unknown';
  return failed(text, from, lineEnd, faultAbout(text, code, from, isCase ? colon : end));
}

function failed(text: string, from: number, lineEnd: number, why: Fault): DataRead {
  return { tag: 0, type: 0, from, end: withoutBlanks(text, from, lineEnd), lineEnd, fault: why };
}
