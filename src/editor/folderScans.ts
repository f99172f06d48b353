import * as vscode from 'vscode';
import { renderScanProgress } from '../core';
import type { SourceReading } from './sourceReading';
import { isIn } from './folderFiles';
import { views } from './ids';
import { pathOf } from './places';
import { ScannedFolder } from './scannedFolder';

/** The folders that are scanned and watched. */
export class FolderScans implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** A folder was added or removed. */
  readonly onDidChange = this.changed.event;

  private readonly progressed = new vscode.EventEmitter<void>();
  /** A scan began, went on or ended. */
  readonly onDidProgress = this.progressed.event;

  private readonly scanned = new Map<string, ScannedFolder>();

  constructor(private readonly reading: SourceReading) {}

  /** Paths of the folders, in the order in which they were added. */
  get paths(): string[] {
    return this.folders.map(({ uri }) => pathOf(uri));
  }

  get isScanning(): boolean {
    return this.folders.some(({ progress }) => progress.state === 'scanning');
  }

  /** What there is to say about the scans, if anything. */
  get message(): string | undefined {
    const messages = this.folders.map(({ uri, progress }) => renderScanProgress(pathOf(uri), progress));
    return messages.find((message) => message !== undefined);
  }

  /** Scans a folder, showing progress in the view, and watches it from then on. Ends when the scan does; true when it came to its end. */
  async scan(uri: vscode.Uri): Promise<boolean> {
    const folder = this.scanned.get(uri.toString()) ?? this.add(uri);
    const scanning = folder.scan();
    await vscode.window.withProgress({ location: { viewId: views.crashes } }, () => scanning);
    return folder.progress.state === 'done';
  }

  /** Ends every scan that is under way; what was read so far stays. */
  cancel(): void {
    for (const folder of this.folders) folder.cancel();
  }

  /** Scans every folder again. */
  async refresh(): Promise<void> {
    for (const { uri } of this.folders) await this.scan(uri);
  }

  /** Ends the scan of a folder, stops watching it, and takes what it held out of the case. */
  remove(path: string): void {
    const removed = this.folders.find(({ uri }) => pathOf(uri) === path);
    if (!removed) return;
    this.scanned.delete(removed.uri.toString());
    removed.dispose();
    const { store } = this.reading;
    for (const uri of store.urisOf('folder')) {
      if (!this.folders.some((folder) => isIn(folder.uri, uri))) store.drop('folder', pathOf(uri));
    }
    this.changed.fire();
  }

  dispose(): void {
    for (const folder of this.folders) folder.dispose();
    this.scanned.clear();
    this.changed.dispose();
    this.progressed.dispose();
  }

  private get folders(): ScannedFolder[] {
    return [...this.scanned.values()];
  }

  private add(uri: vscode.Uri): ScannedFolder {
    const folder = new ScannedFolder(uri, this.reading);
    folder.onDidProgress(() => {
      this.progressed.fire();
    });
    this.scanned.set(uri.toString(), folder);
    this.changed.fire();
    return folder;
  }
}
