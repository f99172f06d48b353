import * as vscode from 'vscode';
import { languages as ids } from './ids';
import type { Output } from './output';
import { RegActionProvider } from './regActions';
import { RegDiagnostics } from './regDiagnostics';
import { RegDocuments } from './regDocuments';
import { RegHoverProvider } from './regHover';
import { RegFoldingProvider, RegSymbolProvider } from './regOutline';
import { RegCompletionProvider, RegFormatter } from './regWriting';
import type { CurrentSettings } from './settings';

/** Registry files, wherever they come from. */
const SELECTOR: vscode.DocumentSelector = { language: ids.reg, scheme: '*' };

/** Everything that helps with a registry file in an editor. */
export function registerRegLanguage(settings: CurrentSettings, output: Output): vscode.Disposable {
  const { languages } = vscode;
  const documents = new RegDocuments();
  const diagnostics = new RegDiagnostics(documents, settings, output);
  const { kinds: providedCodeActionKinds } = RegActionProvider;
  return vscode.Disposable.from(
    diagnostics,
    languages.registerCodeActionsProvider(SELECTOR, new RegActionProvider(diagnostics, output), {
      providedCodeActionKinds,
    }),
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
