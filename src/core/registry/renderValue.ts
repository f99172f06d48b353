import { utf16Text } from './dataBytes';
import { quote } from './quoted';
import { type RegData, REG_BINARY, REG_DWORD, REG_SZ } from './regTypes';

/** A line of bytes goes on below once it is so long; `\` comes behind that. As regedit does it. */
const WRAP_COLUMN = 77;
const INDENT = '  ';
const CRLF = '\r\n';
/** Every byte as two digits. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** `[HKEY_LOCAL_MACHINE\SOFTWARE]` */
export function renderKey(path: string): string {
  return `[${path}]`;
}

/** `[-HKEY_LOCAL_MACHINE\SOFTWARE]` */
export function renderKeyDeletion(path: string): string {
  return `[-${path}]`;
}

/**
 * `"Name"=dword:00000001`, written as regedit exports it in version 5, over several lines where the bytes are many. A
 * REG_SZ that is not one line of text ended by one NUL is written as bytes, which every import reads the same; regedit
 * itself would leave out what is behind a NUL.
 */
export function renderValue(name: string, data: RegData, lineEnd = CRLF): string {
  const { type, bytes } = data;
  const written = renderName(name);
  if (type === REG_DWORD && bytes.length === 4) return `${written}=${renderDword(bytes)}`;
  const text = type === REG_SZ ? plainText(bytes) : undefined;
  return text === undefined ? renderBytes(written, data, lineEnd) : `${written}=${quote(text)}`;
}

/** `"Name"=-` */
export function renderValueDeletion(name: string): string {
  return `${renderName(name)}=-`;
}

/** `"Name"=hex(7):4c,00,...`, the name as it is to be written; wrapped as regedit wraps it: the length of the name counts. */
export function renderBytes(name: string, { type, bytes }: RegData, lineEnd: string): string {
  const parts = [`${name}=hex${type === REG_BINARY ? '' : `(${type.toString(16)})`}:`];
  let column = parts[0]?.length ?? 0;
  for (let at = 0; at < bytes.length - 1; at++) {
    parts.push(HEX[bytes[at] ?? 0] ?? '', ',');
    column += 3;
    if (column < WRAP_COLUMN) continue;
    parts.push('\\', lineEnd, INDENT);
    column = INDENT.length;
  }
  if (bytes.length > 0) parts.push(HEX[bytes[bytes.length - 1] ?? 0] ?? '');
  return parts.join('');
}

export function renderDword(bytes: Uint8Array): string {
  const value = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  return `dword:${value.toString(16).padStart(8, '0')}`;
}

/** Whether a name can be written at all: a file has no way to say a line break or NUL in one. */
export function canRenderName(name: string): boolean {
  return !/[\0\r\n]/.test(name);
}

function renderName(name: string): string {
  return name === '' ? '@' : quote(name);
}

/** The text of a REG_SZ when it can stand between quotation marks and come back as the same bytes. */
function plainText(bytes: Uint8Array): string | undefined {
  if (bytes.length < 2 || bytes.length % 2 === 1) return undefined;
  const text = utf16Text(bytes);
  const end = text.length - 1;
  return text.indexOf('\0') === end && !/[\r\n]/.test(text) ? text.slice(0, end) : undefined;
}
