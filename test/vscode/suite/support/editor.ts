import * as assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { UnstableApi } from '../../../../src/editor/unstableApi';
import { extensionId } from '../../../../src/editor/ids';

/** Only so that a hang ends: a hundred times what the slowest step takes on an idle machine. Milliseconds. */
const PATIENCE = 120_000;

/** What the extension lets its tests look at. */
export async function api(): Promise<UnstableApi> {
  const extension = vscode.extensions.getExtension<UnstableApi>(extensionId);
  assert.ok(extension);
  return extension.activate();
}

type Look<T> = T | undefined | false;

/** The first value that is not undefined or false; fails after minutes, saying what was waited for. */
export async function eventually<T>(what: string, look: () => Look<T> | Promise<Look<T>>): Promise<T> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await wait(25);
  }
  throw new Error(`Waited in vain for ${what}`);
}

let folders = 0;

/** A new folder in the workspace with these files. */
export async function makeFolder(files: Readonly<Record<string, string>>): Promise<vscode.Uri> {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(workspace, 'the suite runs in a workspace');
  folders += 1;
  const folder = vscode.Uri.joinPath(workspace, `case-${folders}`);
  await vscode.workspace.fs.createDirectory(folder);
  for (const [name, text] of Object.entries(files)) await write(vscode.Uri.joinPath(folder, name), text);
  return folder;
}

/** Gives each test a new folder in the workspace, which is gone afterwards with everything that was opened. */
export function useFolder(): () => vscode.Uri {
  let folder: vscode.Uri | undefined;
  beforeEach(async () => {
    folder = await makeFolder({});
  });
  afterEach(async () => {
    await closeAll();
    if (folder) await vscode.workspace.fs.delete(folder, { recursive: true });
  });
  return () => folder ?? assert.fail('the folder is made before each test');
}

export async function write(file: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
}

/**
 * Opens a file in an editor as a person does. `openTextDocument` would hold the document open for minutes after its
 * editor is closed.
 */
export async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  return eventually(`the document ${uri.path}`, () => documentOf(uri));
}

/** Opens files of a folder; the last one is in front. */
export async function openAll(folder: vscode.Uri, ...names: string[]): Promise<vscode.TextDocument[]> {
  const documents: vscode.TextDocument[] = [];
  for (const name of names) documents.push(await open(vscode.Uri.joinPath(folder, name)));
  return documents;
}

export function documentOf(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

/** Closes every editor, dropping changes, forgets every folder, and waits until nothing is left of the case. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter((each) => each.isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const extension = await api();
  const folders = extension.treeChildren().flatMap(({ children }) => children.filter(({ kind }) => kind === 'folder'));
  for (const folder of folders) await vscode.commands.executeCommand('wintriage.removeFolder', folder);
  await eventually('the case to be empty', () => extension.case().sources.length === 0);
}

/** The diagnostics of ours for a file, once there are as many as expected. */
export function problems(uri: vscode.Uri, count: number): Promise<vscode.Diagnostic[]> {
  return eventually(`${count} problems in ${uri.path}`, () => {
    const ours = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'WinTriage');
    return ours.length === count ? ours : false;
  });
}

/** The text that a diagnostic underlines. */
export function underlined(document: vscode.TextDocument, { range }: vscode.Diagnostic): string {
  return document.getText(range);
}

/** The position of the first occurrence of a text, so many units into it. */
export function positionOf(document: vscode.TextDocument, text: string, inside = 1): vscode.Position {
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, `${document.fileName} holds ${text}`);
  return document.positionAt(start + inside);
}

/** Does something while a setting of ours has another value. */
export async function settingsWith(name: string, value: unknown, work: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('wintriage');
  await settings.update(name, value, vscode.ConfigurationTarget.Workspace);
  try {
    await work();
  } finally {
    await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
  }
}
