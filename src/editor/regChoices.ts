import * as vscode from 'vscode';
import { type SourceReport, editorText, exportChoice } from '../core';
import type { CaseStore } from './caseStore';
import type { CommandArgument } from './choices';
import { languages } from './ids';
import type { ComparedFiles, RegComparisons } from './regComparisons';

/**
 * The files that a command is about: those of the comparison in front, else the file that it was called on and an export
 * that somebody picks, of those in the case or from disk. `selected` are the files that were selected in the explorer.
 */
export async function chooseFiles(
  argument: CommandArgument,
  selected: readonly vscode.Uri[] | undefined,
  { store, comparisons }: { readonly store: CaseStore; readonly comparisons: RegComparisons },
): Promise<ComparedFiles | undefined> {
  const uri = argument instanceof vscode.Uri ? argument : activeUri();
  const compared = uri && comparisons.filesOf(uri);
  if (compared) return compared;
  const change = uri ?? (await askForFile(editorText.chooseChange));
  if (!change) return undefined;
  const [other, ...others] = selected?.filter((each) => each.toString() !== change.toString()) ?? [];
  const state = other && others.length === 0 ? other : await pickState(change, store);
  return state && { change, state };
}

/** The registry file or comparison in front. */
function activeUri(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === languages.reg ? document.uri : undefined;
}

async function pickState(change: vscode.Uri, store: CaseStore): Promise<vscode.Uri | undefined> {
  const items = store.case.sources.flatMap((source) => itemsOf(source, store.uriOf(source.path)));
  const others = items.filter(({ uri }) => uri.toString() !== change.toString());
  if (others.length === 0) return askForFile(editorText.chooseState);
  const choice = await vscode.window.showQuickPick([...others, { label: editorText.otherFile, uri: undefined }], {
    title: editorText.chooseState,
  });
  return choice && (choice.uri ?? (await askForFile(editorText.chooseState)));
}

function itemsOf(
  { path, registry }: SourceReport,
  uri: vscode.Uri | undefined,
): (vscode.QuickPickItem & { readonly uri: vscode.Uri })[] {
  return registry && uri ? [{ ...exportChoice(path), uri }] : [];
}

async function askForFile(title: string): Promise<vscode.Uri | undefined> {
  const [file] = (await vscode.window.showOpenDialog({ title, openLabel: editorText.compare })) ?? [];
  return file;
}
