import type { RegData } from './regTypes';
import { utf16Text } from './dataBytes';
import {
  REG_BINARY,
  REG_DWORD,
  REG_DWORD_BIG_ENDIAN,
  REG_EXPAND_SZ,
  REG_LINK,
  REG_MULTI_SZ,
  REG_QWORD,
  REG_SZ,
} from './regTypes';

/** Why bytes are not a whole value of their type. */
export type DataProblem =
  /** A REG_DWORD that is not 4 bytes long, a REG_QWORD that is not 8. */
  | 'byte-count'
  /** Text with half a character at its end. */
  | 'byte-count-odd'
  /** No NUL at the end of a string, or of the last string. */
  | 'terminator-missing'
  /** No second NUL at the end of a multi string. */
  | 'terminator-single'
  /** Characters behind the NUL that ends a string. */
  | 'text-after-terminator';

/** Data as what its type says it is. */
export type DecodedData = { readonly problems: readonly DataProblem[] } & (
  | { readonly kind: 'string' | 'expand-string' | 'link'; readonly text: string }
  | { readonly kind: 'multi-string'; readonly strings: readonly string[] }
  | { readonly kind: 'dword' | 'dword-big-endian'; readonly value: number }
  | { readonly kind: 'qword'; readonly value: bigint }
  /** REG_BINARY, REG_NONE, types without a name, and numbers of the wrong size. */
  | { readonly kind: 'binary'; readonly bytes: Uint8Array }
);

/** Reads the bytes of a value by its type; bytes that do not fit the type come back as they are, with a problem. */
export function decodeData({ type, bytes }: RegData): DecodedData {
  switch (type) {
    case REG_SZ:
      return { kind: 'string', ...oneString(bytes) };
    case REG_EXPAND_SZ:
      return { kind: 'expand-string', ...oneString(bytes) };
    case REG_LINK:
      return { kind: 'link', text: utf16Text(bytes), problems: oddBytes(bytes) };
    case REG_MULTI_SZ:
      return { kind: 'multi-string', ...manyStrings(bytes) };
    case REG_DWORD:
      return number(bytes, 4, (view) => ({ kind: 'dword', value: view.getUint32(0, true), problems: [] }));
    case REG_DWORD_BIG_ENDIAN:
      return number(bytes, 4, (view) => ({ kind: 'dword-big-endian', value: view.getUint32(0), problems: [] }));
    case REG_QWORD:
      return number(bytes, 8, (view) => ({ kind: 'qword', value: view.getBigUint64(0, true), problems: [] }));
    case REG_BINARY:
    default:
      return { kind: 'binary', bytes, problems: [] };
  }
}

function oneString(bytes: Uint8Array): { text: string; problems: DataProblem[] } {
  const all = utf16Text(bytes);
  const end = all.indexOf('\0');
  const problems = oddBytes(bytes);
  if (end < 0) problems.push('terminator-missing');
  else if (/[^\0]/.test(all.slice(end))) problems.push('text-after-terminator');
  return { text: end < 0 ? all : all.slice(0, end), problems };
}

/** A multi string ends at its first empty string. */
function manyStrings(bytes: Uint8Array): { strings: string[]; problems: DataProblem[] } {
  const problems = oddBytes(bytes);
  const parts = utf16Text(bytes).split('\0');
  // What follows the last NUL; the strings are before it.
  const rest = parts.pop() ?? '';
  const end = parts.indexOf('');
  if (rest !== '') {
    if (end < 0) problems.push('terminator-missing');
    else problems.push('text-after-terminator');
    return { strings: end < 0 ? [...parts, rest] : parts.slice(0, end), problems };
  }
  if (end < 0) problems.push(parts.length === 0 ? 'terminator-missing' : 'terminator-single');
  else if (parts.slice(end).some((part) => part !== '')) problems.push('text-after-terminator');
  return { strings: end < 0 ? parts : parts.slice(0, end), problems };
}

function oddBytes(bytes: Uint8Array): DataProblem[] {
  return bytes.length % 2 === 1 ? ['byte-count-odd'] : [];
}

function number(bytes: Uint8Array, size: number, read: (view: DataView) => DecodedData): DecodedData {
  if (bytes.length !== size) return { kind: 'binary', bytes, problems: ['byte-count'] };
  return read(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
