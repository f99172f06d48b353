import * as vscode from 'vscode';
import { isIn } from './folderFiles';
import { views } from './ids';
import { pathOf } from './places';
import { type FolderReading, ScannedFolder } from './scannedFolder';

/** The folders that are scanned and watched. */
export class FolderScans implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** A folder was added or removed, or its scan went on. */
  readonly onDidChange = this.changed.event;

  private readonly scanned = new Map<string, ScannedFolder>();

  constructor(private readonly reading: FolderReading) {}

  /** In the order in which they were added. */
  get folders(): readonly ScannedFolder[] {
    return [...this.scanned.values()];
  }

  /** Scans a folder, showing progress in the view, and watches it from then on. Ends when the scan does. */
  async scan(uri: vscode.Uri): Promise<void> {
    const folder = this.scanned.get(uri.toString()) ?? this.add(uri);
    await vscode.window.withProgress({ location: { viewId: views.crashes } }, () => folder.scan());
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
  }

  private add(uri: vscode.Uri): ScannedFolder {
    const folder = new ScannedFolder(uri, this.reading);
    folder.onDidProgress(() => {
      this.changed.fire();
    });
    this.scanned.set(uri.toString(), folder);
    return folder;
  }
}
