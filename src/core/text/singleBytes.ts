import { type SingleBytePage, upperCharacters } from './encoding';
import { textOfUnits } from './textOfUnits';

/** Decodes bytes of which every one is a character. */
export function singleByteDecoder(page: SingleBytePage): (bytes: Uint8Array) => string {
  const upper = upperCharacters(page);
  const unitOf = Uint16Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? byte : upper.charCodeAt(byte - 0x80)));
  return (bytes) => {
    const units = new Uint16Array(bytes.length);
    for (let at = 0; at < bytes.length; at++) units[at] = unitOf[bytes[at] ?? 0] ?? 0;
    return textOfUnits(units);
  };
}
