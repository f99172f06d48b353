import { access, constants } from 'node:fs/promises';
import * as vscode from 'vscode';
import { noticeText } from '../core';

/** Names tried before giving up: `fix.reg`, `fix-2.reg`, and so on. */
const MOST_NAMES = 1000;

/** The folder in which a source stands, if files can be made there; undefined for text that is not stored anywhere. */
export async function writableFolderOf(source: vscode.Uri): Promise<vscode.Uri | undefined> {
  if (vscode.workspace.fs.isWritableFileSystem(source.scheme) !== true) return undefined;
  const folder = vscode.Uri.joinPath(source, '..');
  return folder.scheme !== 'file' || (await isWritable(folder.fsPath)) ? folder : undefined;
}

/** A place in the folder where no file is yet: `name.reg`, else `name-2.reg` and so on. */
export async function freePlace(folder: vscode.Uri, name: string): Promise<vscode.Uri> {
  const dot = name.lastIndexOf('.');
  for (let number = 1; number <= MOST_NAMES; number++) {
    const numbered = number === 1 ? name : `${name.slice(0, dot)}-${number}${name.slice(dot)}`;
    const place = vscode.Uri.joinPath(folder, numbered);
    if (!(await exists(place))) return place;
  }
  throw new Error(`${noticeText(folder.path)} holds ${MOST_NAMES} files by the name ${name}`);
}

/** The edit that makes a file of exactly these bytes; it fails rather than replace a file, and it can be undone. */
export function createFileEdit(place: vscode.Uri, contents: Uint8Array): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(place, { contents, overwrite: false, ignoreIfExists: false });
  return edit;
}

async function exists(place: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(place);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    return true;
  } catch {
    // Node says in no other way that a folder is read-only.
    return false;
  }
}
