import { type RegData, decodeData, typeName } from '../registry/index';
import { count } from './names';
import { cut, plain } from './visibleText';

/** Bytes that are shown one by one. */
const MOST_BYTES = 32;
const LONGEST_STRING = 400;

/** Type and data of a value on one line: `REG_DWORD 0x00000008 (8)`, `REG_MULTI_SZ "one", "two"`. Plain text. */
export function regDataText(data: RegData): string {
  const decoded = decodeData(data);
  const size = decoded.problems.length > 0 ? ` (${count(data.bytes.length, 'byte')})` : '';
  return `${typeName(data.type) ?? `type ${data.type}`} ${decodedText(decoded)}${size}`;
}

/** The number that a REG_DWORD holds, in digits; undefined for everything else. */
export function regNumber(data: RegData): string | undefined {
  const decoded = decodeData(data);
  return decoded.kind === 'dword' ? String(decoded.value) : undefined;
}

/** A change of data; where both look the same, it says from which byte on they differ. */
export function regDataChange(from: RegData, to: RegData): string {
  const [old, new_] = [regDataText(from), regDataText(to)];
  if (old !== new_) return `${old} -> ${new_}`;
  const at = from.bytes.findIndex((byte, index) => byte !== to.bytes[index]);
  return `${old} -> ${new_}, different from byte ${at < 0 ? from.bytes.length : at} on`;
}

/** The name of a value as it is shown: `"NumberOfThreads"`, `(Default)`. */
export function regValueName(name: string): string {
  return name === '' ? '(Default)' : `"${plain(name)}"`;
}

/** Type and data for programs: the bytes as hexadecimal digits. A type without a name is its number. */
export function regDataJson({ type, bytes }: RegData) {
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { type: typeName(type) ?? type, bytes: digits };
}

/** The path of a key on one line; its parts are cut where they are too long, the path is not. */
export function plainPath(path: string): string {
  return path.split('\\').map(plain).join('\\');
}

function decodedText(decoded: ReturnType<typeof decodeData>): string {
  switch (decoded.kind) {
    case 'string':
    case 'expand-string':
    case 'link':
      return quoted(decoded.text);
    case 'multi-string':
      return decoded.strings.length === 0
        ? 'without strings'
        : cut(decoded.strings.map(quoted).join(', '), LONGEST_STRING);
    case 'dword':
    case 'dword-big-endian':
      return `0x${decoded.value.toString(16).padStart(8, '0')} (${decoded.value})`;
    case 'qword':
      return `0x${decoded.value.toString(16).padStart(16, '0')} (${decoded.value})`;
    case 'binary':
      return bytesText(decoded.bytes);
  }
}

function quoted(text: string): string {
  return `"${cut(plain(text), LONGEST_STRING)}"`;
}

function bytesText(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'without data';
  const shown = [...bytes.subarray(0, MOST_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return bytes.length > MOST_BYTES ? `${shown} … (${count(bytes.length, 'byte')})` : shown;
}
