/** No service has a longer name; what follows is not looked at. */
const LONGEST = 256;

/**
 * The text at the start of hex digits of UTF-16LE: `WDSServer` of `5700440053005300650072007600650072000000`, and of
 * `…2F003400` as event 7036 has it, where `/4` follows. It ends before the first NUL or `/`, and where the digits
 * are none.
 */
export function readBinaryText(hex: string): string {
  const digits = hex.slice(0, LONGEST * 8).replace(/\s/g, '');
  let text = '';
  for (let at = 0; at + 4 <= digits.length && text.length < LONGEST; at += 4) {
    const unit = Number(`0x${digits.slice(at + 2, at + 4)}${digits.slice(at, at + 2)}`);
    if (Number.isNaN(unit) || unit === 0 || unit === 0x2f) break;
    text += String.fromCharCode(unit);
  }
  return text;
}
