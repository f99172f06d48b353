import * as vscode from 'vscode';

export { exportOf } from './registryText';

/** Writes a file as regedit does. */
export async function writeUtf16(file: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(file, Buffer.from(`\uFEFF${text}`, 'utf16le'));
}
