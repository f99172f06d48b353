import type * as vscode from 'vscode';
import { type LogSource, type SourceReport, logExcerptText, problemText } from '../core';
import { type TextLogSettings, openEvtxLog, openTextLog } from '../platform';
import { rangesOf } from './uriRanges';

/** Whether a log is no text, so that VS Code shows nothing of it. */
export function isBinary({ format }: SourceReport): boolean {
  return format === 'evtx' || format === 'evt';
}

/** Opens a log to read events of it. Throws what the file system says, and when the file is no log any more. */
export async function openLogSource(
  source: vscode.Uri,
  report: SourceReport,
  settings: TextLogSettings,
): Promise<LogSource> {
  if (report.format === 'evt') return unreadLog(report);
  const bytes = await rangesOf(source);
  const log = isBinary(report) ? openEvtxLog(bytes) : await openTextLog(bytes, settings);
  if (!log) throw new Error(logExcerptText.notOnDisk);
  return log;
}

/** A log of which nothing is read: its text says why. */
function unreadLog({ problems }: SourceReport): LogSource {
  return {
    content: 'text',
    preamble: problems.map(problemText).join('\n'),
    readEvents: () => Promise.resolve([]),
    ordinalAt: () => Promise.resolve(undefined),
  };
}
