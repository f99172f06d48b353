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

/** A thread that scans, as it is seen from outside. It keeps the program from ending only while it has something to do. */
export class ScanThread {
  private readonly worker: Worker;
  private readonly jobs = new Map<number, ScanJob>();
  private readonly cancelled = new Set<number>();
  /** Findings that came before their outcome. */
  private readonly findings = new Map<number, Finding[]>();
  /** Those that a scan told of while it went on. */
  private readonly early = new Map<number, readonly Finding[]>();
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
    return this.jobs.size === 0;
  }

  get hasForeground(): boolean {
    return [...this.jobs.values()].some((job) => !job.isBackground && !this.cancelled.has(job.order.id));
  }

  has({ order }: ScanJob): boolean {
    return this.jobs.has(order.id);
  }

  run(job: ScanJob): void {
    if (this.isIdle) this.worker.ref();
    const { order } = job;
    const { id } = order;
    this.jobs.set(id, job);
    this.post({ kind: 'scan', id, order });
    if (job.isBackground && this.isPaused) this.post({ kind: 'pause', id });
  }

  /** Makes the background scans wait between two blocks, or go on. */
  pauseBackground(isPaused: boolean): void {
    if (this.isPaused === isPaused) return;
    this.isPaused = isPaused;
    for (const { order, isBackground } of this.jobs.values()) {
      if (isBackground) this.post({ kind: isPaused ? 'pause' : 'resume', id: order.id });
    }
  }

  /** Ends a scan that nobody waits for any longer. It counts until the thread has said that it ended. */
  cancel({ order: { id } }: ScanJob): void {
    this.cancelled.add(id);
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
    const job = this.jobs.get(id);
    if (!job) return;
    if (reply.kind === 'progress') {
      if (!this.cancelled.has(id)) job.progress(reply.bytesRead);
    } else if (reply.kind === 'so-far') {
      if (!this.cancelled.has(id)) this.takeSoFar(job, reply.told);
    } else if (reply.kind === 'findings') {
      const known = this.findings.get(id) ?? [];
      known.push(...reply.findings);
      this.findings.set(id, known);
      this.post({ kind: 'more', id });
    } else {
      this.settle(job, reply);
    }
  }

  private takeSoFar(job: ScanJob, { report, firstFinding }: ToldSoFar): void {
    const { id } = job.order;
    const findings = [...(this.early.get(id) ?? []).slice(0, firstFinding), ...report.findings];
    this.early.set(id, findings);
    job.soFar({ ...report, findings });
  }

  private settle(job: ScanJob, reply: Exclude<ScanReply, { kind: 'progress' | 'so-far' | 'findings' }>): void {
    const { id, path } = job.order;
    const findings = this.findings.get(id) ?? [];
    for (const known of [this.jobs, this.cancelled, this.findings, this.early]) known.delete(id);
    if (this.isIdle) this.worker.unref();
    if (reply.kind === 'outcome') {
      const { outcome } = reply;
      const isAll = findings.length === 0;
      job.resolve(isAll ? outcome : withFindings(outcome, [...findings, ...reportIn(outcome).findings]));
    } else {
      job.reject(reply.kind === 'failure' ? reply.error : new Error(`the scan of ${path} was cancelled`));
    }
    this.events.freed();
  }

  private end(reason: Error): void {
    const jobs = [...this.jobs.values()];
    for (const known of [this.jobs, this.cancelled, this.findings, this.early]) known.clear();
    for (const job of jobs) {
      job.reject(new Error(`the thread that scanned ${job.order.path} ended: ${reason.message}`, { cause: reason }));
    }
    this.events.ended(this);
  }
}
