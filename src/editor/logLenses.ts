import * as vscode from 'vscode';
import { wayTitles } from '../core';
import type { CaseReading } from './caseReading';
import { fixLenses } from './fixLenses';
import { commands } from './ids';
import type { ShownLog } from './logExcerpts';
import { rangeBetween } from './places';

/** Says at the start of a log's text what it shows, and leads to the rest there and at its end. */
export class LogLensProvider implements vscode.CodeLensProvider, vscode.Disposable {
  readonly onDidChangeCodeLenses: vscode.Event<void>;

  private readonly listeners: vscode.Disposable;
  private readonly changed = new vscode.EventEmitter<void>();

  constructor(private readonly reading: CaseReading) {
    this.onDidChangeCodeLenses = this.changed.event;
    const tell = (): void => {
      this.changed.fire();
    };
    this.listeners = vscode.Disposable.from(reading.logs.onDidChangeShown(tell), reading.store.onDidChange(tell));
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const shown = this.reading.logs.shownIn(document);
    if (!shown) return [];
    const first = document.lineAt(0).range;
    const last = document.lineAt(document.lineCount - 1).range;
    return [
      lens(first, shown.title),
      ...ways(shown).map(({ title, command }) => lens(first, title, command)),
      ...ways(shown)
        .filter(({ command }) => command === commands.laterEvents)
        .map(({ title, command }) => lens(rangeBetween(last.start, last.start), title, command)),
      ...fixLenses(shown, document, this.reading),
    ];
  }

  dispose(): void {
    this.listeners.dispose();
    this.changed.dispose();
  }
}

interface Way {
  readonly title: string;
  readonly command: string;
}

/** Where one can go from what is shown. */
function ways({ run, count, content, isAroundFindings, hasFindings }: ShownLog): readonly Way[] {
  const isWhole = run.to - run.from === count;
  if (isWhole) return [];
  const titles = wayTitles(content);
  if (isAroundFindings) return [{ title: titles.all, command: commands.allEvents }];
  return [
    ...(run.from > 0 ? [{ title: titles.earlier, command: commands.earlierEvents }] : []),
    ...(run.to < count ? [{ title: titles.later, command: commands.laterEvents }] : []),
    ...(hasFindings ? [{ title: titles.worth, command: commands.eventsWithFindings }] : []),
  ];
}

/** A lens without a command is text only. */
function lens(range: vscode.Range, title: string, command = ''): vscode.CodeLens {
  return new vscode.CodeLens(range, { title, command });
}
