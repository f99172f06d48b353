import { decodeWindows1252 } from '../text/windows1252';
import { dwordBytes, utf16Bytes } from './dataBytes';
import { eachByte } from './hexBytes';
import { queryData } from './queryData';
import { unescapeQuoted } from './quoted';
import { type RegData, REG_DWORD, REG_SZ, isStringType } from './regTypes';
import type { RegDocument, RegValue } from './regDocument';
import type { Span } from '../text/span';

/**
 * What an import stores for a value: bytes of strings in a REGEDIT4 file become UTF-16, and a string without NUL at its
 * end gets one.
 */
export function dataOf(document: RegDocument, value: RegValue): RegData {
  const { text } = document;
  const { start, end } = value.dataSpan;
  switch (value.notation) {
    case 'string':
      return stringData(unescapeQuoted(text.slice(start + 1, end - 1)));
    case 'plain':
      return stringData(text.slice(start, end));
    case 'dword':
      return dwordData(parseInt(text.slice(start, end), 16));
    case 'query':
      return queryData(value.type, text.slice(start, end));
    case 'hex':
      return { type: value.type, bytes: imported(value.type, writtenBytes(document, value), document) };
  }
}

/** The bytes between the commas as they are written, before an import converts them; empty for other notations. */
export function writtenBytes(document: RegDocument, value: RegValue): Uint8Array {
  if (value.notation !== 'hex') return new Uint8Array(0);
  const { start, end } = value.dataSpan;
  const bytes = new Uint8Array(((end - start) >> 1) + 1);
  let count = 0;
  eachByte(document.text, start, end, (byte) => {
    bytes[count++] = byte;
  });
  return bytes.slice(0, count);
}

/** Where each byte is written; empty for other notations than `hex:`. */
export function byteSpans(document: RegDocument, value: RegValue): readonly Span[] {
  const spans: Span[] = [];
  if (value.notation !== 'hex') return spans;
  eachByte(document.text, value.dataSpan.start, value.dataSpan.end, (_, start, end) => spans.push({ start, end }));
  return spans;
}

/** A REG_SZ, or another type whose data is one string. */
export function stringData(text: string, type = REG_SZ): RegData {
  return { type, bytes: utf16Bytes(`${text}\0`) };
}

export function dwordData(value: number): RegData {
  return { type: REG_DWORD, bytes: dwordBytes(value) };
}

export function isSameData(one: RegData, other: RegData): boolean {
  if (one.type !== other.type || one.bytes.length !== other.bytes.length) return false;
  return one.bytes.every((byte, index) => byte === other.bytes[index]);
}

function imported(type: number, bytes: Uint8Array, { header }: RegDocument): Uint8Array {
  if (!isStringType(type) || bytes.length === 0) return bytes;
  if (header.version === 5) return terminated(bytes);
  const text = decodeWindows1252(bytes);
  return utf16Bytes(text.endsWith('\0') ? text : `${text}\0`);
}

/** Adds NUL where the last whole unit is none; Wine overwrites half a unit at the end with it. */
function terminated(bytes: Uint8Array): Uint8Array {
  const units = bytes.length >> 1;
  if (units > 0 && bytes[units * 2 - 2] === 0 && bytes[units * 2 - 1] === 0) return bytes;
  const result = new Uint8Array(bytes.length + 2);
  result.set(bytes.subarray(0, units * 2));
  return result;
}
