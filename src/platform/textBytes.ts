import {
  type DoubleBytePage,
  type DoubleByteTable,
  type Encoding,
  characterLength,
  doubleByteTable,
  isDoubleByte,
} from '../core/index';

const REPLACED = '\uFFFD';

/** How many of the bytes, from the first, are whole characters; a UTF-16 pair counts as one. */
export function wholeLength(bytes: Uint8Array, encoding: Encoding): number {
  if (isDoubleByte(encoding)) return wholePairs(bytes, doubleByteTable(encoding));
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') return wholeUtf8(bytes);
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? wholeUtf16(bytes, encoding) : bytes.length;
}

/** The bytes that a text was decoded from; undefined where some were not in the encoding, as then nobody knows. */
export function lengthInBytes(text: string, encoding: Encoding): number | undefined {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return text.length * 2;
  if (text.includes(REPLACED)) return undefined;
  if (isDoubleByte(encoding)) return lengthInPairs(text, encoding);
  return encoding === 'utf-8' || encoding === 'utf-8-bom' ? Buffer.byteLength(text, 'utf8') : text.length;
}

/** Up to three bytes at the end may belong to a character that goes on. */
function wholeUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length - back + 1;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
}

function wholeUtf16(bytes: Uint8Array, encoding: Encoding): number {
  const even = bytes.length - (bytes.length % 2);
  const highByte = bytes[even - (encoding === 'utf-16le' ? 1 : 2)] ?? 0;
  return highByte >= 0xd8 && highByte <= 0xdb ? even - 2 : even;
}

/** From the start, as the second byte of a character may look like a first one. */
function wholePairs(bytes: Uint8Array, table: DoubleByteTable): number {
  let at = 0;
  while (at < bytes.length - 1) at += characterLength(table, bytes, at);
  const last = bytes[at] ?? 0;
  const isWaiting = at < bytes.length && last >= 0x80 && table.singles[last] === 0;
  return isWaiting ? at : bytes.length;
}

/** Undefined also where a character has a byte or two, as nobody knows which it was. */
function lengthInPairs(text: string, page: DoubleBytePage): number | undefined {
  const lengths = lengthsIn(page);
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const length = lengths[text.charCodeAt(at)] ?? 0;
    if (length === 0) return undefined;
    sum += length;
  }
  return sum;
}

const knownLengths = new Map<DoubleBytePage, Uint8Array>();

/** Bytes of each character of the page, by UTF-16 unit; 0 for what has none, or has both a byte and two. */
function lengthsIn(page: DoubleBytePage): Uint8Array {
  const known = knownLengths.get(page);
  if (known) return known;
  const { singles, pairs } = doubleByteTable(page);
  const lengths = new Uint8Array(0x10000);
  for (const unit of pairs) lengths[unit] = 2;
  singles.forEach((unit, byte) => {
    if (unit !== 0 || byte === 0) lengths[unit] = lengths[unit] === 2 && unit !== 0 ? 0 : 1;
  });
  knownLengths.set(page, lengths);
  return lengths;
}
