/** Longest UTF-8 sequence less one: more bytes cannot be missing at the end of a block. */
const LONGEST_REST = 3;
/** Bytes beyond a lead byte that make it certain that a text is UTF-8: two letters beyond Latin, or three of Europe. */
const ENOUGH = 3;
/** So many bytes in a row without one that is no UTF-8 make it certain too. */
const LONGEST_DOUBT = 4096;

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/**
 * For text that is not all ASCII. Node 20 has two ways to decode UTF-8; the one that it chooses by itself is five times
 * faster for ASCII and takes twice as long for anything else, and having decoded once as a stream makes it choose the other.
 */
const strictWide = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
strictWide.decode(new Uint8Array(0), { stream: true });

/** The text of the bytes; undefined when they are no UTF-8. `isWide` only tells which way is faster. */
export function tryUtf8(bytes: Uint8Array, isWide: boolean): string | undefined {
  try {
    return (isWide ? strictWide : strict).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Whether bytes that start with one beyond ASCII are UTF-8. A single letter of a code page may look like it by chance, so
 * several are looked at. Undefined: more bytes are needed; `ended` tells that there are none.
 */
export function isUtf8(bytes: Uint8Array, ended: boolean): boolean | undefined {
  let evidence = 0;
  let at = 0;
  while (at < bytes.length && at < LONGEST_DOUBT && evidence < ENOUGH) {
    const length = lengthAt(bytes, at);
    if (length === 0) return false;
    if (at + length > bytes.length) return ended ? evidence > 0 : undefined;
    evidence += length - 1;
    at += length;
  }
  return evidence >= ENOUGH || at >= LONGEST_DOUBT || ended ? true : undefined;
}

/** Bytes of the sequence, as far as it is there; 0 when it is none. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = sequenceLength(lead);
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const end = Math.min(at + length, bytes.length);
  for (let next = at + 1; next < end; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  return end < at + length || tryUtf8(bytes.subarray(at, end), true) !== undefined ? length : 0;
}

/** How many bytes at the end start a character whose other bytes have not come yet. */
export function incompleteEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(LONGEST_REST, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}
