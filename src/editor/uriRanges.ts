import * as vscode from 'vscode';
import { type ByteRanges, bytesAsRanges, fileRanges } from '../platform';

/** The bytes that a URI stands for. A file of a virtual file system comes in one piece. */
export async function rangesOf(source: vscode.Uri): Promise<ByteRanges> {
  if (source.scheme === 'file') return fileRanges(source.fsPath);
  return bytesAsRanges(await vscode.workspace.fs.readFile(source));
}

/** The first bytes of a file; none where it cannot be read. */
export async function startOfFile(uri: vscode.Uri, length: number): Promise<Uint8Array> {
  try {
    return await (await rangesOf(uri)).read(0, length);
  } catch {
    // A file that is gone has no bytes; its text is still shown.
    return new Uint8Array(0);
  }
}
