import type { ScanSoFar, SourceReport } from '../core/index';
import type { ToldSoFar } from './scanMessages';

/** Findings in one message: taking them takes few milliseconds. */
export const MOST_AT_ONCE = 100;

/** Tells what a scan finds while it goes on. */
export class FoundSoFar {
  private findingsTold = 0;
  private order: SourceReport['dateOrder'];

  constructor(
    private readonly interval: number,
    private readonly send: (told: ToldSoFar) => void,
    private told = performance.now(),
  ) {}

  /** Says what is new, at most so often, and not too much at a time. */
  tell(scan: ScanSoFar, now: number): void {
    if (scan.findingCount === this.findingsTold || now - this.told < this.interval) return;
    this.told = now;
    let report = scan.soFar(this.findingsTold);
    if (report.dateOrder?.order !== this.order?.order) {
      // The dates told before were read in another order.
      this.findingsTold = 0;
      report = scan.soFar(0);
    }
    this.order = report.dateOrder;
    const findings = report.findings.slice(0, MOST_AT_ONCE);
    this.send({ report: { ...report, findings }, firstFinding: this.findingsTold });
    this.findingsTold += findings.length;
  }
}
