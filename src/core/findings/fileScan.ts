import { joinBytes } from '../text/joinBytes';
import type { Catalogue } from '../rules/rule';
import { BINARY_HEAD, type BinaryFormat, type ByteScan } from './byteScan';
import { evt } from './evtScan';
import { evtx } from './evtxScan';
import type { SourceReport } from './finding';
import type { ScanSettings } from './sourceScan';
import { TextScan } from './textScan';

/** Every format that is not text, in the order in which they are tried. What is none of them is read as text. */
const binaryFormats: readonly BinaryFormat[] = [evtx, evt];

/**
 * What is done with the bytes of a file, whatever its format: the first of them tell who reads it. The caller may use the
 * memory of a block again once it was pushed.
 */
export class FileScan implements ByteScan {
  private chosen: ByteScan | undefined;
  /** What came before there was enough to choose by. */
  private head: Uint8Array = new Uint8Array(0);

  /** `path` is the path or URI by which the findings name the source. */
  constructor(
    private readonly path: string,
    private readonly catalogue: Catalogue,
    private readonly settings: ScanSettings,
  ) {}

  get isForeign(): boolean {
    return this.chosen?.isForeign ?? false;
  }

  push(bytes: Uint8Array): void {
    if (this.chosen) {
      this.chosen.push(bytes);
      return;
    }
    const start = this.head.length === 0 ? bytes : joinBytes(this.head, bytes);
    if (start.length < BINARY_HEAD) this.head = new Uint8Array(start);
    else this.choose(start);
  }

  get findingCount(): number {
    return this.chosen?.findingCount ?? 0;
  }

  soFar(firstFinding: number): SourceReport {
    const { path, catalogue, settings } = this;
    return (this.chosen ?? new TextScan({ path, catalogue, settings })).soFar(firstFinding);
  }

  finish(): SourceReport {
    return (this.chosen ?? this.choose(this.head)).finish();
  }

  private choose(start: Uint8Array): ByteScan {
    const { path, catalogue, settings } = this;
    const input = { path, catalogue, settings };
    const head = start.subarray(0, BINARY_HEAD);
    const format = binaryFormats.find((each) => each.detect(head));
    this.chosen = format ? format.open(input) : new TextScan(input);
    this.head = new Uint8Array(0);
    this.chosen.push(start);
    return this.chosen;
  }
}
