import * as vscode from 'vscode';
import { type Catalogue, type Level, type LogEntry, type Steps, entryProblemText, entryStart } from '../core';
import type { CaseReading } from './caseReading';
import { diagnosticSource } from './diagnostics';
import { type DocumentReading, isCurrent, isEntryLog, readEntryAgain } from './documentReading';
import { rangeOfSpan } from './places';
import type { CurrentSettings, LogProblems } from './settings';
import { inSlices } from './slices';

/** Problems shows no more of one file, and each entry has to be read again. */
const MOST_PROBLEMS = 1000;

const WORST: Readonly<Record<Exclude<LogProblems, 'off'>, Level>> = { errors: 2, errorsAndWarnings: 3 };

/** Lists the errors and warnings of open CMTrace logs in Problems, where the setting says so. */
export class EntryDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('wintriage-log');
  private readonly listeners: vscode.Disposable;

  constructor(
    private readonly reading: Pick<CaseReading, 'documents' | 'catalogue' | 'output'>,
    private readonly settings: CurrentSettings,
  ) {
    const { documents, output } = reading;
    this.listeners = vscode.Disposable.from(
      documents.onDidRead((read) => {
        output.start('Listing the errors of a log', () => this.show(read));
      }),
      documents.onDidForget(({ uri }) => {
        this.collection.delete(uri);
      }),
      settings.onDidChange(({ before, after }) => {
        if (before.logProblems !== after.logProblems)
          output.start('Listing the errors of all logs', () => this.showAll());
      }),
    );
  }

  dispose(): void {
    this.listeners.dispose();
    this.collection.dispose();
  }

  private async showAll(): Promise<void> {
    for (const document of vscode.workspace.textDocuments) {
      const reading = await this.reading.documents.readingOf(document);
      if (reading) await this.show(reading);
    }
  }

  private async show(reading: DocumentReading): Promise<void> {
    const { uri } = reading.document;
    const { logProblems } = this.settings.get();
    if (logProblems === 'off' || !isEntryLog(reading)) {
      this.collection.delete(uri);
      return;
    }
    const found = await inSlices(this.diagnosticsOf(reading, WORST[logProblems]), () => isCurrent(reading));
    if (found && this.settings.get().logProblems === logProblems) this.collection.set(uri, found);
  }

  private *diagnosticsOf(reading: DocumentReading, worst: Level): Steps<vscode.Diagnostic[]> {
    const { recordIndex } = reading.scan;
    const catalogue = this.reading.catalogue();
    const found: vscode.Diagnostic[] = [];
    for (let index = 0; index < recordIndex.count && found.length < MOST_PROBLEMS; index++) {
      if (!recordIndex.isAsBadAs(index, worst)) continue;
      const entry = readEntryAgain(reading, index);
      if (entry) found.push(diagnosticOf(entry, reading.document, catalogue));
      yield;
    }
    return found;
  }
}

function diagnosticOf(entry: LogEntry, document: vscode.TextDocument, { codes }: Catalogue): vscode.Diagnostic {
  const severity = entry.level?.value === 2 ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
  const range = rangeOfSpan(document, entryStart(entry));
  const diagnostic = new vscode.Diagnostic(range, entryProblemText(entry, codes), severity);
  diagnostic.source = diagnosticSource;
  if (entry.component) diagnostic.code = entry.component.value;
  return diagnostic;
}
