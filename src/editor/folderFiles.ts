import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Output } from './output';

/** Folders that hold no exports and very many files. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** A file of a folder. */
export interface FolderFile {
  readonly uri: vscode.Uri;
  /** Bytes; 0 where finding out would cost a request over a network for each file. */
  readonly size: number;
}

/** Every file in a folder and the folders in it. Links to folders are not followed, as they can lead back. */
export async function* filesIn(folder: vscode.Uri, signal: AbortSignal, output: Output): AsyncIterable<FolderFile> {
  const waiting = [folder];
  // Asked anew each time: a folder may hold very many files.
  const isEnded = (): boolean => signal.aborted;
  for (let next = waiting.pop(); next && !isEnded(); next = waiting.pop()) {
    for (const [name, type] of await entriesOf(next, output)) {
      if (isEnded()) return;
      const uri = vscode.Uri.joinPath(next, name);
      if ((type & vscode.FileType.File) !== 0) yield { uri, size: await sizeOf(uri) };
      else if (type === vscode.FileType.Directory && !SKIPPED_FOLDERS.has(name)) waiting.push(uri);
    }
  }
}

/** A folder that may not be read is noted and passed over, so that the ones beside it are still read. */
async function entriesOf(folder: vscode.Uri, output: Output): Promise<[string, vscode.FileType][]> {
  const read = async (): Promise<[string, vscode.FileType][]> => vscode.workspace.fs.readDirectory(folder);
  const entries = (await output.guard(`Listing ${folder.toString(true)}`, read)) ?? [];
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Bytes of a file on disk; 0 for others and where it is gone, which reading it will tell. */
export async function sizeOf(uri: vscode.Uri): Promise<number> {
  if (uri.scheme !== 'file') return 0;
  try {
    return (await stat(uri.fsPath)).size;
  } catch {
    return 0;
  }
}

/** Whether a URI stands in a folder or is it. */
export function isIn(folder: vscode.Uri, uri: vscode.Uri): boolean {
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return (
    folder.scheme === uri.scheme &&
    folder.authority === uri.authority &&
    (uri.path === folder.path || uri.path.startsWith(base))
  );
}
