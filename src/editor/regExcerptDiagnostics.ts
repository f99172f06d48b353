import * as vscode from 'vscode';
import { LineStarts, type Range, type RegDiagnostic, type Span, rangeInLog, regDiagnostics } from '../core';
import type { CaseReading } from './caseReading';
import type { ShownLog } from './logExcerpts';
import { toRange } from './places';
import { toDiagnostic } from './regDiagnostics';
import { knownKeys } from './regDocuments';

/**
 * Keeps the problems of registry files whose text VS Code does not share with extensions. They are found in the excerpt,
 * which holds every key that there is something to say of, and stand there and in the file itself while its tab is open.
 */
export class RegExcerptDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('wintriage-reg-excerpt');
  /** What was found in a text, with its places; it stays the same as long as the settings do. */
  private found = new WeakMap<ShownLog, FoundInText>();

  constructor(private readonly reading: CaseReading) {}

  /** Shows what there is to say of the registry files in the case; what there is no longer goes. */
  show(): void {
    const { store } = this.reading;
    this.collection.clear();
    for (const { path, format } of store.case.sources) {
      const report = store.reportOf(path);
      const file = store.uriOf(path);
      if (format !== 'reg' || !report || !file) continue;
      for (const [index, shown] of this.reading.logs.shownOf(report).entries()) {
        this.set(shown.uri, shown, (range) => range);
        if (index === 0 && store.isHeldBy('tab', path))
          this.set(file, shown, (range) => rangeInLog(shown.excerpt, range));
      }
    }
  }

  /** Finds everything anew, as a setting changed. */
  forget(): void {
    this.found = new WeakMap();
  }

  dispose(): void {
    this.collection.dispose();
  }

  private set(uri: vscode.Uri, shown: ShownLog, placed: (range: Range) => Range | undefined): void {
    const found = this.foundIn(shown);
    if (!found) return;
    const rangeOf = (span: Span): vscode.Range | undefined => {
      const range = placed(found.lines.rangeOf(span));
      return range && toRange(range);
    };
    this.collection.set(
      uri,
      found.models.flatMap((model) => toDiagnostic(uri, model, rangeOf) ?? []),
    );
  }

  private foundIn(shown: ShownLog): FoundInText | undefined {
    const { reg } = shown;
    if (!reg) return undefined;
    const known = this.found.get(shown);
    if (known) return known;
    const models = regDiagnostics(reg, knownKeys(), this.reading.settings().cases);
    const found = { models, lines: new LineStarts(reg.text) };
    this.found.set(shown, found);
    return found;
  }
}

interface FoundInText {
  readonly models: readonly RegDiagnostic[];
  readonly lines: LineStarts;
}
