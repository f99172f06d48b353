/**
 * Characters of the bytes 0x80 to 0x9F, where Windows-1252 differs from Latin-1; the five unassigned bytes stay the
 * control characters that Windows makes of them. Source: WHATWG Encoding Standard, index windows-1252.
 *
 * A table of our own because `TextDecoder('windows-1252')` decodes these bytes as Latin-1 in some versions of Node.
 */
const FROM_0X80 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** Arguments that one call of `String.fromCharCode` takes safely. */
const CHUNK = 8192;

/** Every byte is one character. */
export function decodeWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return text.replace(/[\x80-\x9f]/g, (character) => FROM_0X80.charAt(character.charCodeAt(0) - 0x80));
}
