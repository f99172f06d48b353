import * as vscode from 'vscode';
import type { ScanProgress, SourceReport } from '../core';
import type { SourceReading } from './sourceReading';
import { type FolderFile, filesIn, isIn, sizeOf } from './folderFiles';
import { inLanes } from '../platform';
import { pathOf } from './places';
import { QuietFiles } from './quietFiles';
import { ScanMeter } from './scanMeter';
import { readSourceFile } from './sourceFile';

/** What is told of a scan more often than this, nobody can read. Milliseconds. */
const TELL_INTERVAL = 100;

/** One folder whose event logs belong to the case, whether they are open or not. */
export class ScannedFolder implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<ScanProgress>();
  readonly onDidProgress = this.changed.event;

  private now: ScanProgress = { state: 'done', filesRead: 0, filesFound: 0 };
  private told = 0;
  private scanning = new AbortController();
  private readonly lifetime = new AbortController();
  private readonly quiet: QuietFiles;
  private readonly watcher: vscode.FileSystemWatcher;

  constructor(
    readonly uri: vscode.Uri,
    private readonly reading: SourceReading,
  ) {
    this.quiet = new QuietFiles((file) => this.readAgain(file), reading.output);
    this.watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(uri, '**/*'));
    this.watcher.onDidCreate((file) => {
      this.quiet.follow(file);
    });
    this.watcher.onDidChange((file) => {
      this.quiet.follow(file);
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
    const files: FolderFile[] = [];
    for await (const file of filesIn(this.uri, signal, this.reading.output)) files.push(file);
    await this.readFiles(files, signal);
    // Another scan may have begun since, whose progress this is no part of.
    if (signal.aborted) return;
    const found = new Set(files.map(({ uri }) => uri.toString()));
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
    this.quiet.dispose();
    this.changed.dispose();
  }

  /** Several at a time, so that no thread waits for the next file; not all at once, so that cancelling them is quick. */
  private async readFiles(files: readonly FolderFile[], signal: AbortSignal): Promise<void> {
    const meter = new ScanMeter();
    for (const { size } of files) meter.expect(size);
    let filesRead = 0;
    const tell = (interval: number): void => {
      if (signal.aborted || performance.now() - this.told < interval) return;
      this.tell({ state: 'scanning', filesRead, filesFound: files.length, bytes: meter.bytes });
    };
    tell(0);
    await inLanes(files, this.reading.pool.width * 2, async (file) => {
      if (signal.aborted) return;
      await this.readFile(file, signal, { meter, tell });
      filesRead++;
      tell(TELL_INTERVAL);
    });
  }

  private tell(progress: ScanProgress): void {
    this.now = progress;
    this.told = performance.now();
    this.changed.fire(progress);
  }

  private drop(isGone: (uri: vscode.Uri) => boolean): void {
    const { store } = this.reading;
    for (const uri of store.urisOf('folder').filter(isGone)) store.drop('folder', pathOf(uri));
  }

  private async readFile(
    { uri, size }: FolderFile,
    signal: AbortSignal,
    watching?: { readonly meter: ScanMeter; readonly tell: (interval: number) => void },
  ): Promise<void> {
    const { store, output } = this.reading;
    const path = pathOf(uri);
    const onProgress = (bytesRead: number): void => {
      watching?.meter.advance(path, bytesRead);
      watching?.tell(TELL_INTERVAL);
    };
    const onFound = (soFar: SourceReport): void => {
      if (!signal.aborted) store.put('folder', uri, soFar);
    };
    try {
      const report = await readSourceFile(uri, this.reading, { size, isBackground: true, signal, onProgress, onFound });
      if (signal.aborted) return;
      watching?.meter.finish(path, size, report !== undefined);
      if (report) store.put('folder', uri, report);
      else store.drop('folder', path);
    } catch (error) {
      watching?.meter.finish(path, size, false);
      if (!signal.aborted) output.failure(`Reading ${path}`, error);
    }
  }

  /** A folder that was moved in is reported as one change, its files not at all. */
  private async readAgain(changed: vscode.Uri): Promise<void> {
    const { signal } = this.lifetime;
    const { type } = await vscode.workspace.fs.stat(changed);
    if (type !== vscode.FileType.Directory) {
      await this.readFile({ uri: changed, size: await sizeOf(changed) }, signal);
      return;
    }
    for await (const file of filesIn(changed, signal, this.reading.output)) await this.readFile(file, signal);
  }
}
