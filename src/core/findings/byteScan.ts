import type { Catalogue } from '../rules/rule';
import type { SourceReport } from './finding';
import type { ScanSettings } from './sourceScan';

/** What a scan that is under way has found. */
export interface ScanSoFar {
  /** Findings until now. */
  readonly findingCount: number;
  /**
   * What is known until now, with the findings from that index on; dates are read in the order that is known now, which may be
   * another one later. What only the end of a source tells, as of a registry export, is left out.
   */
  soFar(firstFinding: number): SourceReport;
}

/** Reads the bytes of one file from the first to the last, whatever format it has. */
export interface ByteScan extends ScanSoFar {
  /** Reads the next block; any size. The block may be overwritten afterwards: what is kept of it is a copy. Never throws on input. */
  push(bytes: Uint8Array): void;
  /** Whether the content, as far as it is known, is none of ours: nothing more needs to be pushed. */
  readonly isForeign: boolean;
  /** Reads what is left and reports. */
  finish(): SourceReport;
}

/** The file, and what reading it depends on. */
export interface ByteScanInput {
  /** The path or URI by which the findings name the source. */
  readonly path: string;
  readonly catalogue: Catalogue;
  readonly settings: ScanSettings;
}

/** A format whose files are not text. It is known by its first bytes alone. */
export interface BinaryFormat {
  /** Whether a file that starts with these bytes has the format: {@link BINARY_HEAD} bytes, or all that there are. */
  detect(head: Uint8Array): boolean;
  open(input: ByteScanInput): ByteScan;
}

/** Bytes at the start of a file that are enough to tell binary formats, also where the very first ones are damaged. */
export const BINARY_HEAD = 0x2000;
