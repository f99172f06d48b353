import * as vscode from 'vscode';
import { type Case, editorText, plain, serverChoice } from '../core';
import { type CommandArgument, isNode } from './choices';
import type { CaseStore } from './caseStore';
import { pathOf } from './places';
import type { Settings } from './settings';

/** Where a workspace keeps what was chosen: paths of exports to names of computers, '' for none. */
const STATE_KEY = 'registryComputers';

type Chosen = Readonly<Record<string, string>>;

/** Remembers for each registry export of which server somebody said that it is. */
export class RegistryComputers {
  constructor(private readonly state: vscode.Memento) {}

  /** The settings with these choices among them. */
  withChoices(settings: Settings): Settings {
    return { ...settings, cases: { ...settings.cases, registryComputers: new Map(Object.entries(this.chosen)) } };
  }

  /** Asks for the server of an export and remembers it; the export is opened when it is not yet part of the case. */
  async ask(argument: CommandArgument, store: CaseStore): Promise<void> {
    const uri = exportOf(argument, store);
    if (!uri) return;
    const path = pathOf(uri);
    const choice = await vscode.window.showQuickPick(choicesIn(store.case), {
      title: editorText.chooseServer,
      placeHolder: plain(path),
    });
    if (!choice) return;
    await this.choose(path, choice.computer);
    if (!store.reportOf(path)) await vscode.commands.executeCommand('vscode.open', uri);
    store.invalidate();
  }

  private get chosen(): Chosen {
    return this.state.get<Chosen>(STATE_KEY, {});
  }

  /** Undefined forgets the choice. */
  private async choose(path: string, computer: string | undefined): Promise<void> {
    const others = Object.entries(this.chosen).filter(([each]) => each !== path);
    await this.state.update(
      STATE_KEY,
      Object.fromEntries(computer === undefined ? others : [...others, [path, computer]]),
    );
  }
}

interface ServerChoice extends vscode.QuickPickItem {
  readonly computer: string | undefined;
}

function choicesIn({ sources, incidents }: Case): ServerChoice[] {
  const named = incidents.map(({ computer }) => computer).filter((computer) => computer !== undefined);
  const computers = [...new Set([...named, ...sources.flatMap(({ computers: each }) => each)])];
  return [
    ...computers.map((computer) => ({ label: serverChoice(computer), computer })),
    { label: editorText.noServer, detail: editorText.noServerDetail, computer: '' },
    { label: editorText.serverByItself, detail: editorText.serverByItselfDetail, computer: undefined },
  ];
}

function exportOf(argument: CommandArgument, store: CaseStore): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  if (isNode(argument) && argument.kind === 'source') return store.uriOf(argument.path);
  return vscode.window.activeTextEditor?.document.uri;
}
