import { Worker } from 'node:worker_threads';
import type { Catalogue, Finding, SourceReport } from '../core/index';
import {
  type ScanOrder,
  type ScanOutcome,
  type ScanReply,
  type ScanRequest,
  type ScanWorkerData,
  type ToldSoFar,
  reportIn,
  withFindings,
} from './scanMessages';

/**
 * Memory of a thread, in MB. A scan needs a small part of it; a file that would need more ends its own scan and not the
 * program. What is new lives for a block only, so that more room for it makes nothing faster.
 */
const LIMITS = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 4 };

/** One file, or part of it, that is scanned or waits for it. */
export interface ScanJob {
  readonly order: ScanOrder;
  readonly isBackground: boolean;
  progress(bytesRead: number): void;
  /** What was found until now, more each time. */
  soFar(report: SourceReport): void;
  resolve(outcome: ScanOutcome): void;
  reject(error: unknown): void;
}

export interface ScanThreadOptions {
  /** The bundle of scanWorker.ts. */
  readonly workerFile: string;
  readonly catalogue: Catalogue;
}

/** Called when a thread has ended a scan, and when it will take no more. */
export interface ScanThreadEvents {
  freed(): void;
  ended(thread: ScanThread): void;
}

type ScanEnd = Exclude<ScanReply, { kind: 'progress' | 'so-far' | 'findings' }>;

/** A scan from its order to the word that it ended. */
interface RunningScan {
  readonly job: ScanJob;
  isCancelled: boolean;
  /** Findings that came before their outcome. */
  readonly findings: Finding[];
  /** Those that it told of while it went on. */
  early: readonly Finding[];
}

/** A thread that scans, as it is seen from outside. It keeps the program from ending only while it has something to do. */
export class ScanThread {
  private readonly worker: Worker;
  /** By the ids of their orders. */
  private readonly scans = new Map<number, RunningScan>();
  private isPaused = false;

  constructor(
    { workerFile, catalogue }: ScanThreadOptions,
    private readonly events: ScanThreadEvents,
  ) {
    const workerData: ScanWorkerData = { catalogue };
    this.worker = new Worker(workerFile, { workerData, resourceLimits: LIMITS });
    this.worker.unref();
    this.worker.on('message', (reply: ScanReply) => {
      this.take(reply);
    });
    this.worker.on('error', (error) => {
      this.end(error);
    });
    this.worker.on('exit', (code) => {
      this.end(new Error(`exit code ${code}`));
    });
  }

  /** No scan, not even one that is ending. */
  get isIdle(): boolean {
    return this.scans.size === 0;
  }

  get hasForeground(): boolean {
    return [...this.scans.values()].some(({ job, isCancelled }) => !job.isBackground && !isCancelled);
  }

  has({ order }: ScanJob): boolean {
    return this.scans.has(order.id);
  }

  run(job: ScanJob): void {
    if (this.isIdle) this.worker.ref();
    const { order } = job;
    const { id } = order;
    this.scans.set(id, { job, isCancelled: false, findings: [], early: [] });
    this.post({ kind: 'scan', id, order });
    if (job.isBackground && this.isPaused) this.post({ kind: 'pause', id });
  }

  /** Makes the background scans wait between two blocks, or go on. */
  pauseBackground(isPaused: boolean): void {
    if (this.isPaused === isPaused) return;
    this.isPaused = isPaused;
    for (const { job } of this.scans.values()) {
      if (job.isBackground) this.post({ kind: isPaused ? 'pause' : 'resume', id: job.order.id });
    }
  }

  /** Ends a scan that nobody waits for any longer. It counts until the thread has said that it ended. */
  cancel({ order: { id } }: ScanJob): void {
    const scan = this.scans.get(id);
    if (scan) scan.isCancelled = true;
    this.post({ kind: 'cancel', id });
  }

  /** Ends the thread; scans that are under way fail. */
  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private post(request: ScanRequest): void {
    this.worker.postMessage(request);
  }

  private take(reply: ScanReply): void {
    const { id } = reply;
    const scan = this.scans.get(id);
    if (!scan) return;
    if (reply.kind === 'progress') {
      if (!scan.isCancelled) scan.job.progress(reply.bytesRead);
    } else if (reply.kind === 'so-far') {
      if (!scan.isCancelled) takeSoFar(scan, reply.told);
    } else if (reply.kind === 'findings') {
      scan.findings.push(...reply.findings);
      this.post({ kind: 'more', id });
    } else {
      this.scans.delete(id);
      if (this.isIdle) this.worker.unref();
      settle(scan, reply);
      this.events.freed();
    }
  }

  private end(reason: Error): void {
    const scans = [...this.scans.values()];
    this.scans.clear();
    for (const { job } of scans) {
      job.reject(new Error(`the thread that scanned ${job.order.path} ended: ${reason.message}`, { cause: reason }));
    }
    this.events.ended(this);
  }
}

function takeSoFar(scan: RunningScan, { report, firstFinding }: ToldSoFar): void {
  scan.early = [...scan.early.slice(0, firstFinding), ...report.findings];
  scan.job.soFar({ ...report, findings: scan.early });
}

function settle({ job, findings }: RunningScan, reply: ScanEnd): void {
  if (reply.kind === 'outcome') {
    const { outcome } = reply;
    const isAll = findings.length === 0;
    job.resolve(isAll ? outcome : withFindings(outcome, [...findings, ...reportIn(outcome).findings]));
  } else {
    job.reject(reply.kind === 'failure' ? reply.error : new Error(`the scan of ${job.order.path} was cancelled`));
  }
}
