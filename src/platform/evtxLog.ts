import {
  EVTX_CHUNK_SIZE,
  EVTX_HEADER_SIZE,
  type EventRun,
  type EvtxRecord,
  type LogEvent,
  type LogSource,
  type Position,
  readEvtxChunk,
  renderEventXml,
} from '../core/index';
import type { ByteRanges } from './byteRanges';

/** Chunks read at a time: counting their events takes a few milliseconds. */
const CHUNKS_AT_ONCE = 8;

/** Opens a binary log. It is read as the XML export that Windows would make of it, with one event on each line. */
export function openEvtxLog(bytes: ByteRanges): LogSource {
  return new EvtxLog(bytes);
}

type Visit = (record: EvtxRecord, ordinal: number) => void;

/** Chunks stand at fixed places; which event a chunk starts with is known once those before it were counted. */
class EvtxLog implements LogSource {
  readonly content = 'xml';
  readonly preamble = '';

  /** Ordinal of the first event of each chunk that was reached; the last one is not counted yet. */
  private readonly firsts: number[] = [0];
  private readonly chunkCount: number;

  constructor(private readonly bytes: ByteRanges) {
    this.chunkCount = Math.max(0, Math.ceil((bytes.length - EVTX_HEADER_SIZE) / EVTX_CHUNK_SIZE));
  }

  async readEvents(run: EventRun, mostText: number): Promise<readonly LogEvent[]> {
    const events: LogEvent[] = [];
    const left = { text: mostText, isFull: false };
    const wants = (ordinal: number): boolean => !left.isFull && ordinal >= run.from && ordinal < run.to;
    let chunk = await this.chunkHolding(run.from);
    while (chunk < this.chunkCount && !left.isFull && (this.firsts[chunk] ?? 0) < run.to) {
      chunk = await this.readChunks(chunk, wants, (record, ordinal) => {
        const text = renderEventXml(record);
        left.isFull = events.length > 0 && text.length > left.text;
        if (left.isFull) return;
        events.push({ ordinal, start: { line: ordinal, column: 0 }, text });
        left.text -= text.length;
      });
    }
    return events;
  }

  ordinalAt({ line }: Position): Promise<number | undefined> {
    return Promise.resolve(line);
  }

  /** The chunk that holds an event; behind the last one for an event that is not there. */
  private async chunkHolding(ordinal: number): Promise<number> {
    while (this.firsts.length <= this.chunkCount && (this.firsts.at(-1) ?? 0) <= ordinal) {
      await this.readChunks(
        this.firsts.length - 1,
        () => false,
        () => undefined,
      );
    }
    const after = this.firsts.findIndex((first) => first > ordinal);
    return after < 0 ? this.chunkCount : after - 1;
  }

  /** Reads some chunks from one on whose first event is known, and returns the chunk after them. */
  private async readChunks(chunk: number, wants: (ordinal: number) => boolean, visit: Visit): Promise<number> {
    const start = EVTX_HEADER_SIZE + chunk * EVTX_CHUNK_SIZE;
    const bytes = await this.bytes.read(start, CHUNKS_AT_ONCE * EVTX_CHUNK_SIZE);
    let next = chunk;
    for (let at = 0; at < bytes.length; at += EVTX_CHUNK_SIZE, next++) {
      let ordinal = (this.firsts[next] ?? 0) - 1;
      readEvtxChunk(
        bytes.subarray(at, at + EVTX_CHUNK_SIZE),
        {
          head: () => wants(++ordinal),
          record: (record) => {
            visit(record, ordinal);
          },
          problem: () => undefined,
        },
        start + at,
      );
      this.firsts[next + 1] = ordinal + 1;
    }
    // A file that became shorter than it was ends here.
    return bytes.length === 0 ? this.chunkCount : next;
  }
}
