import {
  type Catalogue,
  FileScan,
  type PartReport,
  PartScan,
  type ScanSettings,
  type ScanSoFar,
  type SourceReport,
} from '../core/index';
import { type ByteRange, readFileBlocks } from './fileBlocks';

/** What may be done while a file is read. */
export interface ScanControl {
  /** Ends the scan between two blocks: it throws the reason. */
  readonly signal?: AbortSignal;
  /** Called after each block with the number of bytes read so far; reading goes on when what it returns is settled. */
  readonly afterBlock?: (bytesRead: number, scan: ScanSoFar) => Promise<void> | undefined;
}

/**
 * Reads a file on disk block by block. A file whose start is none of our formats is not read further, and its report has no
 * format. Throws what the file system says.
 */
export async function scanFile(
  path: string,
  catalogue: Catalogue,
  settings: ScanSettings,
  control: ScanControl = {},
): Promise<SourceReport> {
  const scan = new FileScan(path, catalogue, settings);
  await readInto(scan, readFileBlocks(path), control);
  return scan.finish();
}

/** One of two parts of a file. */
export interface FilePart {
  readonly path: string;
  readonly range: ByteRange;
}

/** As {@link scanFile} for one of two parts of a file, which `joinParts` puts together. */
export async function scanPart(
  { path, range }: FilePart,
  catalogue: Catalogue,
  settings: ScanSettings,
  control: ScanControl = {},
): Promise<PartReport> {
  const scan = new PartScan({ path, catalogue, settings });
  await readInto(scan, readFileBlocks(path, range), control);
  return scan.finish();
}

async function readInto(
  scan: FileScan | PartScan,
  blocks: AsyncIterable<Uint8Array>,
  { signal, afterBlock }: ScanControl,
): Promise<void> {
  signal?.throwIfAborted();
  let bytesRead = 0;
  for await (const block of blocks) {
    signal?.throwIfAborted();
    scan.push(block);
    bytesRead += block.length;
    await afterBlock?.(bytesRead, scan);
    if (scan.isForeign) break;
  }
  signal?.throwIfAborted();
}
