import type { ByteScanInput, ScanSoFar } from './byteScan';
import type { SourceReport } from './finding';
import type { SourceEnd } from './sourceScan';
import { TextScan } from './textScan';

/** What reading one of two parts of a file gave; its places count from the start of the part. */
export interface PartReport {
  readonly report: SourceReport;
  readonly end: SourceEnd;
  /** Whether a comment or a CDATA section starts in the part, which may go on beyond it. */
  readonly hasSections: boolean;
}

/** Reads one of two parts of a file of event XML that is divided where an event starts; see `joinParts`. */
export class PartScan implements ScanSoFar {
  private readonly text: TextScan;
  private hasSections = false;
  private last = '';

  constructor(input: ByteScanInput) {
    this.text = new TextScan(input, (text) => {
      this.look(text);
    });
  }

  get isForeign(): boolean {
    return this.text.isForeign;
  }

  push(bytes: Uint8Array): void {
    this.text.push(bytes);
  }

  get findingCount(): number {
    return this.text.findingCount;
  }

  soFar(firstFinding: number): SourceReport {
    return this.text.soFar(firstFinding);
  }

  finish(): PartReport {
    const report = this.text.finish();
    return { report, end: this.text.end, hasSections: this.hasSections };
  }

  /** Exclamation marks are rare and `<` is not: searching for the former is several times faster. */
  private look(text: string): void {
    for (let at = text.indexOf('!'); at >= 0 && !this.hasSections; at = text.indexOf('!', at + 1)) {
      const before = at === 0 ? this.last : text.charAt(at - 1);
      this.hasSections = before === '<' && !text.startsWith('!DOCTYPE', at);
    }
    if (text !== '') this.last = text.charAt(text.length - 1);
  }
}
