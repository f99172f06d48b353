import * as vscode from 'vscode';
import type { CaseReading } from './caseReading';
import { applyRepair, commands, languages as ids } from './ids';
import { logScheme } from './logUris';
import { RegActionProvider } from './regActions';
import { RegDiagnostics } from './regDiagnostics';
import { RegDocuments } from './regDocuments';
import { RegEncodings } from './regEncoding';
import { RegHoverProvider } from './regHover';
import { RegFoldingProvider, RegSymbolProvider } from './regOutline';
import { RegCompletionProvider, RegFormatter } from './regWriting';
import type { CurrentSettings } from './settings';

/** Registry files, wherever they come from. */
const SELECTOR: vscode.DocumentSelector = { language: ids.reg, scheme: '*' };

/** Everything that helps with a registry file in an editor. */
export function registerRegLanguage(settings: CurrentSettings, { logs, output }: CaseReading): vscode.Disposable {
  const { languages } = vscode;
  const documents = new RegDocuments(logs);
  const encodings = new RegEncodings();
  const diagnostics = new RegDiagnostics(documents, settings, output, encodings);
  const actions = new RegActionProvider(diagnostics, encodings, logs, output);
  const { kinds: providedCodeActionKinds } = RegActionProvider;
  return vscode.Disposable.from(
    encodings,
    diagnostics,
    onFile(commands.convertEncoding, (uri) => encodings.convert(uri)),
    onFile(commands.undoConversion, (uri) => encodings.undo(uri)),
    vscode.commands.registerCommand(applyRepair, (edit: vscode.WorkspaceEdit) => vscode.workspace.applyEdit(edit)),
    languages.registerCodeActionsProvider(SELECTOR, actions, { providedCodeActionKinds }),
    languages.registerCodeLensProvider({ language: ids.reg, scheme: logScheme }, actions),
    languages.registerHoverProvider(SELECTOR, new RegHoverProvider(documents, output)),
    languages.registerDocumentSymbolProvider(SELECTOR, new RegSymbolProvider(documents, output), {
      label: 'WinTriage',
    }),
    languages.registerFoldingRangeProvider(SELECTOR, new RegFoldingProvider(documents, output)),
    languages.registerCompletionItemProvider(
      SELECTOR,
      new RegCompletionProvider(documents, output),
      ...RegCompletionProvider.triggers,
    ),
    languages.registerDocumentFormattingEditProvider(SELECTOR, new RegFormatter(documents, output)),
  );
}

/** A command on the file that it is given, else on the one in front. */
function onFile(id: string, run: (uri: vscode.Uri) => Promise<void>): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (uri?: vscode.Uri) => {
    const chosen = uri ?? vscode.window.activeTextEditor?.document.uri;
    if (chosen) await run(chosen);
  });
}
