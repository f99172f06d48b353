import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { type EventFormat, HEAD_LENGTH } from '../core';
import type { SourceReading } from './sourceReading';
import { type DocumentReading, isCurrent, readDocument } from './documentReading';
import { candidateLanguages, registryScheme } from './ids';
import { isLogUri } from './logUris';
import { pathOf } from './places';

/** Edits that follow each other faster than this are read once. Milliseconds. */
const DEBOUNCE = 150;

/** Schemes of text that is a view of something else: an older version of a file would count as a second source. */
export const VIEW_SCHEMES: ReadonlySet<string> = new Set([
  'git',
  'gitfs',
  'output',
  'comment',
  'debug',
  'wintriage',
  registryScheme,
]);

/** Whether a document may hold events, before anything of its text is looked at. */
export function isCandidate({ uri, languageId }: vscode.TextDocument): boolean {
  return candidateLanguages.includes(languageId) && !VIEW_SCHEMES.has(uri.scheme) && !uri.scheme.startsWith('vscode-');
}

/** Reads documents as they are opened and edited, puts what they hold into the case, and takes it out when they close. */
export class OpenDocuments implements vscode.Disposable {
  private readonly read = new vscode.EventEmitter<DocumentReading>();
  /** A recognised document was read to its end. */
  readonly onDidRead = this.read.event;

  private readonly forgotten = new vscode.EventEmitter<vscode.TextDocument>();
  /** A document that had been recognised was closed or is none of ours any more. */
  readonly onDidForget = this.forgotten.event;

  /** The latest reading of each document that may hold events, under way or done. */
  private readonly readings = new Map<vscode.TextDocument, Promise<DocumentReading | undefined>>();
  /** Documents whose text, as far as it tells the format, is none of ours. */
  private readonly foreign = new WeakSet<vscode.TextDocument>();
  private readonly listeners: vscode.Disposable;

  /** `formatOf` knows the format of texts made from logs. */
  constructor(
    private readonly reading: SourceReading,
    private readonly formatOf: (document: vscode.TextDocument) => EventFormat | undefined,
  ) {
    this.listeners = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.open(document);
      }),
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.edit(event);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.close(document);
      }),
    );
  }

  /** Reads every open document again, as when a setting changed. */
  refresh(): void {
    for (const document of vscode.workspace.textDocuments) {
      if (isCandidate(document)) this.schedule(document, 0);
    }
  }

  /** What the document holds as it stands now, waiting for it to be read; undefined when it is no event log. */
  async readingOf(document: vscode.TextDocument): Promise<DocumentReading | undefined> {
    for (;;) {
      const latest = this.readings.get(document);
      const reading = await latest;
      if (this.readings.get(document) === latest) return reading && isCurrent(reading) ? reading : undefined;
    }
  }

  dispose(): void {
    this.listeners.dispose();
    this.readings.clear();
    this.read.dispose();
    this.forgotten.dispose();
  }

  /** A document whose language changes is reported as closed and opened without ever being closed: its text is the same. */
  private open(document: vscode.TextDocument): void {
    if (!isCandidate(document)) this.forget(document);
    else if (!this.readings.has(document)) this.schedule(document, 0);
  }

  private edit({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || !isCandidate(document)) return;
    const changesHead = contentChanges.some(({ rangeOffset }) => rangeOffset < HEAD_LENGTH);
    if (changesHead || !this.foreign.has(document)) this.schedule(document, DEBOUNCE);
  }

  private close(document: vscode.TextDocument): void {
    if (document.isClosed) this.forget(document);
  }

  private forget(document: vscode.TextDocument): void {
    if (!this.readings.delete(document)) return;
    this.dropFromCase(document);
    this.forgotten.fire(document);
  }

  private schedule(document: vscode.TextDocument, delay: number): void {
    const reading = this.reading.output.guard(`Reading ${pathOf(document.uri)}`, () => this.readAfter(document, delay));
    this.readings.set(document, reading);
  }

  private async readAfter(document: vscode.TextDocument, delay: number): Promise<DocumentReading | undefined> {
    const { version } = document;
    await wait(delay);
    if (document.version !== version || document.isClosed) return undefined;
    const { catalogue, settings } = this.reading;
    const format = this.formatOf(document);
    const reading = await readDocument(document, { catalogue, scan: settings().scan, format });
    if (document.version === version) this.publish(document, reading);
    return reading;
  }

  private publish(document: vscode.TextDocument, reading: DocumentReading | undefined): void {
    if (!this.readings.has(document)) return;
    if (!reading) {
      this.foreign.add(document);
      this.dropFromCase(document);
      this.forgotten.fire(document);
      return;
    }
    this.foreign.delete(document);
    // The text made from a log holds a part of it; `LogDocuments` puts the whole into the case.
    if (!isLogUri(document.uri)) {
      // What was read of an older version is none of it.
      if (reading.report.isPartial) this.dropFromCase(document);
      this.reading.store.put('document', document.uri, reading.report);
    }
    this.read.fire(reading);
  }

  private dropFromCase({ uri }: vscode.TextDocument): void {
    if (!isLogUri(uri)) this.reading.store.drop('document', pathOf(uri));
  }
}
