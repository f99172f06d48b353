import * as vscode from 'vscode';

/** What VS Code lists in the outline of a document; empty where nobody gives it one. */
export async function symbolsOf({ uri }: Pick<vscode.TextDocument, 'uri'>): Promise<vscode.DocumentSymbol[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  return symbols ?? [];
}

/** What can be folded in a document; empty where nobody says so. */
export async function foldsOf({ uri }: Pick<vscode.TextDocument, 'uri'>): Promise<vscode.FoldingRange[]> {
  const folds = await vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>(
    'vscode.executeFoldingRangeProvider',
    uri,
  );
  return folds ?? [];
}

/** The code actions for a range, of one kind where it is named. */
export function actionsAt(
  { uri }: Pick<vscode.TextDocument, 'uri'>,
  range: vscode.Range | undefined,
  kind?: string,
): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind);
}

/** Our repairs and remediations at a position: newer versions of VS Code offer to ask a language model about any problem. */
export async function ownActionsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly vscode.CodeAction[]> {
  const actions = await actionsAt(document, new vscode.Range(position, position), 'quickfix');
  return actions.filter(({ kind }) => kind?.value.startsWith('quickfix.wintriage.'));
}
