/** Arguments that one call of `String.fromCharCode` takes safely. */
const CHUNK = 8192;

/** The string of these UTF-16 units, whatever they are. */
export function textOfUnits(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += CHUNK) text += String.fromCharCode(...units.subarray(at, at + CHUNK));
  return text;
}
