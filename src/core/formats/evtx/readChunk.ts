import { EVTX_CHUNK_SIZE, type EvtxChunk, openChunk } from './chunk';
import { crc32 } from './crc32';
import { type EvtxHead, RECORD_HEAD, type RawRecord, readHead } from './head';
import type { ProblemSink } from './problem';
import { type EventSource, readSource } from './source';

/** A record that was asked for. It refers to the bytes of its chunk, so it is good as long as those stay what they are. */
export interface EvtxRecord extends RawRecord {
  readonly head: EvtxHead;
  /** The event: a template with values, or one of its own; undefined when its binary XML is damaged from the start. */
  readonly source: EventSource | undefined;
}

/** Where a chunk puts what it holds, in the order of the file. */
export interface EvtxSink extends ProblemSink {
  /** Counts a record. True asks for the whole record, which is then handed to {@link record}. */
  head(head: EvtxHead): boolean;
  record(record: EvtxRecord): void;
}

/** Bytes of the header of a chunk, after which its records start. */
const CHUNK_HEADER = 512;
/** `ElfChnk` and a zero byte, in two little-endian halves. */
const MAGIC_LOW = 0x43666c45;
const MAGIC_HIGH = 0x006b6e68;
const NO_CHECKSUMS = 4;

const RECORD_MAGIC = 0x00002a2a;
/** Head of the record, and its size once more. */
const SMALLEST_RECORD = RECORD_HEAD + 4;

/**
 * Reads the records of one chunk: 65,536 bytes, or fewer where the file is cut off. `base` is the byte offset of the chunk in
 * its file. Never throws on input; damaged records and checksums are reported and what else is there is read. Work is
 * bounded by a constant that a chunk of 65,536 bytes cannot exceed, whatever it holds.
 *
 * Records that stand after the last one that the header knows are read too: the header of a log that was not closed is
 * older than its records. A chunk that holds zeros only was never used: nothing is read, nothing reported.
 */
export function readEvtxChunk(bytes: Uint8Array, sink: EvtxSink, base = 0): void {
  const chunk = openChunk(bytes, base);
  if (chunk.length < CHUNK_HEADER) {
    if (chunk.length > 0) sink.problem({ code: 'chunk-cut-off', offset: base, detail: String(chunk.length) });
    return;
  }
  if (isUnused(chunk)) return;
  if (hasMagic(chunk)) {
    readRecords(chunk, checkChunk(chunk, sink), sink);
  } else {
    sink.problem({ code: 'chunk-magic', offset: base });
    readOrphans(chunk, sink);
  }
}

function hasMagic({ view }: EvtxChunk): boolean {
  return view.getInt32(0, true) === MAGIC_LOW && view.getInt32(4, true) === MAGIC_HIGH;
}

function isUnused({ view, length }: EvtxChunk): boolean {
  let at = 0;
  while (at + 4 <= length && view.getInt32(at, true) === 0) at += 4;
  return at + 4 > length;
}

/** Reports what is wrong with the chunk as such; gives the offset after the last record that its header knows. */
function checkChunk(chunk: EvtxChunk, sink: EvtxSink): number {
  const { view, base, length } = chunk;
  const isCutOff = length < EVTX_CHUNK_SIZE;
  if (isCutOff) sink.problem({ code: 'chunk-cut-off', offset: base, detail: String(length) });
  const free = view.getUint32(48, true);
  if ((view.getUint32(120, true) & NO_CHECKSUMS) === 0) {
    if (crc32(view, 128, CHUNK_HEADER, crc32(view, 0, 120)) !== view.getUint32(124, true)) {
      sink.problem({ code: 'chunk-header-checksum', offset: base + 124 });
    }
    const isWhole = free >= CHUNK_HEADER && free <= length;
    if (!isCutOff && (!isWhole || crc32(view, CHUNK_HEADER, free) !== view.getUint32(52, true))) {
      sink.problem({ code: 'chunk-records-checksum', offset: base + 52 });
    }
  }
  return Math.min(Math.max(free, CHUNK_HEADER), length);
}

/** Reads every whole record of a chunk whose header is lost. The templates that they refer to may be lost with it. */
function readOrphans(chunk: EvtxChunk, sink: EvtxSink): void {
  let at = findRecord(chunk, CHUNK_HEADER, chunk.length);
  while (at < chunk.length) {
    const size = recordSize(chunk, at);
    readRecord(chunk, at, size, sink);
    at = findRecord(chunk, at + size, chunk.length);
  }
}

/**
 * `used`: where the header says that the records end. From there on only whole records whose ids go on from the last one
 * are taken, as anything may stand there, such as what is left of an older log.
 */
function readRecords(chunk: EvtxChunk, used: number, sink: EvtxSink): void {
  let at = CHUNK_HEADER;
  let lastId = firstRecordId(chunk) - 1;
  let beyond = 0;
  while (at < chunk.length) {
    const size = recordSize(chunk, at);
    if (at >= used && (size === 0 || recordId(chunk, at) !== lastId + 1)) break;
    if (size === 0) {
      at = readDamaged(chunk, at, used, sink);
      continue;
    }
    if (at >= used) beyond++;
    lastId = recordId(chunk, at);
    readRecord(chunk, at, size, sink);
    at += size;
  }
  if (beyond > 0) {
    sink.problem({ code: 'chunk-longer-than-header', offset: chunk.base + used, detail: String(beyond) });
  }
}

/**
 * Where a record should start and none does that is whole: its start may be there, which is read, and whole records may
 * follow further on. Gives the offset of the next whole record, or of the end of the used part.
 */
function readDamaged(chunk: EvtxChunk, at: number, used: number, sink: EvtxSink): number {
  const size = sizeAtStart(chunk, at);
  if (size > 0) readRecord(chunk, at, size, sink);
  const isNextWhole = size > 0 && recordSize(chunk, at + size) > 0;
  const next = isNextWhole ? at + size : findRecord(chunk, at + (size > 0 ? RECORD_HEAD : 1), used);
  sink.problem({ code: 'record-damaged', offset: chunk.base + at, detail: String(next - at) });
  return next;
}

/** Size of the record at this offset; 0 when none stands there: the size must be told at both of its ends. */
function recordSize(chunk: EvtxChunk, at: number): number {
  const size = sizeAtStart(chunk, at);
  return size > 0 && chunk.view.getUint32(at + size - 4, true) === size ? size : 0;
}

function sizeAtStart({ view, length }: EvtxChunk, at: number): number {
  if (at + SMALLEST_RECORD > length || view.getInt32(at, true) !== RECORD_MAGIC) return 0;
  const size = view.getUint32(at + 4, true);
  return size >= SMALLEST_RECORD && at + size <= length ? size : 0;
}

function recordId({ view }: EvtxChunk, at: number): number {
  return view.getUint32(at + 8, true) + view.getUint32(at + 12, true) * 2 ** 32;
}

/** The id that the header of the chunk says the first record has. */
function firstRecordId({ view }: EvtxChunk): number {
  return view.getUint32(24, true) + view.getUint32(28, true) * 2 ** 32;
}

/** The next place in the used part where a record stands, or its end. */
function findRecord(chunk: EvtxChunk, from: number, to: number): number {
  let at = from;
  while (at < to && recordSize(chunk, at) === 0) at++;
  return at;
}

function readRecord(chunk: EvtxChunk, at: number, size: number, sink: EvtxSink): void {
  const source = readSource(chunk, at + RECORD_HEAD, at + size - 4, sink);
  const head = readHead(chunk, at, size, source);
  if (sink.head(head)) sink.record({ chunk, at, size, head, source });
}
