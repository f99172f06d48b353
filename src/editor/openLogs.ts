import * as vscode from 'vscode';
import type { SourceReport } from '../core';
import type { CaseStore } from './caseStore';
import { sourceOf } from './logUris';
import type { Output } from './output';
import { pathOf } from './places';
import { QuietFiles } from './quietFiles';

/** A log of which at least one text is open. */
interface OpenLog {
  readonly source: vscode.Uri;
  readonly documents: Map<string, vscode.Uri>;
  readonly watcher: vscode.Disposable;
}

/** Keeps the logs of which a text is open in the case, and tells when one of them changes on disk. */
export class OpenLogs implements vscode.Disposable {
  private readonly logs = new Map<string, OpenLog>();
  private readonly quiet: QuietFiles;

  constructor(
    private readonly store: CaseStore,
    readAgain: (source: vscode.Uri) => Promise<void>,
    output: Output,
  ) {
    this.quiet = new QuietFiles(readAgain, output);
  }

  get sources(): vscode.Uri[] {
    return [...this.logs.values()].map(({ source }) => source);
  }

  /** Whether a text of a log is open. */
  holds(path: string): boolean {
    return this.logs.has(path);
  }

  /** A text of a log was opened. */
  hold(document: vscode.Uri, report: SourceReport): void {
    const path = pathOf(document);
    const log = this.logs.get(path) ?? this.add(path, sourceOf(document));
    log.documents.set(document.toString(), document);
    this.store.put('log', log.source, report);
  }

  /** A text of a log was closed; with the last one the log leaves the case, unless somebody else keeps it there. */
  release(document: vscode.Uri): void {
    const path = pathOf(document);
    const log = this.logs.get(path);
    log?.documents.delete(document.toString());
    if (!log || log.documents.size > 0) return;
    log.watcher.dispose();
    this.logs.delete(path);
    this.store.drop('log', path);
  }

  /** Puts a new report of an open log into the case, and returns the texts that are other ones now. */
  replace(source: vscode.Uri, report: SourceReport): readonly vscode.Uri[] {
    const log = this.logs.get(pathOf(source));
    if (!log) return [];
    this.store.put('log', source, report);
    return [...log.documents.values()];
  }

  dispose(): void {
    for (const { watcher } of this.logs.values()) watcher.dispose();
    this.logs.clear();
    this.quiet.dispose();
  }

  private add(path: string, source: vscode.Uri): OpenLog {
    const folder = vscode.Uri.joinPath(source, '..');
    // The name itself would be a pattern, in which brackets and the like mean something.
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*'));
    const follow = (file: vscode.Uri): void => {
      if (pathOf(file) === path) this.quiet.follow(source);
    };
    watcher.onDidChange(follow);
    watcher.onDidCreate(follow);
    const log = { source, documents: new Map<string, vscode.Uri>(), watcher };
    this.logs.set(path, log);
    return log;
  }
}
