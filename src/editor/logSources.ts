import * as vscode from 'vscode';
import { type LogSource, type SourceReport, logExcerptText } from '../core';
import {
  type ByteRanges,
  type TextLogSettings,
  bytesAsRanges,
  fileRanges,
  openEvtxLog,
  openTextLog,
} from '../platform';

/** Whether a log is no text, so that VS Code shows nothing of it. */
export function isBinary({ format }: SourceReport): boolean {
  return format === 'evtx';
}

/** Opens a log to read events of it. Throws what the file system says, and when the file is no log any more. */
export async function openLogSource(
  source: vscode.Uri,
  report: SourceReport,
  settings: TextLogSettings,
): Promise<LogSource> {
  const bytes = await rangesOf(source);
  const log = isBinary(report) ? openEvtxLog(bytes) : await openTextLog(bytes, settings);
  if (!log) throw new Error(logExcerptText.notOnDisk);
  return log;
}

/** A file of a virtual file system comes in one piece. */
async function rangesOf(source: vscode.Uri): Promise<ByteRanges> {
  if (source.scheme === 'file') return fileRanges(source.fsPath);
  return bytesAsRanges(await vscode.workspace.fs.readFile(source));
}
