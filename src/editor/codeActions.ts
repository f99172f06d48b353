import * as vscode from 'vscode';
import { type Incident, type RemediationTitles, remediationTitles } from '../core';
import type { CaseReading } from './caseReading';
import { diagnosticSource } from './diagnostics';
import { commands } from './ids';
import { sourceOf } from './logUris';
import { pathOf } from './places';
import { type RegFileKind, type RemediationChoice, placeNextToLog } from './remediations';

type TitledChoice = RemediationChoice & { readonly titles: RemediationTitles };

/** Offers what can be done about the incident of which a sign is underlined. */
export class RemediationActionProvider implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix];

  constructor(private readonly reading: CaseReading) {}

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[] | undefined> {
    return this.reading.output.guard('Offering remediations', async () => {
      await this.reading.documents.readingOf(document);
      await this.reading.store.settled();
      const actions = await Promise.all(this.choicesAt(document, range).map(actionsFor));
      return ordered(
        actions.flat(),
        context.diagnostics.filter((diagnostic) => isOurs(diagnostic, range)),
      );
    });
  }

  private choicesAt(document: vscode.TextDocument, range: vscode.Range): TitledChoice[] {
    const path = pathOf(document.uri);
    const { logs, store } = this.reading;
    return store.case.incidents
      .filter((incident) =>
        findingsOf(incident).some(
          (each) => each.path === path && logs.rangeIn(document, each.range)?.intersection(range),
        ),
      )
      .flatMap((incident) => this.choicesOf(incident, sourceOf(document.uri)));
  }

  private choicesOf(incident: Incident, log: vscode.Uri): TitledChoice[] {
    const rule = this.reading.catalogue().rules.find(({ id }) => id === incident.ruleId);
    if (!rule) return [];
    return incident.remediations.map((remediation) => ({
      incident,
      remediation,
      log,
      titles: remediationTitles(rule, remediation),
    }));
  }
}

function findingsOf({ seen }: Incident): Incident['seen'][number]['findings'] {
  return seen.flatMap(({ findings }) => findings);
}

function isOurs({ source, range }: vscode.Diagnostic, at: vscode.Range): boolean {
  return source === diagnosticSource && range.intersection(at) !== undefined;
}

/** Kinds below "quick fix" by which a keybinding can name one action: `quickfix.wintriage.fix.configmgr2007-x64`. */
type ActionKind = RegFileKind | 'copy' | 'show';

interface OfferedAction {
  /** Creating a fix comes first, then undoing it, copying, reading. */
  readonly rank: number;
  readonly action: vscode.CodeAction;
}

async function actionsFor(choice: TitledChoice): Promise<OfferedAction[]> {
  const { titles, incident, remediation } = choice;
  const isPreferred = incident.preferredRemediation === remediation.id;
  if (titles.create === undefined || titles.createUndo === undefined || titles.copyCommand === undefined) {
    return [{ rank: 4, action: commandAction(titles.show, 'show', choice) }];
  }
  const fix = await fileAction(titles.create, 'fix', choice);
  fix.isPreferred = isPreferred;
  return [
    { rank: isPreferred ? 0 : 1, action: fix },
    { rank: 2, action: await fileAction(titles.createUndo, 'undo', choice) },
    { rank: 3, action: commandAction(titles.copyCommand, 'copy', choice) },
  ];
}

/** An action that carries the new file itself; where none can be made next to the log, a command that asks where. */
async function fileAction(title: string, kind: RegFileKind, choice: RemediationChoice): Promise<vscode.CodeAction> {
  const placed = await placeNextToLog(kind, choice);
  if (!placed) return commandAction(title, kind, choice);
  const action = newAction(title, kind, choice);
  action.edit = placed.edit;
  action.command = { title, command: 'vscode.open', arguments: [placed.place] };
  return action;
}

const COMMANDS: Readonly<Record<ActionKind, string>> = {
  fix: commands.createFix,
  undo: commands.createUndo,
  copy: commands.copyRegCommand,
  show: commands.showWorkaround,
};

function commandAction(title: string, kind: ActionKind, choice: RemediationChoice): vscode.CodeAction {
  const action = newAction(title, kind, choice);
  action.command = { title, command: COMMANDS[kind], arguments: [choice] };
  return action;
}

function newAction(title: string, kind: ActionKind, { remediation }: RemediationChoice): vscode.CodeAction {
  return new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix.append(`wintriage.${kind}.${remediation.id}`));
}

function ordered(offered: readonly OfferedAction[], diagnostics: vscode.Diagnostic[]): vscode.CodeAction[] {
  return [...offered]
    .sort((one, other) => one.rank - other.rank)
    .map(({ action }) => {
      action.diagnostics = diagnostics;
      return action;
    });
}
