/** The program of a thread that scans: `dist/worker.js`. It may hold several scans, of which all but one are paused. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Catalogue, ScanSoFar } from '../core/index';
import { FoundSoFar, MOST_AT_ONCE } from './foundSoFar';
import { type ScanControl, scanFile, scanPart } from './scanFile';
import {
  type ScanOrder,
  type ScanOutcome,
  type ScanReply,
  type ScanRequest,
  type ScanWorkerData,
  reportIn,
  withFindings,
} from './scanMessages';

/** Progress is told so often at most. Milliseconds. */
const PROGRESS_INTERVAL = 100;

/** Lets a scan go on or makes it wait, and ends it. */
class Running implements ScanControl {
  private readonly stopping = new AbortController();
  readonly signal = this.stopping.signal;
  private gate: { readonly opened: Promise<void>; readonly open: () => void } | undefined;
  private told = performance.now();
  private wanted: () => void = () => undefined;

  constructor(
    private readonly tell: (bytesRead: number) => void,
    private readonly soFar: FoundSoFar | undefined,
  ) {}

  readonly afterBlock = (bytesRead: number, scan: ScanSoFar): Promise<void> | undefined => {
    const now = performance.now();
    if (now - this.told >= PROGRESS_INTERVAL) {
      this.told = now;
      this.tell(bytesRead);
    }
    this.soFar?.tell(scan, now);
    return this.gate?.opened;
  };

  pause(): void {
    if (this.gate) return;
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    this.gate = { opened, open };
  }

  resume(): void {
    this.gate?.open();
    this.gate = undefined;
  }

  cancel(): void {
    this.stopping.abort();
    this.resume();
    this.more();
  }

  more(): void {
    this.wanted();
  }

  /** Waits until {@link more} is called. */
  async untilMore(): Promise<void> {
    await new Promise<void>((resolve) => (this.wanted = resolve));
    this.signal.throwIfAborted();
  }
}

function serve(port: MessagePort, catalogue: Catalogue): void {
  const running = new Map<number, Running>();
  const reply = (message: ScanReply): void => {
    port.postMessage(message);
  };

  const read = async ({ path, settings, range }: ScanOrder, control: ScanControl): Promise<ScanOutcome> => {
    if (!range) return { report: await scanFile(path, catalogue, settings, control) };
    return { part: await scanPart({ path, range }, catalogue, settings, control) };
  };

  /** Sends all but the last findings, and returns the outcome with those. */
  const sendMost = async (outcome: ScanOutcome, id: number, control: Running): Promise<ScanOutcome> => {
    const { findings } = reportIn(outcome);
    let sent = 0;
    for (; findings.length - sent > MOST_AT_ONCE; sent += MOST_AT_ONCE) {
      reply({ kind: 'findings', id, findings: findings.slice(sent, sent + MOST_AT_ONCE) });
      await control.untilMore();
    }
    return sent === 0 ? outcome : withFindings(outcome, findings.slice(sent));
  };

  const scan = async (order: ScanOrder): Promise<void> => {
    const { id } = order;
    const soFar =
      order.tellEvery === undefined
        ? undefined
        : new FoundSoFar(order.tellEvery, (told) => {
            reply({ kind: 'so-far', id, told });
          });
    const control = new Running((bytesRead) => {
      reply({ kind: 'progress', id, bytesRead });
    }, soFar);
    running.set(id, control);
    try {
      const outcome = await read(order, control);
      reply({ kind: 'outcome', id, outcome: await sendMost(outcome, id, control) });
    } catch (error) {
      reply(control.signal.aborted ? { kind: 'cancelled', id } : { kind: 'failure', id, error });
    } finally {
      running.delete(id);
    }
  };

  port.on('message', (request: ScanRequest) => {
    if (request.kind === 'scan') void scan(request.order);
    else running.get(request.id)?.[request.kind]();
  });
}

// Typed as anything by Node; the pool starts this thread with nothing else.
const { catalogue } = workerData as ScanWorkerData;
if (parentPort) serve(parentPort, catalogue);
