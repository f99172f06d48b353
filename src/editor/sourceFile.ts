import * as vscode from 'vscode';
import { ByteDecoder, type Catalogue, type ScanSettings, SourceScan, type SourceReport } from '../core';
import { scanFile } from '../platform';
import { pathOf } from './places';

/** Bytes decoded at a time. */
const BLOCK_LENGTH = 0x100000;

/** Reads a file that need not be open; undefined when it is no event log. Throws what the file system says, and when it is aborted. */
export async function readSourceFile(
  uri: vscode.Uri,
  catalogue: Catalogue,
  settings: ScanSettings,
  signal: AbortSignal,
): Promise<SourceReport | undefined> {
  const isOnDisk = uri.scheme === 'file';
  const report = isOnDisk
    ? await scanFile(uri.fsPath, catalogue, settings, signal)
    : readBytes(await vscode.workspace.fs.readFile(uri), new SourceScan(pathOf(uri), catalogue, settings));
  return report.format === undefined ? undefined : report;
}

/** A file of a virtual file system comes in one piece. */
function readBytes(bytes: Uint8Array, scan: SourceScan): SourceReport {
  const decoder = new ByteDecoder();
  for (let at = 0; at < bytes.length && !scan.isForeign; at += BLOCK_LENGTH) {
    scan.push(decoder.push(bytes.subarray(at, at + BLOCK_LENGTH)));
  }
  scan.push(decoder.finish());
  return scan.finish(decoder.encoding, decoder.hasInvalidBytes);
}
