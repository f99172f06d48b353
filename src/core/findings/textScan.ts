import { ByteDecoder } from '../text/byteDecoder';
import type { ByteScan, ByteScanInput } from './byteScan';
import type { SourceReport } from './finding';
import { type SourceEnd, SourceScan } from './sourceScan';

/** A file of text: decoded, then read as an open document is. */
export class TextScan implements ByteScan {
  private readonly decoder: ByteDecoder;
  private readonly scan: SourceScan;

  /** `look` is shown all of the text, part by part. */
  constructor(
    { path, catalogue, settings }: ByteScanInput,
    private readonly look?: (text: string) => void,
  ) {
    this.decoder = new ByteDecoder(settings);
    this.scan = new SourceScan(path, catalogue, settings);
  }

  get isForeign(): boolean {
    return this.scan.isForeign;
  }

  push(bytes: Uint8Array): void {
    for (const text of this.decoder.texts(bytes)) {
      if (this.isForeign) return;
      this.read(text);
    }
  }

  finish(): SourceReport {
    this.read(this.decoder.finish());
    return this.scan.finish(this.decoder.encoding, this.decoder.hasInvalidBytes);
  }

  /** Where the text ends, once it was read to its end. */
  get end(): SourceEnd {
    return this.scan.end;
  }

  private read(text: string): void {
    this.look?.(text);
    this.scan.push(text);
  }
}
