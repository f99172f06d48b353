import { availableParallelism } from 'node:os';
import { type Catalogue, type ScanSettings, type SourceReport, joinParts } from '../core/index';
import { WORTH_DIVIDING, WORTH_STARTING, placeToDivide } from './divideFile';
import { type ScanOrder, type ScanOutcome, reportIn } from './scanMessages';
import { type ScanJob, ScanThread } from './scanThread';

/** More threads than this read no faster from one disk, and each costs memory. */
const MOST_THREADS = 2;

/** What was found is told so often while a scan goes on. Milliseconds. */
const TELL_EVERY = 250;

/** Threads are slow to start, so they are kept this long once there is nothing to do. Milliseconds. */
const KEPT_WARM = 60_000;

export interface ScanPoolOptions {
  /** The bundle of scanWorker.ts: `dist/worker.js`. */
  readonly workerFile: string;
  /** Asked for when the first thread starts. */
  readonly catalogue: () => Catalogue;
  /** As many as there are cores, two at most, when left out. */
  readonly threads?: number;
  /** Files of so many bytes are divided between two threads; as is worth it when left out. */
  readonly worthDividing?: number;
  /** What was found is told so often while a scan goes on, in milliseconds. */
  readonly tellEvery?: number;
}

/** How one file is to be scanned. */
export interface ScanTask {
  /** Bytes of the file, where they are known: a large file is divided between two threads. */
  readonly size?: number;
  /** Nobody waits for it: it starts after all others, and waits between blocks as long as there is one of them. */
  readonly isBackground?: boolean;
  /** Gives up: at once for who waits, between two blocks for the thread. The scan rejects with the reason. */
  readonly signal?: AbortSignal;
  /** Called with the number of bytes read so far, several times a second. */
  readonly onProgress?: (bytesRead: number) => void;
  /**
   * Called now and then with what was found until then, while the scan goes on. Of a divided file that is what its first
   * part shows: lines are counted from the start.
   */
  readonly onFound?: (soFar: SourceReport) => void;
}

/** Scans files on disk in threads of their own. No thread runs before the first scan is asked for. */
export class ScanPool {
  private readonly threads = new Set<ScanThread>();
  private readonly waiting: ScanJob[] = [];
  private readonly most: number;
  private lastId = 0;
  private cooling: NodeJS.Timeout | undefined;

  constructor(private readonly options: ScanPoolOptions) {
    this.most = options.threads ?? Math.min(MOST_THREADS, availableParallelism());
  }

  /** Files that are read at the same time at most. */
  get width(): number {
    return this.most;
  }

  /** As `scanFile`, in threads. Also rejects when a thread breaks down; the other scans go on. */
  async scan(path: string, settings: ScanSettings, task: ScanTask = {}): Promise<SourceReport> {
    const { size = 0 } = task;
    const isRunning = this.threads.size === this.most;
    const { worthDividing = isRunning ? WORTH_DIVIDING : WORTH_STARTING } = this.options;
    if (size >= worthDividing && this.most > 1) {
      const report = await this.scanDivided({ path, settings }, size, task);
      if (report) return report;
    }
    return reportIn(await this.run({ path, settings }, task));
  }

  /** Ends all threads; scans that are under way or waiting fail. The next scan starts new ones. */
  async dispose(): Promise<void> {
    for (const job of this.waiting.splice(0)) job.reject(new Error(`the scan of ${job.order.path} was cancelled`));
    await this.stopThreads();
  }

  /** Undefined when the file can not be divided, or when its parts do not tell what the whole is. */
  private async scanDivided(
    file: Pick<ScanOrder, 'path' | 'settings'>,
    size: number,
    { isBackground = false, signal, onProgress, onFound }: ScanTask,
  ): Promise<SourceReport | undefined> {
    // They start while the place is looked for.
    while (this.threads.size < this.most) this.start();
    this.cool();
    const at = await placeToDivide(file.path, size);
    signal?.throwIfAborted();
    if (at === undefined) return undefined;
    const stopping = new AbortController();
    const stop = (): void => {
      stopping.abort(signal?.reason);
    };
    signal?.addEventListener('abort', stop, { once: true });
    const read = new Map<number, number>();
    const scanRange = (start: number, end: number): Promise<ScanOutcome> => {
      const tell = (bytes: number): void => {
        read.set(start, bytes);
        onProgress?.([...read.values()].reduce((sum, each) => sum + each, 0));
      };
      const range = { start, end };
      const told = start === 0 && onFound ? { onFound } : {};
      return this.run({ ...file, range }, { isBackground, signal: stopping.signal, onProgress: tell, ...told });
    };
    try {
      const [first, second] = await Promise.all([scanRange(0, at), scanRange(at, Infinity)]);
      return 'part' in first && 'part' in second ? joinParts(first.part, second.part) : undefined;
    } finally {
      signal?.removeEventListener('abort', stop);
      // When one part failed, nobody waits for the other.
      stopping.abort();
    }
  }

  private async run(file: Omit<ScanOrder, 'id'>, task: ScanTask): Promise<ScanOutcome> {
    const { isBackground = false, signal, onProgress, onFound } = task;
    signal?.throwIfAborted();
    const { promise, resolve, reject } = withResolvers<ScanOutcome>();
    const tellEvery = onFound && (this.options.tellEvery ?? TELL_EVERY);
    const job: ScanJob = {
      order: { ...file, id: ++this.lastId, tellEvery },
      isBackground,
      resolve,
      reject,
      progress: (read) => onProgress?.(read),
      soFar: (report) => onFound?.(report),
    };
    const giveUp = (): void => {
      reject(signal?.reason);
      this.cancel(job);
    };
    signal?.addEventListener('abort', giveUp, { once: true });
    this.waiting.push(job);
    this.dispatch();
    try {
      return await promise;
    } finally {
      signal?.removeEventListener('abort', giveUp);
    }
  }

  private cancel(job: ScanJob): void {
    const at = this.waiting.indexOf(job);
    if (at >= 0) this.waiting.splice(at, 1);
    else for (const thread of this.threads) if (thread.has(job)) thread.cancel(job);
    this.dispatch();
  }

  private dispatch(): void {
    for (let job = this.next(); job; job = this.next()) {
      const thread = this.threadFor(job);
      if (!thread) break;
      this.waiting.splice(this.waiting.indexOf(job), 1);
      thread.run(job);
    }
    const isPaused = this.hasForeground;
    for (const thread of this.threads) thread.pauseBackground(isPaused);
    this.cool();
  }

  private get hasForeground(): boolean {
    return [...this.threads].some((thread) => thread.hasForeground);
  }

  private next(): ScanJob | undefined {
    const foreground = this.waiting.find(({ isBackground }) => !isBackground);
    return foreground ?? (this.hasForeground ? undefined : this.waiting[0]);
  }

  /** A scan that somebody waits for may share a thread with one in the background, which is paused then. */
  private threadFor({ isBackground }: ScanJob): ScanThread | undefined {
    const threads = [...this.threads];
    const idle = threads.find((thread) => thread.isIdle);
    if (idle) return idle;
    if (threads.length < this.most) return this.start();
    return isBackground ? undefined : threads.find((thread) => !thread.hasForeground);
  }

  private start(): ScanThread {
    const { workerFile, catalogue } = this.options;
    const thread = new ScanThread(
      { workerFile, catalogue: catalogue() },
      {
        freed: () => {
          this.dispatch();
        },
        ended: (ended) => {
          if (this.threads.delete(ended)) this.dispatch();
        },
      },
    );
    this.threads.add(thread);
    return thread;
  }

  /** Ends the threads some time after the last of them fell idle. */
  private cool(): void {
    clearTimeout(this.cooling);
    if (this.threads.size === 0 || ![...this.threads].every((thread) => thread.isIdle)) return;
    this.cooling = setTimeout(() => void this.stopThreads(), KEPT_WARM).unref();
  }

  /** They are forgotten first, so that none is given a scan while it ends. */
  private async stopThreads(): Promise<void> {
    clearTimeout(this.cooling);
    const threads = [...this.threads];
    this.threads.clear();
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}

function withResolvers<T>(): {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
} {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
