import * as vscode from 'vscode';
import {
  type EventRecord,
  type LogEntry,
  type RecordIndex,
  type Steps,
  describeEvent,
  entryRow,
  entryStart,
  renderUnlistedEvents,
} from '../core';
import type { CaseReading } from './caseReading';
import { type DocumentReading, isCurrent, isEntryLog, readAgain, readEntryAgain } from './documentReading';
import { rangeBetween, rangeOfSpan } from './places';
import { inSlices } from './slices';

/** Each event is read again for its name, some seven in a millisecond, whenever VS Code asks after an edit. */
const MOST_EVENTS = 5000;

/** Lists the events of a document, so that Outline, breadcrumbs and "Go to Symbol" know them. */
export class EventSymbolProvider implements vscode.DocumentSymbolProvider {
  constructor(private readonly reading: CaseReading) {}

  provideDocumentSymbols(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentSymbol[] | undefined> {
    return this.reading.output.guard('Listing events', async () => {
      const reading = await this.reading.documents.readingOf(document);
      if (!reading) return undefined;
      const isWanted = (): boolean => !token.isCancellationRequested && isCurrent(reading);
      return (await inSlices(this.symbolsOf(reading), isWanted)) ?? [];
    });
  }

  private *symbolsOf(reading: DocumentReading): Steps<vscode.DocumentSymbol[]> {
    const { document, scan } = reading;
    const { recordIndex } = scan;
    const symbols: vscode.DocumentSymbol[] = [];
    for (let index = 0; index < Math.min(recordIndex.count, MOST_EVENTS); index++) {
      const symbol = this.symbolAt(reading, index);
      if (symbol) symbols.push(symbol);
      yield;
    }
    if (recordIndex.count > MOST_EVENTS) symbols.push(restOf(document, recordIndex));
    return symbols;
  }

  private symbolAt(reading: DocumentReading, index: number): vscode.DocumentSymbol | undefined {
    const { document, scan } = reading;
    if (isEntryLog(reading)) {
      const entry = readEntryAgain(reading, index);
      return entry && this.symbolOfEntry(document, entry);
    }
    const record = readAgain(reading, scan.recordIndex.spanAt(index));
    return record && this.symbolOf(document, record);
  }

  private symbolOf(document: vscode.TextDocument, record: EventRecord): vscode.DocumentSymbol {
    const { name, brief } = describeEvent(record, this.reading.catalogue());
    const whole = rangeOfSpan(document, record.span);
    const part = rangeOfSpan(document, (record.eventId ?? record.provider).span);
    const selection = whole.contains(part) ? part : rangeBetween(whole.start, whole.start);
    return new vscode.DocumentSymbol(name, brief, vscode.SymbolKind.Event, whole, selection);
  }

  private symbolOfEntry(document: vscode.TextDocument, entry: LogEntry): vscode.DocumentSymbol {
    const { name, detail } = entryRow(entry, this.reading.settings().times);
    const whole = rangeOfSpan(document, entry.span);
    const start = rangeOfSpan(document, entryStart(entry));
    return new vscode.DocumentSymbol(name, detail, vscode.SymbolKind.Event, whole, start);
  }
}

/** Says how many events are not listed, and leads to the first of them. */
function restOf(document: vscode.TextDocument, recordIndex: RecordIndex): vscode.DocumentSymbol {
  const { start } = rangeOfSpan(document, recordIndex.spanAt(MOST_EVENTS));
  const { end } = rangeOfSpan(document, recordIndex.spanAt(recordIndex.count - 1));
  const name = renderUnlistedEvents(recordIndex.count - MOST_EVENTS);
  const first = rangeBetween(start, start);
  return new vscode.DocumentSymbol(name, '', vscode.SymbolKind.Event, rangeBetween(start, end), first);
}
