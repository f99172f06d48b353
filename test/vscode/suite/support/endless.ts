import { truncateSync, writeFileSync } from 'node:fs';
import type * as vscode from 'vscode';
import { renderEvent, serviceEnded } from './events';

/** Writes a file that takes longer to read than a test may, though it takes no room: the start of a log with a hole after it. Returns the bytes of the start. */
export function writeEndless(file: vscode.Uri): { readonly size: number } {
  const start = `<Events>\n${renderEvent(serviceEnded)}\n`;
  writeFileSync(file.fsPath, start);
  truncateSync(file.fsPath, 2 ** 38);
  return { size: start.length };
}
