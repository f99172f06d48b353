/** Each unit with its low byte first. */
export function utf16Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes[at * 2] = unit & 0xff;
    bytes[at * 2 + 1] = unit >> 8;
  }
  return bytes;
}

/** Reverses {@link utf16Bytes}; a single byte at the end is left out. */
export function utf16Text(bytes: Uint8Array): string {
  const whole = bytes.length - (bytes.length % 2);
  let text = '';
  for (let at = 0; at < whole; at += CHUNK) text += chunkText(bytes.subarray(at, Math.min(whole, at + CHUNK)));
  return text;
}

/** Bytes that make the arguments of one call of `String.fromCharCode`. */
const CHUNK = 8192;

function chunkText(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length / 2);
  for (let at = 0; at < units.length; at++) units[at] = (bytes[at * 2] ?? 0) | ((bytes[at * 2 + 1] ?? 0) << 8);
  return String.fromCharCode(...units);
}

/** The low byte first, as in {@link qwordBytes}. */
export function dwordBytes(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24);
}

export function qwordBytes(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value, true);
  return bytes;
}
