import { parseEventXml } from '../formats/eventXmlRecord';
import {
  EVTX_CHUNK_SIZE,
  EVTX_HEADER_SIZE,
  type EvtxHead,
  type EvtxProblem,
  type EvtxRecord,
  isEvtx,
  readEvtxChunk,
  readEvtxHeader,
  renderEventXml,
} from '../formats/evtx/index';
import { compileInterest } from '../rules/interest';
import type { BinaryFormat, ByteScan, ByteScanInput } from './byteScan';
import type { Finding, SourceReport } from './finding';
import { FindingList } from './findingList';
import { ProblemList } from './problemList';
import { SourceSummary } from './sourceSummary';

/** `ElfChnk`: chunks stand at fixed places, so a log whose header is lost is known by its first chunk. */
const CHUNK_MAGIC = [0x45, 0x6c, 0x66, 0x43, 0x68, 0x6e, 0x6b, 0x00];

/** Binary event logs. */
export const evtx: BinaryFormat = {
  detect(head) {
    return isEvtx(head) || CHUNK_MAGIC.every((byte, index) => head[EVTX_HEADER_SIZE + index] === byte);
  },
  open(input) {
    return new EvtxScan(input);
  },
};

/**
 * Reads an `.evtx` chunk by chunk, as if it were the XML export that Windows would make of it with one event on each line:
 * the line of a finding is the number of its event in the file, its columns are those of the event's XML.
 */
class EvtxScan implements ByteScan {
  readonly isForeign = false;

  private readonly summary: SourceSummary;
  private readonly list = new ProblemList();
  private readonly findings: FindingList;

  /** The header or chunk that is being filled. */
  private block = new Uint8Array(EVTX_HEADER_SIZE);
  private filled = 0;
  /** Byte offset of the block in the file. */
  private base = 0;

  constructor(private readonly input: ByteScanInput) {
    this.findings = new FindingList(input.path, input.catalogue);
    this.summary = new SourceSummary(compileInterest(input.catalogue));
  }

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const taken = bytes.subarray(at, at + this.block.length - this.filled);
      at += taken.length;
      // Most chunks stand in the file's block as a whole and need not be put together.
      if (taken.length === this.block.length) this.readBlock(taken);
      else this.add(taken);
    }
  }

  finish(): SourceReport {
    if (this.filled > 0 || this.base === 0) this.readBlock(this.block.subarray(0, this.filled));
    return this.report(this.findings.findings);
  }

  get findingCount(): number {
    return this.findings.findings.length;
  }

  soFar(firstFinding: number): SourceReport {
    return { ...this.report(this.findings.findings.slice(firstFinding)), isPartial: true };
  }

  private report(findings: readonly Finding[]): SourceReport {
    const { firstTime, lastTime } = this.summary.times(undefined, 'auto');
    return {
      path: this.input.path,
      format: 'evtx',
      encoding: 'binary',
      recordCount: this.summary.recordCount,
      counts: this.summary.counts.tally,
      ...(firstTime && { firstTime }),
      ...(lastTime && { lastTime }),
      problems: this.list.problems,
      problemCount: this.list.problemCount,
      coverage: {
        missing: this.summary.missing.counts,
        problemCounts: this.list.counts,
        skippedLines: 0,
        findingsLeftOut: this.findings.leftOut,
      },
      findings,
      timeMarks: this.summary.timeMarks,
      computers: this.summary.computers,
    };
  }

  private add(part: Uint8Array): void {
    this.block.set(part, this.filled);
    this.filled += part.length;
    if (this.filled === this.block.length) this.readBlock(this.block);
  }

  private readBlock(bytes: Uint8Array): void {
    if (this.base === 0) {
      for (const problem of readEvtxHeader(bytes).problems) this.addProblem(problem);
      this.block = new Uint8Array(EVTX_CHUNK_SIZE);
    } else readEvtxChunk(bytes, this, this.base);
    this.base += bytes.length;
    this.filled = 0;
  }

  head(head: EvtxHead): boolean {
    return this.summary.add(head);
  }

  record(record: EvtxRecord): void {
    const text = renderEventXml(record);
    const base = record.head.start;
    const event = parseEventXml({ text, base, ended: true }, 0, text.length).record;
    if (!event) return;
    const line = this.line;
    const rangeOf = ({ start, end }: { start: number; end: number }) => ({
      start: { line, column: start - base },
      end: { line, column: end - base },
    });
    this.findings.addFrom(event, rangeOf);
  }

  problem(problem: EvtxProblem): void {
    this.addProblem(problem);
  }

  /** Number of the event that was counted last, from 0. */
  private get line(): number {
    return Math.max(0, this.summary.recordCount - 1);
  }

  private addProblem({ code, offset, detail }: EvtxProblem): void {
    const place = { line: this.line, column: 0 };
    this.list.add({
      code,
      byteOffset: offset,
      range: { start: place, end: place },
      ...(detail !== undefined && { detail }),
    });
  }
}
