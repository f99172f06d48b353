import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { type RegDiagnostic, type Span, regDiagnosticsInSteps } from '../core';
import { diagnosticSource, severities } from './diagnostics';
import { isLogUri } from './logUris';
import type { Output } from './output';
import { rangeOfSpan } from './places';
import { type RegDocuments, isReg } from './regDocuments';
import type { RegEncodings } from './regEncoding';
import type { CurrentSettings } from './settings';
import { inSlices } from './slices';

/** Edits that follow each other faster than this are checked once. Milliseconds. */
const DEBOUNCE = 150;

/** Keeps the problems of open registry files up to date. */
export class RegDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('wintriage-reg');
  private readonly listeners: vscode.Disposable;

  constructor(
    private readonly documents: RegDocuments,
    private readonly settings: CurrentSettings,
    private readonly output: Output,
    encodings: RegEncodings,
  ) {
    const { workspace } = vscode;
    this.listeners = vscode.Disposable.from(
      workspace.onDidOpenTextDocument((document) => {
        this.schedule(document, 0);
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        // Without changes of its own it was read again from the disk.
        if (!document.isDirty) this.documents.forget(document);
        this.schedule(document, DEBOUNCE);
      }),
      workspace.onDidSaveTextDocument((document) => {
        this.readAgain(document);
      }),
      encodings.onDidConvert((document) => {
        this.readAgain(document);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.collection.delete(uri);
      }),
      settings.onDidChange(() => {
        this.refresh();
      }),
    );
    this.refresh();
  }

  /** What there is to say of the document as it stands now. */
  async of(document: vscode.TextDocument): Promise<readonly RegDiagnostic[]> {
    const reg = await this.documents.read(document);
    const steps = regDiagnosticsInSteps(reg, this.documents.known, this.settings.get().cases);
    return (await inSlices(steps)) ?? [];
  }

  refresh(): void {
    for (const document of vscode.workspace.textDocuments) this.schedule(document, 0);
  }

  dispose(): void {
    this.listeners.dispose();
    this.collection.dispose();
  }

  private readAgain(document: vscode.TextDocument): void {
    this.documents.forget(document);
    this.schedule(document, 0);
  }

  private schedule(document: vscode.TextDocument, delay: number): void {
    // What is said of a text made from a large file is said of the file as well: `RegExcerptDiagnostics` does that.
    if (!isReg(document) || isLogUri(document.uri)) return;
    this.output.start('Checking a registry file', async () => {
      const { version } = document;
      const isCurrent = (): boolean => document.version === version && !document.isClosed && isReg(document);
      await wait(delay);
      if (!isCurrent()) return;
      const found = await this.of(document);
      if (!isCurrent()) return;
      this.collection.set(
        document.uri,
        found.flatMap((each) => toDiagnostic(document.uri, each, (span) => rangeOfSpan(document, span)) ?? []),
      );
    });
  }
}

/** The diagnostic as the editor has it: its place and code tell it again in code actions. Undefined without a place. */
export function toDiagnostic(
  uri: vscode.Uri,
  { code, span, message, severity, related }: RegDiagnostic,
  rangeOf: (span: Span) => vscode.Range | undefined,
): vscode.Diagnostic | undefined {
  const range = rangeOf(span);
  if (!range) return undefined;
  const diagnostic = new vscode.Diagnostic(range, message, severities[severity]);
  diagnostic.source = diagnosticSource;
  const { target, value } = code;
  diagnostic.code = target === undefined ? value : { value, target: vscode.Uri.parse(target, true) };
  const relatedRange = related && rangeOf(related.span);
  if (relatedRange) {
    const place = new vscode.Location(uri, relatedRange);
    diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(place, related.message)];
  }
  return diagnostic;
}
