import * as vscode from 'vscode';

/** The case that comes with the extension. */
const SAMPLE = ['samples', 'contoso-wds'];

/**
 * Copies the sample case to a place of its own, as the folder of the extension is not for files that a person makes,
 * and returns the copy.
 */
export async function copySample({ extensionUri, globalStorageUri }: vscode.ExtensionContext): Promise<vscode.Uri> {
  const copy = vscode.Uri.joinPath(globalStorageUri, ...SAMPLE);
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(copy, '..'));
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(extensionUri, ...SAMPLE), copy, { overwrite: true });
  return copy;
}
