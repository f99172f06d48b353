import * as vscode from 'vscode';
import {
  type Case,
  type Catalogue,
  type DiagnosticModel,
  type Range,
  type RelatedModel,
  type Steps,
  diagnosticsInSteps,
  rangeInExcerpt,
} from '../core';
import type { CaseStore } from './caseStore';
import type { LogDocuments } from './logDocuments';
import type { ShownLog } from './logExcerpts';
import { pageOf } from './logUris';
import { toRange } from './places';
import { inSlices } from './slices';

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
  /** Stands for the call of {@link show} that counts. */
  private latest = {};
  private readonly collection = vscode.languages.createDiagnosticCollection('wintriage');

  constructor(
    private readonly store: CaseStore,
    private readonly catalogue: () => Catalogue,
    private readonly logs: LogDocuments,
  ) {}

  /** Shows what the case holds now; what it no longer holds goes. A later call takes the place of one that is not done. */
  async show(shown: Case): Promise<void> {
    const showing = (this.latest = {});
    const entries = await inSlices(this.entriesOf(shown), () => this.latest === showing);
    if (!entries) return;
    const gone: vscode.Uri[] = [];
    this.collection.forEach((uri) => {
      if (!entries.has(uri.toString())) gone.push(uri);
    });
    for (const uri of gone) this.collection.delete(uri);
    this.collection.set([...entries].map(([uri, list]) => [vscode.Uri.parse(uri, true), list]));
  }

  private *entriesOf(shown: Case): Steps<ReadonlyMap<string, readonly vscode.Diagnostic[]>> {
    const entries = new Map<string, readonly vscode.Diagnostic[]>();
    const models = shown.sources.length === 0 ? [] : yield* diagnosticsInSteps(shown, this.catalogue());
    const documents = new Map([...models].map(([path]) => [path, this.documentsOf(path)]));
    for (const [path, list] of models) {
      for (const document of documents.get(path) ?? []) {
        entries.set(document.uri.toString(), yield* diagnosticsIn(document, list, documents));
      }
    }
    return entries;
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
}

type DocumentsByPath = ReadonlyMap<string, readonly ShownDocument[]>;

function* diagnosticsIn(
  { rangeOf }: ShownDocument,
  models: readonly DiagnosticModel[],
  documents: DocumentsByPath,
): Steps<vscode.Diagnostic[]> {
  const diagnostics: vscode.Diagnostic[] = [];
  for (const model of models) {
    const range = rangeOf(model.range);
    if (range) diagnostics.push(toDiagnostic(model, range, documents));
    yield;
  }
  return diagnostics;
}

function toDiagnostic(model: DiagnosticModel, range: Range, documents: DocumentsByPath): vscode.Diagnostic {
  const { code } = model;
  const diagnostic = new vscode.Diagnostic(toRange(range), model.message, severities[model.severity]);
  diagnostic.source = model.source;
  diagnostic.code =
    code.target === undefined ? code.value : { value: code.value, target: vscode.Uri.parse(code.target, true) };
  diagnostic.relatedInformation = model.related.flatMap((related) => toRelated(related, documents));
  return diagnostic;
}

function toRelated(
  { path, range, message }: RelatedModel,
  documents: DocumentsByPath,
): vscode.DiagnosticRelatedInformation[] {
  const document = documents.get(path)?.[0];
  const place = document?.rangeOf(range);
  if (!document || !place) return [];
  return [new vscode.DiagnosticRelatedInformation(new vscode.Location(document.uri, toRange(place)), message)];
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
