import { findBytesBehind } from './bytesBehind';

/** Bytes of UTF-16 as text in bytes: letters with what are the high bytes of Latin, Greek and Cyrillic ones between them. */
const WIDE = /(?:[^\0-\x05][\0-\x05]){32}/;

/** Signs that texts hardly have, and letters of bytes make in UTF-16. */
const STRANGE = /[\u3100-\u4dff]/;

/** Units of the blocks before that are looked at again with each block. */
const SEAM = 128;

/** Looks for the place from which on a text, which an editor decoded in one way, must be in another encoding. */
export class GarbledWatch {
  /** Offset of the first unit that is not what was written; undefined as long as there is none. */
  from: number | undefined;

  private seam = '';
  private base = 0;

  /** What of the next block stands before that place, as far as it is known. */
  before(block: string): string {
    if (this.from !== undefined) return '';
    const text = this.seam + block;
    const start = text.length - block.length;
    const at = startOfGarbled(text);
    if (at !== undefined) {
      this.from = this.base + at;
      return text.slice(start, Math.max(start, at));
    }
    this.seam = text.slice(-SEAM);
    this.base += text.length - this.seam.length;
    return block;
  }
}

/** The text up to that place. */
export function beforeGarbled(text: string): string {
  return text.slice(0, startOfGarbled(text));
}

function startOfGarbled(text: string): number | undefined {
  const wide = text.search(WIDE);
  if (wide >= 0) return wide;
  if (!STRANGE.test(text)) return undefined;
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes[2 * at] = unit & 0xff;
    bytes[2 * at + 1] = unit >> 8;
  }
  const found = findBytesBehind(bytes, true, false);
  return found && found.from / 2;
}
