import * as vscode from 'vscode';
import { logUri } from '../../../../src/editor/logUris';
import { eventually } from './editor';

/** Opens the text that is made from a log, without the file itself. */
export async function openText(source: vscode.Uri, from?: number): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('vscode.open', logUri(source, from), { preview: false });
  return textInFront(source);
}

/** The text made from a log that is in front, once it is there. */
export function textInFront(source: vscode.Uri, holding?: string): Promise<vscode.TextDocument> {
  return eventually(`a text made from ${source.path}${holding === undefined ? '' : ` with ${holding}`}`, () => {
    const document = vscode.window.activeTextEditor?.document;
    const isText = document?.uri.scheme === 'wintriage-log' && document.uri.path === logUri(source).path;
    return isText && (holding === undefined || document.getText().includes(holding)) ? document : undefined;
  });
}

/** Tabs that show a text made from a log. */
export function textTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === 'wintriage-log');
}

/** The lenses of a document. */
export function lensesOf({ uri }: vscode.TextDocument): Thenable<vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
}

/** The titles of the lenses of a document. */
export async function lensTitles(document: vscode.TextDocument): Promise<string[]> {
  return (await lensesOf(document)).map(({ command }) => command?.title ?? '');
}
