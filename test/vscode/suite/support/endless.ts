import { truncateSync, writeFileSync } from 'node:fs';
import type * as vscode from 'vscode';
import { renderEvent, serviceEnded } from './events';

/** Writes a file that takes longer to read than a test may, though it takes no room: the start of a log with a hole after it. */
export function writeEndless(file: vscode.Uri): void {
  writeFileSync(file.fsPath, `<Events>\n${renderEvent(serviceEnded)}\n`);
  truncateSync(file.fsPath, 2 ** 38);
}
