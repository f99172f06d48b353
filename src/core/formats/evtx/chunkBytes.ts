import { decodeUnits } from './utf16';

/** The bytes of a chunk and the names found in them. Offsets are relative to the chunk, as all offsets of the format are. */
export interface ChunkBytes {
  readonly view: DataView;
  readonly length: number;
  /** Byte offset of the chunk in its file. */
  readonly base: number;
  /** Element, attribute and entity names by offset; undefined where no name stands. */
  readonly names: Map<number, string | undefined>;
  /** Tokens that may still be read: an honest chunk has fewer than bytes, only definitions that overlap ask for more. */
  tokensLeft: number;
}

/** A name is a link (4 bytes), a hash (2), its length in UTF-16 units (2), the units and a zero unit. */
const NAME_HEAD = 8;
/** Windows has names of 100 units at most; a longer one is damage. */
const LONGEST_NAME = 1024;

/** Bytes that the name at this offset takes; 0 when no name stands there. */
export function nameSize(chunk: ChunkBytes, at: number): number {
  if (at + NAME_HEAD + 2 > chunk.length) return 0;
  const units = chunk.view.getUint16(at + 6, true);
  const size = NAME_HEAD + units * 2 + 2;
  if (units === 0 || units > LONGEST_NAME || at + size > chunk.length) return 0;
  return chunk.view.getUint16(at + size - 2, true) === 0 ? size : 0;
}

/** The name at this offset; undefined when none stands there. */
export function nameAt(chunk: ChunkBytes, at: number): string | undefined {
  const known = chunk.names.get(at);
  if (known !== undefined || chunk.names.has(at)) return known;
  const size = nameSize(chunk, at);
  const usual = size === 0 ? undefined : usualName(chunk.view, at);
  if (usual !== undefined) {
    chunk.names.set(at, usual);
    return usual;
  }
  const text = size === 0 ? '' : decodeUnits(chunk.view, at + NAME_HEAD, (size - NAME_HEAD) / 2 - 1);
  const isUsual = USUAL_NAME.test(text);
  if (isUsual) usualNames[chunk.view.getUint16(at + 4, true) % USUAL_NAMES] = text;
  const isName = isUsual || (text !== '' && hashOf(text) === chunk.view.getUint16(at + 4, true));
  const name = isName ? text : undefined;
  chunk.names.set(at, name);
  return name;
}

/** All chunks have the same few names: the last one of each hash. */
const USUAL_NAMES = 1024;
const usualNames = new Array<string | undefined>(USUAL_NAMES).fill(undefined);

/** The name that stands at this offset, if it is one that was read before. */
function usualName(view: DataView, at: number): string | undefined {
  const name = usualNames[view.getUint16(at + 4, true) % USUAL_NAMES];
  if (name?.length !== view.getUint16(at + 6, true)) return undefined;
  for (let unit = 0; unit < name.length; unit++) {
    if (view.getUint16(at + NAME_HEAD + unit * 2, true) !== name.charCodeAt(unit)) return undefined;
  }
  return name;
}

const USUAL_NAME = /^[A-Za-z_:][\w:.-]*$/;

/** The hash that stands before each name; it tells an unusual name from bytes that are none. */
function hashOf(name: string): number {
  let hash = 0;
  for (let at = 0; at < name.length; at++) hash = (Math.imul(hash, 65_599) + name.charCodeAt(at)) | 0;
  return hash & 0xffff;
}
