import { setTimeout as wait } from 'node:timers/promises';
import type * as vscode from 'vscode';
import type { Output } from './output';
import { pathOf } from './places';

/** Programs write an export in several steps; a file is read once it has been quiet so long. Milliseconds. */
const QUIET = 300;

/** Reads files that change, once each after the last change of a row. */
export class QuietFiles implements vscode.Disposable {
  /** Files that changed lately, with the number of the change that is read when it stays the last one. */
  private readonly changes = new Map<string, number>();

  constructor(
    private readonly read: (file: vscode.Uri) => Promise<void>,
    private readonly output: Output,
  ) {}

  /** Has a file read that was made or changed just now. */
  follow(file: vscode.Uri): void {
    this.output.start(`Following ${pathOf(file)}`, async () => {
      const key = file.toString();
      const change = (this.changes.get(key) ?? 0) + 1;
      this.changes.set(key, change);
      await wait(QUIET);
      if (this.changes.get(key) !== change) return;
      this.changes.delete(key);
      await this.read(file);
    });
  }

  dispose(): void {
    this.changes.clear();
  }
}
