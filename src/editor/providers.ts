import * as vscode from 'vscode';
import type { CaseReading } from './caseReading';
import { RemediationActionProvider } from './codeActions';
import { EntryTokenProvider, entryTokenLegend } from './entryTokens';
import { EventFoldingProvider } from './folding';
import { HoverProvider } from './hover';
import { eventLanguages, languages as languageIds, structuredLanguages } from './ids';
import { registerLogEditors } from './logEditor';
import { LogLensProvider } from './logLenses';
import { offerWays } from './logPaging';
import { logScheme } from './logUris';
import { EventSymbolProvider } from './outline';

/** Documents that are asked about, wherever they come from: on disk, untitled, in a virtual file system. */
const SELECTOR: vscode.DocumentSelector = eventLanguages.map((language) => ({ language, scheme: '*' }));

/** Those of them whose structure VS Code does not show itself. */
const UNSTRUCTURED: vscode.DocumentSelector = eventLanguages
  .filter((language) => !structuredLanguages.includes(language))
  .map((language) => ({ language, scheme: '*' }));

/** Registers what VS Code asks about a place in a document. */
export function registerProviders(reading: CaseReading): vscode.Disposable {
  const { languages } = vscode;
  const { kinds: providedCodeActionKinds } = RemediationActionProvider;
  const lenses = new LogLensProvider(reading);
  return vscode.Disposable.from(
    registerLogEditors(async (source) => (await reading.logs.documentFor(source)).uri, reading.output),
    offerWays(reading.logs, reading.output),
    languages.registerHoverProvider(SELECTOR, new HoverProvider(reading)),
    languages.registerCodeActionsProvider(SELECTOR, new RemediationActionProvider(reading), {
      providedCodeActionKinds,
    }),
    languages.registerDocumentSymbolProvider(UNSTRUCTURED, new EventSymbolProvider(reading), { label: 'WinTriage' }),
    lenses,
    languages.registerCodeLensProvider({ scheme: logScheme }, lenses),
    languages.registerDocumentSemanticTokensProvider(
      { language: languageIds.cmTrace, scheme: '*' },
      new EntryTokenProvider(reading),
      entryTokenLegend,
    ),
    languages.registerFoldingRangeProvider(UNSTRUCTURED, new EventFoldingProvider(reading)),
  );
}
