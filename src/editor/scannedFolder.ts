import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { ScanProgress } from '../core';
import type { SourceReading } from './caseReading';
import { filesIn, isIn } from './folderFiles';
import { pathOf } from './places';
import { readSourceFile } from './sourceFile';

/** Programs write an export in several steps; a file is read once it has been quiet so long. Milliseconds. */
const QUIET = 300;

/** One folder whose event logs belong to the case, whether they are open or not. */
export class ScannedFolder implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<ScanProgress>();
  readonly onDidProgress = this.changed.event;

  private now: ScanProgress = { state: 'done', filesRead: 0, filesFound: 0 };
  private scanning = new AbortController();
  private readonly lifetime = new AbortController();
  private readonly watcher: vscode.FileSystemWatcher;
  /** Files that changed lately, with the number of the change that is read when it stays the last one. */
  private readonly changes = new Map<string, number>();

  constructor(
    readonly uri: vscode.Uri,
    private readonly reading: SourceReading,
  ) {
    this.watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(uri, '**/*'));
    this.watcher.onDidCreate((file) => {
      this.follow(file);
    });
    this.watcher.onDidChange((file) => {
      this.follow(file);
    });
    this.watcher.onDidDelete((file) => {
      this.drop((uri) => isIn(file, uri));
    });
  }

  get progress(): ScanProgress {
    return this.now;
  }

  /** Reads every file of the folder, from the start if a scan is under way. Ends early when it is cancelled. */
  async scan(): Promise<void> {
    this.cancel();
    this.scanning = new AbortController();
    const { signal } = this.scanning;
    this.tell({ state: 'scanning', filesRead: 0, filesFound: undefined });
    const files: vscode.Uri[] = [];
    for await (const file of filesIn(this.uri, signal, this.reading.output)) files.push(file);
    for (const [index, file] of files.entries()) {
      if (signal.aborted) return;
      this.tell({ state: 'scanning', filesRead: index, filesFound: files.length });
      await this.readFile(file, signal);
    }
    if (signal.aborted) return;
    const found = new Set(files.map((file) => file.toString()));
    this.drop((uri) => isIn(this.uri, uri) && !found.has(uri.toString()));
    this.tell({ state: 'done', filesRead: files.length, filesFound: files.length });
  }

  /** Ends the scan; what was read so far stays. */
  cancel(): void {
    if (this.now.state !== 'scanning') return;
    this.scanning.abort();
    this.tell({ ...this.now, state: 'cancelled' });
  }

  dispose(): void {
    this.scanning.abort();
    this.lifetime.abort();
    this.watcher.dispose();
    this.changes.clear();
    this.changed.dispose();
  }

  private tell(progress: ScanProgress): void {
    this.now = progress;
    this.changed.fire(progress);
  }

  private drop(isGone: (uri: vscode.Uri) => boolean): void {
    const { store } = this.reading;
    for (const uri of store.urisOf('folder').filter(isGone)) store.drop('folder', pathOf(uri));
  }

  private async readFile(file: vscode.Uri, signal: AbortSignal): Promise<void> {
    const { store, catalogue, settings, output } = this.reading;
    const { dateOrder } = settings();
    try {
      const report = await readSourceFile(file, catalogue(), { dateOrder }, signal);
      if (signal.aborted) return;
      if (report) store.put('folder', file, report);
      else store.drop('folder', pathOf(file));
    } catch (error) {
      if (!signal.aborted) output.failure(`Reading ${pathOf(file)}`, error);
    }
  }

  private follow(file: vscode.Uri): void {
    this.reading.output.start(`Following ${pathOf(file)}`, async () => {
      const key = file.toString();
      const change = (this.changes.get(key) ?? 0) + 1;
      this.changes.set(key, change);
      await wait(QUIET);
      if (this.changes.get(key) !== change) return;
      this.changes.delete(key);
      await this.readAgain(file);
    });
  }

  /** A folder that was moved in is reported as one change, its files not at all. */
  private async readAgain(changed: vscode.Uri): Promise<void> {
    const { signal } = this.lifetime;
    const { type } = await vscode.workspace.fs.stat(changed);
    if (type !== vscode.FileType.Directory) {
      await this.readFile(changed, signal);
      return;
    }
    for await (const file of filesIn(changed, signal, this.reading.output)) await this.readFile(file, signal);
  }
}
