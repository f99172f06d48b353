import type { Catalogue, Finding, PartReport, ScanSettings, SourceReport } from '../core/index';
import type { ByteRange } from './fileBlocks';

/** What a thread that scans is started with. */
export interface ScanWorkerData {
  readonly catalogue: Catalogue;
}

/** A file to be scanned, or one of two parts of it. */
export interface ScanOrder {
  readonly id: number;
  readonly path: string;
  readonly settings: ScanSettings;
  /** The part; the whole file when left out. */
  readonly range?: ByteRange | undefined;
  /** What was found is told so often while the scan goes on, in milliseconds; only at its end when left out. */
  readonly tellEvery?: number | undefined;
}

/** What scanning a file, or a part of it, gave. */
export type ScanOutcome = { readonly report: SourceReport } | { readonly part: PartReport };

/** What a thread that scans is told. `id` is that of one scan. */
export type ScanRequest =
  | { readonly kind: 'scan'; readonly id: number; readonly order: ScanOrder }
  | { readonly kind: 'pause' | 'resume' | 'cancel' | 'more'; readonly id: number };

/** What a scan that goes on has found; of the findings those from an index on, those before it were told already. */
export interface ToldSoFar {
  readonly report: SourceReport;
  readonly firstFinding: number;
}

/**
 * What it answers: progress while it scans, then what it found. Many findings come in several messages, the next one when
 * `more` was said and the last ones with the outcome: taking them all at once would hold up who receives them.
 */
export type ScanReply =
  | { readonly kind: 'progress'; readonly id: number; readonly bytesRead: number }
  | { readonly kind: 'so-far'; readonly id: number; readonly told: ToldSoFar }
  | { readonly kind: 'findings'; readonly id: number; readonly findings: readonly Finding[] }
  | { readonly kind: 'outcome'; readonly id: number; readonly outcome: ScanOutcome }
  | { readonly kind: 'failure'; readonly id: number; readonly error: unknown }
  | { readonly kind: 'cancelled'; readonly id: number };

/** The report in an outcome. */
export function reportIn(outcome: ScanOutcome): SourceReport {
  return 'report' in outcome ? outcome.report : outcome.part.report;
}

/** The outcome with other findings. */
export function withFindings(outcome: ScanOutcome, findings: readonly Finding[]): ScanOutcome {
  const report = { ...reportIn(outcome), findings };
  return 'report' in outcome ? { report } : { part: { ...outcome.part, report } };
}
