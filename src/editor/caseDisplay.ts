import * as vscode from 'vscode';
import { isAtLeast } from '../core';
import type { CaseReading } from './caseReading';
import { Diagnostics } from './diagnostics';
import type { FolderScans } from './folderScans';
import type { CurrentSettings } from './settings';
import { StatusItem } from './statusItem';
import type { CrashTree } from './tree';

/** What shows the case, and what it is shown from. */
export interface CaseDisplay {
  readonly reading: CaseReading;
  readonly folders: FolderScans;
  readonly tree: CrashTree;
  readonly settings: CurrentSettings;
}

/** Keeps Problems, tree and status item in step with the case, the settings, the folders and the editor in front. */
export function keepShown(display: CaseDisplay): vscode.Disposable {
  const { reading, folders, tree, settings } = display;
  const { store, documents, output } = reading;
  const diagnostics = new Diagnostics(store, reading.catalogue);
  const status = new StatusItem(store);
  const showTree = (): void => {
    tree.show(store.case, folders.paths, folders.message);
  };
  const showStatus = (): void => {
    status.show(vscode.window.activeTextEditor?.document);
  };
  const show = (): void => {
    output.start('Showing the case', () => {
      const { minimumConfidence } = settings.get();
      const incidents = store.case.incidents.filter(({ confidence }) => isAtLeast(confidence, minimumConfidence));
      diagnostics.show({ ...store.case, incidents });
      showTree();
      showStatus();
    });
  };
  return vscode.Disposable.from(
    diagnostics,
    status,
    store.onDidChange(show),
    folders.onDidChange(showTree),
    folders.onDidProgress(() => {
      tree.say(folders.message);
    }),
    vscode.window.onDidChangeActiveTextEditor(showStatus),
    settings.onDidChange(({ before, after }) => {
      store.invalidate();
      if (before.dateOrder === after.dateOrder) return;
      documents.refresh();
      output.start('Reading the folders again', () => folders.refresh());
    }),
  );
}
