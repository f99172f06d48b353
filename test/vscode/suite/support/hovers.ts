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

/** The same as one text; for the first occurrence of a text instead of a position. */
export async function hoverText(document: vscode.TextDocument, place: vscode.Position | string): Promise<string> {
  const position = typeof place === 'string' ? positionOf(document, place) : place;
  return (await hoverAt(document, position)).map(({ value }) => value).join('\n');
}
