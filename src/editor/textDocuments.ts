import * as vscode from 'vscode';

/** Whether VS Code shows a file as a text that extensions get to see. */
export function hasDocument(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}
