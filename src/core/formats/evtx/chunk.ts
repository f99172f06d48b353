import type { BinXml } from './binXml';
import type { ChunkBytes } from './chunkBytes';
import type { HeadPlan } from './headPlan';
import type { Piece } from './pieces';

/** Bytes of a whole chunk. */
export const EVTX_CHUNK_SIZE = 65_536;

/**
 * Tokens that the binary XML of a chunk may have, all its templates and records together. A token takes a byte, so an
 * honest chunk has fewer than bytes; only definitions that overlap each other can ask for more.
 */
const MOST_TOKENS = 4 * EVTX_CHUNK_SIZE;

/** One chunk while it is read, with what was worked out from its bytes once for all its records. */
export interface EvtxChunk extends ChunkBytes {
  /** By offset of the definition; undefined where none stands, or while it is being read. */
  readonly templates: Map<number, EvtxTemplate | undefined>;
  /** Binary XML with elements of its own, in records and values, by its offset. */
  readonly fragments: Map<number, EvtxTemplate>;
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
