import { setImmediate } from 'node:timers/promises';
import * as vscode from 'vscode';
import { type EventRecord, describeEvent } from '../core';
import type { CaseReading } from './caseReading';
import { type DocumentReading, isCurrent, readAgain } from './documentReading';
import { rangeOfSpan } from './places';

/** Events read at a time; other work of the extension host comes in between. */
const SLICE = 200;

/** Lists the events of a document, so that Outline, breadcrumbs and "Go to Symbol" know them. */
export class EventSymbolProvider implements vscode.DocumentSymbolProvider {
  constructor(private readonly reading: CaseReading) {}

  provideDocumentSymbols(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentSymbol[] | undefined> {
    return this.reading.output.guard('Listing events', async () => {
      const reading = await this.reading.documents.readingOf(document);
      return reading && this.symbolsOf(reading, token);
    });
  }

  private async symbolsOf(reading: DocumentReading, token: vscode.CancellationToken): Promise<vscode.DocumentSymbol[]> {
    const { recordIndex } = reading.scan;
    const symbols: vscode.DocumentSymbol[] = [];
    for (let index = 0; index < recordIndex.count; index++) {
      if (index % SLICE === SLICE - 1) await setImmediate();
      if (token.isCancellationRequested || !isCurrent(reading)) return [];
      const record = readAgain(reading, recordIndex.spanAt(index));
      if (record) symbols.push(this.symbolOf(reading.document, record));
    }
    return symbols;
  }

  private symbolOf(document: vscode.TextDocument, record: EventRecord): vscode.DocumentSymbol {
    const { name, brief } = describeEvent(record, this.reading.catalogue());
    const whole = rangeOfSpan(document, record.span);
    const part = rangeOfSpan(document, (record.eventId ?? record.provider).span);
    const selection = whole.contains(part) ? part : new vscode.Range(whole.start, whole.start);
    return new vscode.DocumentSymbol(name, brief, vscode.SymbolKind.Event, whole, selection);
  }
}
