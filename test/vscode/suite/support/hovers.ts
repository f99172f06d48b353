import * as vscode from 'vscode';
import { positionOf } from './editor';

/** What our hover says at a place, as Markdown. */
export async function hoverAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.MarkdownString[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers.flatMap(({ contents }) => contents.filter((part) => part instanceof vscode.MarkdownString));
}

/** The same at the first occurrence of a text. */
export async function hoverText(document: vscode.TextDocument, text: string): Promise<string> {
  return (await hoverAt(document, positionOf(document, text))).map(({ value }) => value).join('\n');
}
