import * as vscode from 'vscode';
import { encodeRegFile } from '../core';

/**
 * Writes a registry file anew as UTF-16 with byte order mark. The file is replaced as a whole, as one edit: undoing it
 * brings back every byte that was there.
 */
export async function convertEncoding(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.isDirty && !(await document.save())) return;
  const edit = new vscode.WorkspaceEdit();
  edit.deleteFile(uri);
  edit.createFile(uri, { contents: encodeRegFile(document.getText()) });
  // The editor of a file closes when the file is deleted.
  if (await vscode.workspace.applyEdit(edit)) await vscode.window.showTextDocument(uri, { preview: false });
}
