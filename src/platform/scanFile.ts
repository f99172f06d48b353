import { ByteDecoder, type Catalogue, type ScanSettings, SourceScan, type SourceReport } from '../core/index';
import { readFileBlocks } from './files';

/**
 * Reads a file on disk block by block. A file whose start is none of our formats is not read further, and its report has no
 * format. Throws what the file system says.
 */
export async function scanFile(
  path: string,
  catalogue: Catalogue,
  settings: ScanSettings,
  signal?: AbortSignal,
): Promise<SourceReport> {
  const decoder = new ByteDecoder();
  const scan = new SourceScan(path, catalogue, settings);
  for await (const block of readFileBlocks(path, signal)) {
    scan.push(decoder.push(block));
    if (scan.isForeign) break;
  }
  scan.push(decoder.finish());
  return scan.finish(decoder.encoding, decoder.hasInvalidBytes);
}
