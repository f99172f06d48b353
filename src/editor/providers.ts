import * as vscode from 'vscode';
import type { CaseReading } from './caseReading';
import { RemediationActionProvider } from './codeActions';
import { EventFoldingProvider } from './folding';
import { HoverProvider } from './hover';
import { candidateLanguages } from './ids';
import { EventSymbolProvider } from './outline';

/** Documents that are asked about, wherever they come from: on disk, untitled, in a virtual file system. */
const SELECTOR: vscode.DocumentSelector = candidateLanguages.map((language) => ({ language, scheme: '*' }));

/** Registers what VS Code asks about a place in a document. */
export function registerProviders(reading: CaseReading): vscode.Disposable {
  const { languages } = vscode;
  const { kinds: providedCodeActionKinds } = RemediationActionProvider;
  return vscode.Disposable.from(
    languages.registerHoverProvider(SELECTOR, new HoverProvider(reading)),
    languages.registerCodeActionsProvider(SELECTOR, new RemediationActionProvider(reading), {
      providedCodeActionKinds,
    }),
    languages.registerDocumentSymbolProvider(SELECTOR, new EventSymbolProvider(reading), { label: 'WinTriage' }),
    languages.registerFoldingRangeProvider(SELECTOR, new EventFoldingProvider(reading)),
  );
}
