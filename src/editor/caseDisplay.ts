import * as vscode from 'vscode';
import { type ScanSettings, isAtLeast } from '../core';
import type { CaseReading } from './caseReading';
import { Diagnostics } from './diagnostics';
import { EntryDiagnostics } from './entryDiagnostics';
import type { FolderScans } from './folderScans';
import { contextKeys } from './ids';
import type { LargeFiles } from './largeFiles';
import { RegExcerptDiagnostics } from './regExcerptDiagnostics';
import type { CurrentSettings } from './settings';
import type { StatusItem } from './statusItem';
import type { CrashTree } from './tree';

/** What shows the case, and what it is shown from. */
export interface CaseDisplay {
  readonly reading: CaseReading;
  readonly folders: FolderScans;
  readonly large: LargeFiles;
  readonly tree: CrashTree;
  readonly status: StatusItem;
  readonly settings: CurrentSettings;
}

/** Keeps Problems, tree and status item in step with the case, the settings, the folders and the editor in front. */
export function keepShown(display: CaseDisplay): vscode.Disposable {
  const { reading, folders, large, tree, status, settings } = display;
  const { store, documents, logs, output } = reading;
  const diagnostics = new Diagnostics(store, reading.catalogue, logs);
  const regDiagnostics = new RegExcerptDiagnostics(reading);
  const message = (): string | undefined => folders.message ?? large.message;
  const showTree = (): void => {
    tree.show(store.case, folders.paths, message());
  };
  const showScans = scanTeller(display, message);
  const showStatus = (): void => {
    status.show(vscode.window.activeTextEditor?.document);
  };
  const showDiagnostics = (): void => {
    const { minimumConfidence } = settings.get();
    const incidents = store.case.incidents.filter(({ confidence }) => isAtLeast(confidence, minimumConfidence));
    regDiagnostics.show();
    output.start('Showing problems', () => diagnostics.show({ ...store.case, incidents }));
  };
  const show = (): void => {
    output.start('Showing the case', async () => {
      showDiagnostics();
      showTree();
      showStatus();
      if (await logs.prepare(store.case)) showDiagnostics();
    });
  };
  return vscode.Disposable.from(
    diagnostics,
    regDiagnostics,
    new EntryDiagnostics(reading, settings),
    store.onDidChange(show),
    logs.onDidChangeShown(showDiagnostics),
    folders.onDidChange(showTree),
    folders.onDidProgress(showScans),
    large.onDidProgress(showScans),
    vscode.window.onDidChangeActiveTextEditor(showStatus),
    settings.onDidChange(({ before, after }) => {
      regDiagnostics.forget();
      store.invalidate();
      if (!isReadOtherwise(before.scan, after.scan)) return;
      documents.refresh();
      output.start('Reading the folders again', () => folders.refresh());
      output.start('Reading the large files again', () => large.refresh());
      output.start('Reading the logs again', () => logs.refresh());
    }),
  );
}

/** The progress bar of a view has no button to cancel, so the view's title gets one while a scan is under way. */
function scanTeller({ folders, large, tree, reading }: CaseDisplay, message: () => string | undefined): () => void {
  let toldScanning = false;
  return () => {
    tree.say(message());
    const isScanning = folders.isScanning || large.isScanning;
    if (isScanning === toldScanning) return;
    toldScanning = isScanning;
    reading.output.start('Offering to cancel', () =>
      vscode.commands.executeCommand('setContext', contextKeys.scanning, isScanning),
    );
  };
}

function isReadOtherwise(before: ScanSettings, after: ScanSettings): boolean {
  return (
    before.dateOrder !== after.dateOrder ||
    before.fallbackEncoding !== after.fallbackEncoding ||
    before.biasDirection !== after.biasDirection
  );
}
