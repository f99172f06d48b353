import { setImmediate } from 'node:timers/promises';
import type * as vscode from 'vscode';
import {
  type Catalogue,
  type EventFormat,
  type EventRecord,
  GarbledWatch,
  HEAD_LENGTH,
  type LogEntry,
  type Range,
  type ScanSettings,
  SourceScan,
  type SourceReport,
  type Span,
  beforeGarbled,
  codePageNamed,
  detectFormat,
} from '../core';
import { documentBlocks, documentHead } from './documentBlocks';
import { pathOf, rangeOfSpan } from './places';

/** What was read of one version of an open document. */
export interface DocumentReading {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly scan: SourceScan;
  readonly report: SourceReport;
}

/** What reading documents depends on besides their text. */
export interface DocumentSettings {
  readonly catalogue: () => Catalogue;
  readonly scan: ScanSettings;
  /** The format of a text made from a log. */
  readonly format?: EventFormat | undefined;
}

/**
 * Reads a document from its first block to its last; undefined when it is no event log, or when it was edited or closed
 * before the end. One that is none of ours costs no more than a look at its first units. Where the text starts to be garbled, reading ends.
 */
export async function readDocument(
  document: vscode.TextDocument,
  { catalogue, scan: settings, format }: DocumentSettings,
): Promise<DocumentReading | undefined> {
  const { version } = document;
  if ((format ?? detectFormat(beforeGarbled(documentHead(document, HEAD_LENGTH)))) === undefined) return undefined;
  // The first document loads the core and then the catalogue; other work of the extension host comes in between.
  await setImmediate();
  const scan = new SourceScan(pathOf(document.uri), catalogue(), { ...settings, recordIndex: true }, format);
  await setImmediate();
  let isLossy = false;
  const garbled = new GarbledWatch();
  for await (const block of documentBlocks(document)) {
    const text = garbled.before(block);
    isLossy ||= text.includes('\uFFFD');
    scan.push(text);
  }
  if (document.version !== version || document.isClosed) return undefined;
  if (garbled.from !== undefined) scan.noteGarbled(placeAt(document, garbled.from));
  return { document, version, scan, report: scan.finish(encodingOf(document), isLossy) };
}

function placeAt(document: vscode.TextDocument, offset: number): Range {
  const { line, character: column } = document.positionAt(offset);
  return { start: { line, column }, end: { line, column } };
}

/** Names that VS Code has for the encodings which the core tells apart itself. */
const ENCODINGS: ReadonlyMap<string, string> = new Map([
  ['utf8', 'utf-8'],
  ['utf8bom', 'utf-8-bom'],
  ['utf16le', 'utf-16le'],
  ['utf16be', 'utf-16be'],
]);

/** What the core calls the encoding in which VS Code read the document. */
export function encodingOf({ encoding }: vscode.TextDocument): string {
  return ENCODINGS.get(encoding) ?? codePageNamed(encoding) ?? encoding;
}

/** Whether the reading is of the text as it stands now. */
export function isCurrent({ document, version }: DocumentReading): boolean {
  return document.version === version && !document.isClosed;
}

/** Reads again the event that stands at a position. */
export function recordAt(reading: DocumentReading, position: vscode.Position): EventRecord | undefined {
  const index = reading.scan.recordIndex.find(reading.document.offsetAt(position));
  return index === undefined ? undefined : readAgain(reading, reading.scan.recordIndex.spanAt(index));
}

/** Reads again the entry of a CMTrace log with that index; undefined when there is none. */
export function readEntryAgain({ document, scan }: DocumentReading, index: number): LogEntry | undefined {
  const span = scan.recordIndex.spanAt(index);
  return scan.readEntry(document.getText(rangeOfSpan(document, span)), span.start);
}

/** Whether the records of the document are the entries of a CMTrace log. */
export function isEntryLog({ report }: DocumentReading): boolean {
  return report.format === 'cmtrace';
}

/** Reads again the event that stands at a span of the index. */
export function readAgain({ document, scan }: DocumentReading, span: Span): EventRecord | undefined {
  return scan.readRecord(document.getText(rangeOfSpan(document, span)), span.start);
}
