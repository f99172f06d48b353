import type { BinXml } from './binXml';
import type { HeadPlan } from './headPlan';
import type { Piece } from './pieces';
import { decodeUnits } from './utf16';

/** Bytes of a whole chunk. */
export const EVTX_CHUNK_SIZE = 65_536;

/**
 * Tokens that the binary XML of a chunk may have, all its templates and records together. A token takes a byte, so an
 * honest chunk has fewer than bytes; only definitions that overlap each other can ask for more.
 */
const MOST_TOKENS = 4 * EVTX_CHUNK_SIZE;

/**
 * One chunk while it is read: its bytes, and what was worked out from them once for all its records. Offsets inside are
 * relative to the chunk, as all offsets of the format are.
 */
export interface EvtxChunk {
  readonly view: DataView;
  readonly length: number;
  /** Byte offset of the chunk in its file. */
  readonly base: number;
  /** Element, attribute and entity names by offset; undefined where no name stands. */
  readonly names: Map<number, string | undefined>;
  /** By offset of the definition; undefined where none stands, or while it is being read. */
  readonly templates: Map<number, EvtxTemplate | undefined>;
  /** Binary XML with elements of its own, in records and values, by its offset. */
  readonly fragments: Map<number, EvtxTemplate>;
  tokensLeft: number;
}

/** Binary XML that is read once and filled with the values of many records. */
export interface EvtxTemplate {
  /** Byte offset of the definition in the chunk. */
  readonly at: number;
  readonly xml: BinXml;
  plan?: HeadPlan;
  pieces?: readonly Piece[];
}

/** `bytes` may be shorter than a chunk, when the file is cut off; what is longer is not looked at. */
export function openChunk(bytes: Uint8Array, base: number): EvtxChunk {
  const length = Math.min(bytes.length, EVTX_CHUNK_SIZE);
  return {
    view: new DataView(bytes.buffer, bytes.byteOffset, length),
    length,
    base,
    names: new Map(),
    templates: new Map(),
    fragments: new Map(),
    tokensLeft: MOST_TOKENS,
  };
}

/** A name is a link (4 bytes), a hash (2), its length in UTF-16 units (2), the units and a zero unit. */
const NAME_HEAD = 8;
/** Windows has names of 100 units at most; a longer one is damage. */
const LONGEST_NAME = 1024;

/** Bytes that the name at this offset takes; 0 when no name stands there. */
export function nameSize(chunk: EvtxChunk, at: number): number {
  if (at + NAME_HEAD + 2 > chunk.length) return 0;
  const units = chunk.view.getUint16(at + 6, true);
  const size = NAME_HEAD + units * 2 + 2;
  if (units === 0 || units > LONGEST_NAME || at + size > chunk.length) return 0;
  return chunk.view.getUint16(at + size - 2, true) === 0 ? size : 0;
}

/** The name at this offset; undefined when none stands there. */
export function nameAt(chunk: EvtxChunk, at: number): string | undefined {
  const known = chunk.names.get(at);
  if (known !== undefined || chunk.names.has(at)) return known;
  const size = nameSize(chunk, at);
  const text = size === 0 ? '' : decodeUnits(chunk.view, at + NAME_HEAD, (size - NAME_HEAD) / 2 - 1);
  const isName = USUAL_NAME.test(text) || (text !== '' && hashOf(text) === chunk.view.getUint16(at + 4, true));
  const name = isName ? text : undefined;
  chunk.names.set(at, name);
  return name;
}

const USUAL_NAME = /^[A-Za-z_:][\w:.-]*$/;

/** The hash that stands before each name; it tells an unusual name from bytes that are none. */
function hashOf(name: string): number {
  let hash = 0;
  for (let at = 0; at < name.length; at++) hash = (Math.imul(hash, 65_599) + name.charCodeAt(at)) | 0;
  return hash & 0xffff;
}
