const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const HEX = /^(?:[0-9a-f]{2})+$/i;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * The binary data of an event as hex digits. Windows writes hex digits; NiFi and .NET write Base64. Undefined when the text is
 * neither.
 */
export function binaryHex(text: string): string | undefined {
  const digits = text.trim();
  if (HEX.test(digits)) return digits;
  return digits.length % 4 === 0 && BASE64.test(digits) ? hexOf(bytesOfBase64(digits)) : undefined;
}

/** Two upper-case hex digits for each byte. */
export function hexOf(bytes: readonly number[]): string {
  return bytes
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

function bytesOfBase64(text: string): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const letter of text.replaceAll('=', '')) {
    bits = ((bits << 6) | ALPHABET.indexOf(letter)) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push((bits >> count) & 0xff);
  }
  return bytes;
}
