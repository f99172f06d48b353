import { ByteDecoder, type Encoding } from '../core/index';

/** A decoder decides after so many bytes. */
const HEAD = 64;
const LETTER = 0x61;
const REPLACED = '\uFFFD';

/** A decoder for bytes from the middle of a file whose encoding is known. It is given a start by which it tells. */
export function decoderIn(encoding: Encoding): ByteDecoder {
  const decoder = new ByteDecoder();
  decoder.push(startIn(encoding));
  return decoder;
}

/** How many of the bytes, from the first, are whole characters; a UTF-16 pair counts as one. */
export function wholeLength(bytes: Uint8Array, encoding: Encoding): number {
  if (encoding === 'windows-1252') return bytes.length;
  return encoding === 'utf-8' || encoding === 'utf-8-bom' ? wholeUtf8(bytes) : wholeUtf16(bytes, encoding);
}

/** The bytes that a text was decoded from; undefined where some were not in the encoding, as then nobody knows. */
export function lengthInBytes(text: string, encoding: Encoding): number | undefined {
  if (encoding === 'windows-1252') return text.length;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return text.length * 2;
  return text.includes(REPLACED) ? undefined : Buffer.byteLength(text, 'utf8');
}

function startIn(encoding: Encoding): Uint8Array {
  const start = new Uint8Array(HEAD).fill(LETTER);
  if (encoding === 'utf-8-bom') start.set([0xef, 0xbb, 0xbf]);
  // No UTF-8 character holds this byte.
  if (encoding === 'windows-1252') start[HEAD / 2] = 0xff;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    start.forEach((_, index) => (start[index] = index % 2 === (encoding === 'utf-16le' ? 0 : 1) ? LETTER : 0));
  }
  return start;
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
