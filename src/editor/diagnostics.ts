import * as vscode from 'vscode';
import {
  type Case,
  type Catalogue,
  type DiagnosticModel,
  type Range,
  type RelatedModel,
  diagnosticsOf,
  rangeInExcerpt,
} from '../core';
import type { CaseStore } from './caseStore';
import type { LogDocuments } from './logDocuments';
import type { ShownLog } from './logExcerpts';
import { pageOf } from './logUris';
import { toRange } from './places';

export const severities: Readonly<Record<DiagnosticModel['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** What the Problems view calls the origin; code actions know their diagnostics by it. */
export const diagnosticSource: DiagnosticModel['source'] = 'WinTriage';

/** Keeps the Problems view equal to the case. */
export class Diagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('wintriage');

  constructor(
    private readonly store: CaseStore,
    private readonly catalogue: () => Catalogue,
    private readonly logs: LogDocuments,
  ) {}

  /** Shows what the case holds now; what it no longer holds goes. */
  show(shown: Case): void {
    const entries = new Map<string, readonly vscode.Diagnostic[]>();
    const models = shown.sources.length === 0 ? [] : diagnosticsOf(shown, this.catalogue());
    for (const [path, list] of models) {
      for (const { uri, rangeOf } of this.documentsOf(path)) entries.set(uri.toString(), this.placed(list, rangeOf));
    }
    const gone: vscode.Uri[] = [];
    this.collection.forEach((uri) => {
      if (!entries.has(uri.toString())) gone.push(uri);
    });
    for (const uri of gone) this.collection.delete(uri);
    this.collection.set([...entries].map(([uri, list]) => [vscode.Uri.parse(uri, true), list]));
  }

  dispose(): void {
    this.collection.dispose();
  }

  /** The documents that show a source: the file itself where VS Code shows it, and texts made from it. */
  private documentsOf(path: string): readonly ShownDocument[] {
    const uri = this.store.uriOf(path);
    const report = this.store.reportOf(path);
    if (!uri || !report) return [];
    const texts = this.logs.shownOf(report).map(asDocument);
    const file: ShownDocument = { uri, rangeOf: (range) => range };
    if (this.logs.isShownAsFile(report)) return [file, ...texts];
    // A text that is too long for extensions can still be open in a tab, where its problems are underlined as in any other.
    return this.store.isHeldBy('tab', path) ? [...texts, file] : texts;
  }

  private placed(models: readonly DiagnosticModel[], rangeOf: ShownDocument['rangeOf']): vscode.Diagnostic[] {
    return models.flatMap((model) => {
      const range = rangeOf(model.range);
      return range ? [this.toDiagnostic(model, range)] : [];
    });
  }

  private toDiagnostic(model: DiagnosticModel, range: Range): vscode.Diagnostic {
    const { code } = model;
    const diagnostic = new vscode.Diagnostic(toRange(range), model.message, severities[model.severity]);
    diagnostic.source = model.source;
    diagnostic.code =
      code.target === undefined ? code.value : { value: code.value, target: vscode.Uri.parse(code.target, true) };
    diagnostic.relatedInformation = model.related.flatMap((related) => this.toRelated(related));
    return diagnostic;
  }

  private toRelated({ path, range, message }: RelatedModel): vscode.DiagnosticRelatedInformation[] {
    const document = this.documentsOf(path)[0];
    const place = document?.rangeOf(range);
    if (!document || !place) return [];
    return [new vscode.DiagnosticRelatedInformation(new vscode.Location(document.uri, toRange(place)), message)];
  }
}

/** A document and the place in it of a place of the source; undefined when the document does not show that. */
interface ShownDocument {
  readonly uri: vscode.Uri;
  readonly rangeOf: (range: Range) => Range | undefined;
}

const FIRST_LINE: Range = { start: { line: 0, column: 0 }, end: { line: 1, column: 0 } };

/** What a text for the log as a whole has no room for stands at its start; a page tells of its own events only. */
function asDocument({ uri, excerpt }: ShownLog): ShownDocument {
  const isPage = pageOf(uri) !== undefined;
  return { uri, rangeOf: (range) => rangeInExcerpt(excerpt, range) ?? (isPage ? undefined : FIRST_LINE) };
}
