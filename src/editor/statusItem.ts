import * as vscode from 'vscode';
import { type StatusText, editorText, renderStatus } from '../core';
import type { CaseStore } from './caseStore';
import { commands, configurationSection, settingNames } from './ids';
import { isLogUri } from './logUris';
import { pathOf } from './places';

/** What the item says. */
export interface ShownStatus extends StatusText {
  readonly command: string;
}

/** Says of the document in front which format it has and what was read of it. Absent for documents that are none of ours. */
export class StatusItem implements vscode.Disposable {
  /** What it says, and the command that it offers; undefined while it is hidden. */
  shown: ShownStatus | undefined;

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
    if (!status) {
      this.shown = undefined;
      return;
    }
    const isGarbled = report.coverage.problemCounts['text-garbled'] !== undefined && !document.isUntitled;
    const command = isGarbled ? scanOfFolder(document) : encodingChoiceFor(document);
    this.shown = { ...status, command: command.command };
    const isWarning = status.severity === 'warning';
    this.item.text = status.text;
    this.item.detail = status.detail;
    this.item.command = command;
    this.item.severity = isWarning ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  }

  dispose(): void {
    this.item.dispose();
  }
}

/** No encoding is that of all of the file, but a scan reads every part in its own. */
function scanOfFolder({ uri }: vscode.TextDocument): vscode.Command {
  return {
    title: editorText.scanFolderOf,
    command: commands.scanFolder,
    arguments: [vscode.Uri.joinPath(uri, '..')],
  };
}

/** The text made from a log is decoded here and not by VS Code. */
function encodingChoiceFor({ uri }: vscode.TextDocument): vscode.Command {
  if (!isLogUri(uri)) {
    return { title: editorText.reopenWithEncoding, command: 'workbench.action.editor.changeEncoding' };
  }
  return {
    title: editorText.chooseCodePage,
    command: 'workbench.action.openSettings',
    arguments: [`${configurationSection}.${settingNames.fallbackEncoding}`],
  };
}
