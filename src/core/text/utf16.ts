import type { Encoding } from './encoding';
import { textOfUnits } from './textOfUnits';

/** Bytes above this hardly ever are the high bytes of Latin, Greek or Cyrillic text, and below it no text in bytes has any. */
const HIGHEST_HIGH_BYTE = 5;
const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

export function isUtf16(encoding: Encoding): encoding is 'utf-16le' | 'utf-16be' {
  return encoding === 'utf-16le' || encoding === 'utf-16be';
}

/** So many bytes of ASCII, one behind the other, are no text in UTF-16. */
const BYTES_OF_LINE = 8;
/** Where so many low bytes stand at the high places, half as many may stand at the low ones, as that of U+3001, the comma of Japanese, does. */
const MANY = 8;

/**
 * The byte order of text in UTF-16 that starts with these bytes and has no mark. In most writing the high bytes, every second
 * one, are nearly all below 6, which are no characters in text that has a byte for each. Chinese and Japanese text has such
 * bytes in its blanks, commas and line ends; then what is left must be no UTF-8. Where the first bytes are ASCII, a line of
 * it stands above text in UTF-16.
 */
export function utf16WithoutMark(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head.length < 4 || head.subarray(0, BYTES_OF_LINE).every(isAscii)) return undefined;
  const counts = [0, 0];
  head.forEach((byte, index) => {
    if (byte <= HIGHEST_HIGH_BYTE) counts[index % 2] = (counts[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = counts;
  const pairs = Math.floor(head.length / 2);
  const needed = hasWideBytes(head) ? Math.max(2, pairs * 0.05) : pairs * 0.7;
  if (odd >= needed && prevails(odd, even)) return 'utf-16le';
  return even >= needed && prevails(even, odd) ? 'utf-16be' : undefined;
}

function prevails(count: number, other: number): boolean {
  return other === 0 || (count >= MANY && count >= other * 2);
}

function isAscii(byte: number): boolean {
  return byte >= 9 && byte < 0x7f;
}

/** Whether the bytes can not be the start of UTF-8. */
function hasWideBytes(head: Uint8Array): boolean {
  const start = new TextDecoder('utf-8', { fatal: true });
  try {
    start.decode(head, { stream: true });
    return false;
  } catch {
    return true;
  }
}

/** Half a pair at the end waits for its other half unless the text ends; surrogates that stand alone stay what they are. */
export function decodeUtf16(
  bytes: Uint8Array,
  ended: boolean,
  bigEndian: boolean,
): { readonly text: string; readonly taken: number } {
  let taken = bytes.length - (bytes.length % 2);
  const lastHighByte = bytes[taken - (bigEndian ? 2 : 1)] ?? 0;
  const isHighSurrogate = taken > 0 && lastHighByte >= 0xd8 && lastHighByte <= 0xdb;
  if (isHighSurrogate && !ended) taken -= 2;
  const whole = bytes.subarray(0, taken);
  const little = bigEndian ? swapped(whole) : whole;
  const text = utf16.decode(little);
  return { text: text.includes('\uFFFD') ? textOfUnits(unitsOf(little)) : text, taken };
}

/**
 * UTF-16 for UTF-8 in which surrogates that stand alone are written as if they were characters. Takes no other bytes; a character
 * is not checked.
 */
export function utf16OfWide(bytes: Uint8Array, bigEndian: boolean): Uint8Array {
  const result = new DataView(new ArrayBuffer(bytes.length * 2));
  let written = 0;
  for (let at = 0; at < bytes.length;) {
    const length = Math.max(1, Math.clz32(~((bytes[at] ?? 0) << 24)));
    const character = characterOf(bytes, at, length);
    if (length === 4) {
      result.setUint16(written, 0xd800 | ((character - 0x10000) >> 10), !bigEndian);
      written += 2;
    }
    result.setUint16(written, length === 4 ? 0xdc00 | (character & 0x3ff) : character, !bigEndian);
    written += 2;
    at += length;
  }
  return new Uint8Array(result.buffer, 0, written);
}

function characterOf(bytes: Uint8Array, at: number, length: number): number {
  let bits = bytes[at] ?? 0;
  if (length > 1) bits &= 0x7f >> length;
  for (let next = at + 1; next < at + length; next++) bits = (bits << 6) | ((bytes[next] ?? 0) & 0x3f);
  return bits;
}

function unitsOf(bytes: Uint8Array): Uint16Array {
  return Uint16Array.from(
    { length: bytes.length / 2 },
    (_, at) => (bytes[at * 2] ?? 0) + (bytes[at * 2 + 1] ?? 0) * 0x100,
  );
}

function swapped(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length);
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    result[at] = bytes[at + 1] ?? 0;
    result[at + 1] = bytes[at] ?? 0;
  }
  return result;
}
