import * as vscode from 'vscode';
import { noticeText } from '../core';
import { createFileEdit, freePlace, writableFolderOf } from './newFiles';

/** A registry file to be made. */
export interface RegFile {
  readonly name: string;
  readonly contents: Uint8Array;
}

/** A file to be made, and the edit that makes it. */
export interface PlacedRegFile {
  readonly place: vscode.Uri;
  readonly edit: vscode.WorkspaceEdit;
}

/** Places the file next to another one; undefined when no file can be made there. */
export async function placeNextTo(source: vscode.Uri | undefined, file: RegFile): Promise<PlacedRegFile | undefined> {
  const folder = source && (await writableFolderOf(source));
  return folder && placeIn(folder, file);
}

/** Makes the file, asking where if it cannot be made next to the other one, and opens it. */
export async function createRegFile(source: vscode.Uri | undefined, file: RegFile): Promise<void> {
  const placed = (await placeNextTo(source, file)) ?? (await askForPlace(file));
  if (!placed) return;
  const isDone = await vscode.workspace.applyEdit(placed.edit);
  if (!isDone) throw new Error(`VS Code did not create ${noticeText(placed.place.path)}`);
  await vscode.commands.executeCommand('vscode.open', placed.place);
}

/** A name that exists becomes `name-2.reg` here too, whatever the dialog said about replacing. */
async function askForPlace(file: RegFile): Promise<PlacedRegFile | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const chosen = await vscode.window.showSaveDialog({
    filters: { reg: ['reg'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, file.name) }),
  });
  if (!chosen) return undefined;
  const name = chosen.path.slice(chosen.path.lastIndexOf('/') + 1);
  return placeIn(vscode.Uri.joinPath(chosen, '..'), { ...file, name });
}

async function placeIn(folder: vscode.Uri, { name, contents }: RegFile): Promise<PlacedRegFile> {
  const place = await freePlace(folder, name);
  return { place, edit: createFileEdit(place, contents) };
}
