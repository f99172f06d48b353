import * as vscode from 'vscode';
import { type SourceReport, renderFileProgress } from '../core';
import type { SourceReading } from './sourceReading';
import { sizeOf } from './folderFiles';
import { views } from './ids';
import { pathOf } from './places';
import { QuietFiles } from './quietFiles';
import { ScanMeter } from './scanMeter';
import { readSourceFile } from './sourceFile';
import { hasDocument } from './textDocuments';

/**
 * VS Code shares no text with extensions that has more UTF-16 units than this; a file never has more units than bytes.
 * Source: `TextModel._MODEL_SYNC_LIMIT` of VS Code.
 */
const MOST_SHARED = 50 * 1024 * 1024;

/** A file in a tab whose text VS Code keeps to itself. */
interface LargeFile {
  readonly uri: vscode.Uri;
  readonly watcher: vscode.Disposable;
  /** The reading that is under way, or was the last one. */
  reading: AbortController;
  /** What there is to say while it is read. */
  message: string | undefined;
}

/** Reads files from disk that are open in a tab but too large to be a document, and keeps them in the case as long as they are. */
export class LargeFiles implements vscode.Disposable {
  private readonly progressed = new vscode.EventEmitter<void>();
  /** A reading began, went on or ended. */
  readonly onDidProgress = this.progressed.event;

  /** Files that were looked at because their tab came to the front, by URI; undefined where there was no need to read them. */
  private readonly seen = new Map<string, LargeFile | undefined>();
  private readonly quiet: QuietFiles;
  private readonly listeners: vscode.Disposable;

  constructor(private readonly reading: SourceReading) {
    this.quiet = new QuietFiles(async (file) => {
      const known = this.seen.get(file.toString());
      if (known) await this.read(known);
    }, reading.output);
    const update = (): void => {
      this.update();
    };
    this.listeners = vscode.Disposable.from(
      vscode.window.tabGroups.onDidChangeTabs(update),
      vscode.window.tabGroups.onDidChangeTabGroups(update),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => {
        if (this.seen.get(uri.toString())) this.forget(uri.toString());
      }),
    );
  }

  get isScanning(): boolean {
    return this.message !== undefined;
  }

  get message(): string | undefined {
    return [...this.seen.values()].map((file) => file?.message).find((message) => message !== undefined);
  }

  /** Looks at the tabs as they are now. */
  update(): void {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const open = new Set(tabs.map((tab) => uriOf(tab)?.toString()));
    for (const key of this.seen.keys()) if (!open.has(key)) this.forget(key);
    for (const uri of tabs.filter(({ isActive }) => isActive).map(uriOf)) {
      if (uri && !this.seen.has(uri.toString())) {
        this.reading.output.start(`Looking at ${pathOf(uri)}`, () => this.consider(uri));
      }
    }
  }

  /** Reads every such file again. */
  async refresh(): Promise<void> {
    const files = [...this.seen.values()].filter((file) => file !== undefined);
    await Promise.all(files.map((file) => this.read(file)));
  }

  /** Ends the readings that are under way. */
  cancel(): void {
    for (const file of this.seen.values()) file?.reading.abort();
  }

  dispose(): void {
    this.listeners.dispose();
    this.quiet.dispose();
    for (const key of this.seen.keys()) this.forget(key);
    this.progressed.dispose();
  }

  private forget(key: string): void {
    const file = this.seen.get(key);
    this.seen.delete(key);
    if (!file) return;
    file.reading.abort();
    file.watcher.dispose();
    this.reading.store.drop('tab', pathOf(file.uri));
  }

  private async consider(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    this.seen.set(key, undefined);
    if ((await sizeOf(uri)) <= MOST_SHARED || hasDocument(uri) || !this.seen.has(key)) return;
    const file: LargeFile = { uri, watcher: this.watch(uri), reading: new AbortController(), message: undefined };
    this.seen.set(key, file);
    await this.read(file);
  }

  private watch(uri: vscode.Uri): vscode.Disposable {
    // Brackets and the like in the name of the file would be a pattern.
    const folder = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), '*');
    const watcher = vscode.workspace.createFileSystemWatcher(folder);
    const follow = (changed: vscode.Uri): void => {
      if (changed.toString() === uri.toString()) this.quiet.follow(uri);
    };
    watcher.onDidChange(follow);
    watcher.onDidCreate(follow);
    return watcher;
  }

  private async read(file: LargeFile): Promise<void> {
    const { store, output } = this.reading;
    file.reading.abort();
    file.reading = new AbortController();
    const { signal } = file.reading;
    const path = pathOf(file.uri);
    const tell = (message: string | undefined): void => {
      if (file.reading.signal !== signal) return;
      file.message = message;
      this.progressed.fire();
    };
    try {
      const reading = this.readTelling(file.uri, signal, tell);
      const report = await vscode.window.withProgress({ location: { viewId: views.crashes } }, () => reading);
      if (signal.aborted) return;
      if (report) store.put('tab', file.uri, report);
      else store.drop('tab', path);
    } catch (error) {
      if (!signal.aborted) output.failure(`Reading ${path}`, error);
    } finally {
      tell(undefined);
    }
  }

  private async readTelling(
    uri: vscode.Uri,
    signal: AbortSignal,
    tell: (message: string) => void,
  ): ReturnType<typeof readSourceFile> {
    const path = pathOf(uri);
    const meter = new ScanMeter();
    const size = await sizeOf(uri);
    meter.expect(size);
    const onProgress = (bytesRead: number): void => {
      meter.advance(path, bytesRead);
      tell(renderFileProgress(path, meter.bytes));
    };
    const onFound = (soFar: SourceReport): void => {
      if (!signal.aborted) this.reading.store.put('tab', uri, soFar);
    };
    onProgress(0);
    return readSourceFile(uri, this.reading, { size, signal, onProgress, onFound });
  }
}

/** The file on disk that a tab shows as text. */
function uriOf({ input }: vscode.Tab): vscode.Uri | undefined {
  return input instanceof vscode.TabInputText && input.uri.scheme === 'file' ? input.uri : undefined;
}
