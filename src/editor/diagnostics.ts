import * as vscode from 'vscode';
import { type Case, type Catalogue, type DiagnosticModel, type RelatedModel, diagnosticsOf } from '../core';
import type { CaseStore } from './caseStore';
import { toRange } from './places';

const SEVERITIES: Readonly<Record<DiagnosticModel['severity'], vscode.DiagnosticSeverity>> = {
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
  ) {}

  /** Shows what the case holds now; what it no longer holds goes. */
  show(shown: Case): void {
    const entries = new Map<string, readonly vscode.Diagnostic[]>();
    const models = shown.sources.length === 0 ? [] : diagnosticsOf(shown, this.catalogue());
    for (const [path, list] of models) {
      const uri = this.store.uriOf(path);
      if (uri)
        entries.set(
          uri.toString(),
          list.map((model) => this.toDiagnostic(model)),
        );
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

  private toDiagnostic(model: DiagnosticModel): vscode.Diagnostic {
    const { code } = model;
    const diagnostic = new vscode.Diagnostic(toRange(model.range), model.message, SEVERITIES[model.severity]);
    diagnostic.source = model.source;
    diagnostic.code =
      code.target === undefined ? code.value : { value: code.value, target: vscode.Uri.parse(code.target, true) };
    diagnostic.relatedInformation = model.related.flatMap((related) => this.toRelated(related));
    return diagnostic;
  }

  private toRelated({ path, range, message }: RelatedModel): vscode.DiagnosticRelatedInformation[] {
    const uri = this.store.uriOf(path);
    if (!uri) return [];
    return [new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, toRange(range)), message)];
  }
}
