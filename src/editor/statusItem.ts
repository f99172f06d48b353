import * as vscode from 'vscode';
import { renderStatus } from '../core';
import type { CaseStore } from './caseStore';
import { pathOf } from './places';

/** Says of the document in front which format it has and what was read of it. Absent for documents that are none of ours. */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem('wintriage.status', []);

  constructor(private readonly store: CaseStore) {
    this.item.name = 'WinTriage';
  }

  /** Brings the item up to date with the case and the editor in front. */
  show(document: vscode.TextDocument | undefined): void {
    const report = document && this.store.reportOf(pathOf(document.uri));
    const status = report && renderStatus(report);
    // Only the editor in front is asked, and an item is hidden by a selector that fits no document.
    this.item.selector = status ? [{ scheme: document.uri.scheme }] : [];
    if (!status) return;
    const isWarning = status.severity === 'warning';
    this.item.text = status.text;
    this.item.detail = status.detail;
    this.item.severity = isWarning ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  }

  dispose(): void {
    this.item.dispose();
  }
}
