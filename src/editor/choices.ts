import * as vscode from 'vscode';
import {
  type Catalogue,
  type Confidence,
  type Incident,
  type Remediation,
  type TreeNode,
  confidenceChoices,
  editorText,
  fixChoice,
} from '../core';
import type { CaseStore } from './caseStore';
import type { RemediationChoice } from './remediations';
import type { Settings } from './settings';

/** What commands are called with: a node by the tree, a choice by a code action, a folder by the explorer, or nothing. */
export type CommandArgument = TreeNode | RemediationChoice | vscode.Uri | string | undefined;

/** Makes a command; `selected` are the files that are selected where the explorer calls it. */
export type Register = (
  id: string,
  run: (argument: CommandArgument, selected?: readonly vscode.Uri[]) => unknown,
) => vscode.Disposable;

export function isNode(argument: CommandArgument): argument is TreeNode {
  return typeof argument === 'object' && 'kind' in argument;
}

/**
 * What the argument of a command stands for. A node of the tree names things by their ids, a code action passes the
 * choice itself, and a keybinding passes nothing: then a person is asked.
 */
export class Choices {
  constructor(
    private readonly store: CaseStore,
    private readonly catalogue: () => Catalogue,
    private readonly settings: () => Settings,
  ) {}

  incidentOf(argument: CommandArgument): Incident | undefined {
    if (!isNode(argument) || !('incidentId' in argument)) return undefined;
    return this.store.case.incidents.find(({ id }) => id === argument.incidentId);
  }

  /** The remediation of a node or code action, else one of all registry remediations that somebody picks. */
  async remediationOf(argument: CommandArgument): Promise<RemediationChoice | undefined> {
    if (typeof argument === 'object' && 'remediation' in argument) return argument;
    if (!isNode(argument)) return this.pickRemediation();
    const incident = this.incidentOf(argument);
    if (!incident || argument.kind !== 'remediation') return undefined;
    const remediation = incident.remediations.find(({ id }) => id === argument.remediationId);
    return remediation && this.choiceOf(incident, remediation);
  }

  /** The id of a rule: that of the node's incident, else one that somebody picks. */
  async ruleOf(argument: CommandArgument): Promise<string | undefined> {
    if (typeof argument === 'string') return argument;
    if (isNode(argument) && 'ruleId' in argument) return argument.ruleId;
    const items = this.catalogue().rules.map(({ id, title }) => ({ label: title, id }));
    return (await vscode.window.showQuickPick(items, { title: editorText.chooseRule }))?.id;
  }

  async confidence(current: Confidence): Promise<Confidence | undefined> {
    const picker = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly confidence: Confidence }>();
    picker.title = editorText.chooseConfidence;
    picker.items = confidenceChoices();
    picker.activeItems = picker.items.filter(({ confidence }) => confidence === current);
    const chosen = new Promise<Confidence | undefined>((resolve) => {
      picker.onDidAccept(() => {
        resolve(picker.selectedItems[0]?.confidence);
        picker.hide();
      });
      picker.onDidHide(() => {
        resolve(undefined);
      });
    });
    picker.show();
    const confidence = await chosen;
    picker.dispose();
    return confidence;
  }

  private async pickRemediation(): Promise<RemediationChoice | undefined> {
    const choices = this.store.case.incidents.flatMap((incident) =>
      incident.remediations
        .filter(({ registry }) => registry)
        .map((remediation) => this.choiceOf(incident, remediation)),
    );
    const items = choices.flatMap((choice) => {
      const rule = this.catalogue().rules.find(({ id }) => id === choice.incident.ruleId);
      if (!rule) return [];
      const { incident, remediation } = choice;
      return [{ ...fixChoice(incident, { rule, remediation }, this.settings().times), choice }];
    });
    return (await vscode.window.showQuickPick(items, { title: editorText.chooseRemediation }))?.choice;
  }

  /** Files are made next to the log that shows the first sign. */
  private choiceOf(incident: Incident, remediation: Remediation): RemediationChoice {
    const path = incident.seen[0]?.findings[0]?.path;
    return { incident, remediation, log: path === undefined ? undefined : this.store.uriOf(path) };
  }
}
