import { setImmediate } from 'node:timers/promises';
import * as vscode from 'vscode';
import { FileScan, type SourceReport } from '../core';
import type { ScanTask } from '../platform';
import type { SourceReading } from './sourceReading';
import { pathOf } from './places';

/** Bytes of a virtual file that are read at a time. */
const BLOCK_LENGTH = 0x100000;

/**
 * Reads a file that need not be open; undefined when it is no event log. A file on disk is read in a thread of its own.
 * Throws what the file system says, and when it is aborted.
 */
export async function readSourceFile(
  uri: vscode.Uri,
  { pool, catalogue, settings }: SourceReading,
  task: ScanTask,
): Promise<SourceReport | undefined> {
  const { scan } = settings();
  const report =
    uri.scheme === 'file'
      ? await pool.scan(uri.fsPath, scan, task)
      : await readBytes(await vscode.workspace.fs.readFile(uri), new FileScan(pathOf(uri), catalogue(), scan), task);
  return report.format === undefined ? undefined : report;
}

/** A file of a virtual file system comes in one piece; other work of the extension host comes in between its blocks. */
async function readBytes(bytes: Uint8Array, scan: FileScan, { signal, onProgress }: ScanTask): Promise<SourceReport> {
  for (let at = 0; at < bytes.length && !scan.isForeign; at += BLOCK_LENGTH) {
    scan.push(bytes.subarray(at, at + BLOCK_LENGTH));
    onProgress?.(Math.min(at + BLOCK_LENGTH, bytes.length));
    await setImmediate();
    signal?.throwIfAborted();
  }
  return scan.finish();
}
