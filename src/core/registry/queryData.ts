import { withoutTrailing } from '../text/withoutTrailing';
import { dwordBytes, qwordBytes, utf16Bytes } from './dataBytes';
import {
  type RegData,
  REG_DWORD,
  REG_DWORD_BIG_ENDIAN,
  REG_EXPAND_SZ,
  REG_LINK,
  REG_MULTI_SZ,
  REG_QWORD,
  REG_SZ,
} from './regTypes';

/** What `reg query` means by the text of its third column. Strings come without the NUL at their end. */
export function queryData(type: number, text: string): RegData {
  switch (type) {
    case REG_SZ:
    case REG_EXPAND_SZ:
      return { type, bytes: utf16Bytes(`${text}\0`) };
    case REG_LINK:
      return { type, bytes: utf16Bytes(text) };
    case REG_MULTI_SZ:
      return { type, bytes: utf16Bytes(multiString(text)) };
    case REG_DWORD:
    // Wine prints the four bytes as if they were a REG_DWORD; what Windows prints is not known.
    case REG_DWORD_BIG_ENDIAN:
      return { type, bytes: numberBytes(text, (digits) => dwordBytes(parseInt(digits, 16))) };
    case REG_QWORD:
      return { type, bytes: numberBytes(text, (digits) => qwordBytes(BigInt(`0x${digits}`))) };
    default:
      return { type, bytes: digitPairs(text) };
  }
}

/** `reg query` prints `\0` between the strings. */
function multiString(text: string): string {
  if (text === '') return '\0';
  return `${withoutTrailing(text.replaceAll('\\0', '\0'), '\0')}\0\0`;
}

/** Empty where the column holds no number, as for a value of the wrong size. */
function numberBytes(text: string, toBytes: (digits: string) => Uint8Array): Uint8Array {
  const digits = /^0x([0-9a-f]{1,16})$/i.exec(text.trim())?.[1];
  return digits === undefined ? new Uint8Array(0) : toBytes(digits);
}

function digitPairs(text: string): Uint8Array {
  const pairs = /^(?:[0-9a-f]{2})*$/i.exec(text.trim())?.[0] ?? '';
  return Uint8Array.from({ length: pairs.length / 2 }, (_, index) =>
    parseInt(pairs.slice(index * 2, index * 2 + 2), 16),
  );
}
