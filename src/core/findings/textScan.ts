import type { ByteSkimmer } from '../formats/format';
import { HEAD_LENGTH } from '../formats/index';
import { ByteDecoder } from '../text/byteDecoder';
import type { ByteScan, ByteScanInput } from './byteScan';
import type { SourceReport } from './finding';
import { type SourceEnd, SourceScan } from './sourceScan';

/** Bytes that are decoded at a time, and after which passing over bytes is tried again. */
const PART = 0x10000;

/** A file of text: decoded, then read as an open document is, but for events that need only be counted. */
export class TextScan implements ByteScan {
  private readonly decoder: ByteDecoder;
  private readonly scan: SourceScan;
  private skimmer: ByteSkimmer | undefined;

  /** `look` is shown all of the text, part by part. */
  constructor(
    { path, catalogue, settings }: ByteScanInput,
    private readonly look?: (text: string) => void,
  ) {
    this.decoder = new ByteDecoder({ ...settings, followsChange: true, headLength: HEAD_LENGTH });
    this.scan = new SourceScan(path, catalogue, settings);
  }

  get isForeign(): boolean {
    return this.scan.isForeign;
  }

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length && !this.isForeign;) {
      at += this.skimmer ? this.skim(this.skimmer, bytes.subarray(at)) : this.decode(bytes.subarray(at, at + PART));
    }
  }

  finish(): SourceReport {
    if (this.skimmer) this.stopSkim(this.skimmer);
    this.readDecoded(this.decoder.finish(), true);
    // How much more of a file was decoded than told that it is none of ours depends on the blocks.
    const encoding = this.isForeign ? this.decoder.encodingOfHead : this.decoder.encoding;
    return this.scan.finish(encoding, this.decoder.hasInvalidBytes);
  }

  get findingCount(): number {
    return this.scan.findingCount;
  }

  soFar(firstFinding: number): SourceReport {
    return this.scan.soFar(firstFinding, this.decoder.encoding);
  }

  /** Where the text ends, once it was read to its end. */
  get end(): SourceEnd {
    return this.scan.end;
  }

  /** Both return how many of the bytes they have taken. */
  private decode(bytes: Uint8Array): number {
    this.readDecoded(this.decoder.push(bytes), false);
    this.startSkim();
    return bytes.length;
  }

  private skim(skimmer: ByteSkimmer, bytes: Uint8Array): number {
    const taken = skimmer.take(bytes);
    if (skimmer.hasEnough && !this.scan.skim(skimmer)) this.stopSkim(skimmer);
    return taken;
  }

  /** From here on bytes are passed over, if that can be. */
  private startSkim(): void {
    const { passes } = this.decoder;
    this.skimmer = passes && this.scan.startSkim(passes);
    this.skimmer?.take(this.decoder.takeRest());
  }

  /** What is left is read as text, and what follows it too, up to the end of a part. */
  private stopSkim(skimmer: ByteSkimmer): void {
    this.skimmer = undefined;
    for (const text of this.decoder.texts(skimmer.close())) this.readDecoded(text, false);
  }

  /** Reads what was decoded last, and what follows it in another encoding. */
  private readDecoded(text: string, ended: boolean): void {
    this.read(text);
    const next = (): string | undefined => this.decoder.behindChange(ended);
    for (let behind = next(); behind !== undefined; behind = next()) {
      this.scan.noteChange();
      this.read(behind);
    }
  }

  private read(text: string): void {
    this.look?.(text);
    this.scan.push(text);
  }
}
