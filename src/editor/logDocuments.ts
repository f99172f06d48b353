import * as vscode from 'vscode';
import {
  type Case,
  type LogEvent,
  type Range,
  type SourceReport,
  logExcerptText,
  rangeInExcerpt,
  rangeInLog,
} from '../core';
import type { SourceReading } from './sourceReading';
import { LogExcerpts, type ShownLog } from './logExcerpts';
import { isLogUri, logScheme, logUri, sourceOf } from './logUris';
import { OpenLogs } from './openLogs';
import { pathOf, toRange } from './places';
import { readSourceFile } from './sourceFile';

/** A place in a document. */
export interface DocumentPlace {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}

/**
 * Gives VS Code the text of logs that it does not show itself, keeps these logs in the case while a text of them is open,
 * and knows where their findings stand in the texts. No log is ever written to.
 */
export class LogDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  private readonly shownChanged = new vscode.EventEmitter<void>();
  /** The places of findings are other ones now. */
  readonly onDidChangeShown = this.shownChanged.event;

  private readonly excerpts: LogExcerpts;
  private readonly open: OpenLogs;
  /** What the open documents show. */
  private readonly shown = new Map<string, ShownLog>();
  /** The text of a log as a whole, for those that have one because VS Code does not show the log itself. */
  private readonly whole = new WeakMap<SourceReport, ShownLog>();
  /** Logs that were read to find out what to open, until that is opened. */
  private readonly justRead = new Map<string, SourceReport>();
  /** Logs that were opened before they were read to their end, and now are. */
  private readonly completing = new Map<string, AbortController>();
  private readonly registrations: vscode.Disposable;

  constructor(private readonly reading: SourceReading) {
    this.excerpts = new LogExcerpts(reading.catalogue, reading.settings);
    this.open = new OpenLogs(reading.store, (source) => this.readAgain(source), reading.output);
    const { workspace } = vscode;
    this.registrations = vscode.Disposable.from(
      workspace.registerTextDocumentContentProvider(logScheme, this),
      workspace.onDidOpenTextDocument(({ uri }) => {
        if (isLogUri(uri)) this.hold(uri);
      }),
      workspace.onDidCloseTextDocument((document) => {
        if (isLogUri(document.uri) && document.isClosed) this.release(document.uri);
      }),
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const source = sourceOf(uri);
    const path = pathOf(uri);
    const report =
      this.reading.store.reportOf(path) ?? this.justRead.get(path) ?? (await this.read(source, signalOf(token)));
    this.justRead.delete(path);
    const shown = await this.excerpts.shownAt(uri, source, report);
    this.shown.set(uri.toString(), shown);
    this.shownChanged.fire();
    return shown.excerpt.text;
  }

  /** What a document shows of a log; undefined for every other document. */
  shownIn({ uri }: vscode.TextDocument): ShownLog | undefined {
    return this.shown.get(uri.toString());
  }

  /** Where a range of a source stands in a document of it; undefined when it is not in the part that is shown. */
  rangeIn(document: vscode.TextDocument, range: Range): vscode.Range | undefined {
    const shown = this.shownIn(document);
    const inside = shown ? rangeInExcerpt(shown.excerpt, range) : range;
    return inside && toRange(inside);
  }

  /** Where a range of a text made from a log stands in the log; undefined in what stands between its events. */
  rangeInLog(document: vscode.TextDocument, { start, end }: vscode.Range): vscode.Range | undefined {
    const shown = this.shownIn(document);
    const placed = ({ line, character: column }: vscode.Position): Range['start'] => ({ line, column });
    const inside = shown && rangeInLog(shown.excerpt, { start: placed(start), end: placed(end) });
    return inside && toRange(inside);
  }

  /** The texts that stand for a source at the moment, the one for it as a whole first. */
  shownOf(report: SourceReport): readonly ShownLog[] {
    const whole = this.whole.get(report);
    const pages = [...this.shown.values()].filter(
      (shown) => isOf(shown, report) && shown.uri.toString() !== whole?.uri.toString(),
    );
    return whole ? [whole, ...pages] : pages;
  }

  /** Whether the source itself is shown by VS Code, as far as is known. */
  isShownAsFile(report: SourceReport): boolean {
    return this.whole.get(report) === undefined;
  }

  /** Makes the texts that are needed to say where the problems of a case stand; true when there are new ones. */
  async prepare({ sources, incidents }: Case): Promise<boolean> {
    const shownPaths = new Set(
      incidents.flatMap(({ seen }) => seen.flatMap(({ findings }) => findings)).map(({ path }) => path),
    );
    let hasNew = false;
    for (const { path } of sources) {
      const report = this.reading.store.reportOf(path);
      // Of one that is being read there is soon another report, whose text would have to be made again.
      if (!report || report.isPartial || this.whole.has(report) || !(shownPaths.has(path) || this.hasProblems(report)))
        continue;
      const whole = await this.reading.output.guard(`Excerpt of ${report.path}`, () => this.wholeOf(report));
      if (whole) hasNew = true;
    }
    return hasNew;
  }

  /** A registry file is checked only while somebody has it open: most of what there is to say is no fault of reading. */
  private hasProblems({ path, registry, problemCount }: SourceReport): boolean {
    if (!registry) return problemCount > 0;
    return registry.places.length > 0 && this.reading.store.isHeldBy('tab', path);
  }

  /** The document and the range that show a place of a source. */
  async placeOf(path: string, range: Range): Promise<DocumentPlace | undefined> {
    const { store } = this.reading;
    const uri = store.uriOf(path);
    const report = store.reportOf(path);
    if (!uri || !report) return undefined;
    if (!(await this.excerpts.needsExcerpt(uri, report))) return { uri, range: toRange(range) };
    const shown = await this.excerpts.shownWith(range.start, uri, report);
    const inside = rangeInExcerpt(shown.excerpt, range) ?? START;
    return { uri: shown.uri, range: toRange(inside) };
  }

  /** The page that shows an event among all others, and where it stands there. */
  async pageOf({ uri, report }: ShownLog, event: LogEvent): Promise<DocumentPlace> {
    const page = await this.excerpts.pageWith(event, sourceOf(uri), report);
    const inside = rangeInExcerpt(page.excerpt, { start: event.start, end: event.start }) ?? START;
    return { uri: page.uri, range: toRange(inside) };
  }

  /**
   * What to open when somebody wants to see a log: the file where VS Code shows it, else the text made of it. The file
   * also when it is no log.
   */
  async documentFor(source: vscode.Uri): Promise<{ readonly uri: vscode.Uri; readonly isLog: boolean }> {
    const path = pathOf(source);
    const report = this.reading.store.reportOf(path) ?? (await this.readLog(source));
    if (!report || !(await this.excerpts.needsExcerpt(source, report)))
      return { uri: source, isLog: report !== undefined };
    this.justRead.set(path, report);
    return { uri: logUri(source), isLog: true };
  }

  /** Reads every open log again. */
  async refresh(): Promise<void> {
    for (const source of this.open.sources) await this.readAgain(source);
  }

  dispose(): void {
    this.registrations.dispose();
    for (const closing of this.completing.values()) closing.abort();
    this.open.dispose();
    this.changed.dispose();
    this.shownChanged.dispose();
  }

  private async wholeOf(report: SourceReport): Promise<ShownLog | undefined> {
    const uri = this.reading.store.uriOf(report.path);
    if (!uri || !(await this.excerpts.needsExcerpt(uri, report))) return undefined;
    const whole = await this.excerpts.shownAt(logUri(uri), uri, report);
    this.whole.set(report, whole);
    return whole;
  }

  private hold(uri: vscode.Uri): void {
    const shown = this.shown.get(uri.toString());
    if (!shown) return;
    this.open.hold(uri, shown.report);
    if (shown.report.isPartial) this.reading.output.start(`Reading all of ${pathOf(uri)}`, () => this.readRest(uri));
  }

  /** A text that was made while the log was still being read is made again from all of it. */
  private async readRest(document: vscode.Uri): Promise<void> {
    const path = pathOf(document);
    if (this.completing.has(path)) return;
    const closing = new AbortController();
    this.completing.set(path, closing);
    try {
      await this.readAgain(sourceOf(document), closing.signal);
    } catch (error) {
      if (!closing.signal.aborted) throw error;
    } finally {
      this.completing.delete(path);
    }
  }

  private release(uri: vscode.Uri): void {
    this.shown.delete(uri.toString());
    this.open.release(uri);
    if (!this.open.holds(pathOf(uri))) this.completing.get(pathOf(uri))?.abort();
    this.shownChanged.fire();
  }

  private async readAgain(source: vscode.Uri, signal?: AbortSignal): Promise<void> {
    const report = await this.read(source, signal);
    for (const document of this.open.replace(source, report)) this.changed.fire(document);
  }

  /** Reads a log from its first event to its last. Throws when it is none. */
  private async read(source: vscode.Uri, signal?: AbortSignal): Promise<SourceReport> {
    const report = await this.readLog(source, signal);
    if (!report) throw new Error(logExcerptText.notOnDisk);
    return report;
  }

  private readLog(source: vscode.Uri, signal?: AbortSignal): Thenable<SourceReport | undefined> {
    return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: logExcerptText.opening }, () =>
      readSourceFile(source, this.reading, { ...(signal && { signal }) }),
    );
  }
}

function signalOf(token: vscode.CancellationToken): AbortSignal {
  const cancelling = new AbortController();
  token.onCancellationRequested(() => {
    cancelling.abort();
  });
  return cancelling.signal;
}

/** Whether the text shows what the report is of: places stay the same as long as a log is being read. */
function isOf({ report: made }: ShownLog, report: SourceReport): boolean {
  return made === report || (made.isPartial === true && made.path === report.path);
}

const START: Range = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };
