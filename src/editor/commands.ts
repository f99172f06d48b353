import * as vscode from 'vscode';
import { type Catalogue, type TreePlace, editorText, logExcerptText, noLogText, renderIncidentReport } from '../core';
import type { CaseStore } from './caseStore';
import { Choices, type CommandArgument, type Register, isNode } from './choices';
import { goToError } from './entryNavigation';
import type { FolderScans } from './folderScans';
import { commands } from './ids';
import type { LargeFiles } from './largeFiles';
import type { LogDocuments } from './logDocuments';
import { type LogWay, showPart } from './logPaging';
import type { OpenDocuments } from './openDocuments';
import type { Output } from './output';
import { pathOf } from './places';
import { registryCommands } from './regCommands';
import type { RegistryComputers } from './registryComputers';
import { type RemediationChoice, copyRegCommand, createRemediationFile } from './remediations';
import type { RulePages } from './rulePage';
import { copySample } from './sample';
import { type Settings, storeMinimumConfidence } from './settings';
import type { CrashTree } from './tree';

/** What the commands act on. */
export interface CommandTargets {
  readonly context: vscode.ExtensionContext;
  readonly output: Output;
  readonly catalogue: () => Catalogue;
  readonly settings: () => Settings;
  readonly store: CaseStore;
  readonly documents: OpenDocuments;
  readonly folders: FolderScans;
  readonly large: LargeFiles;
  readonly logs: LogDocuments;
  readonly tree: CrashTree;
  readonly pages: RulePages;
  readonly registries: RegistryComputers;
}

/** Registers every command of the extension. A command that fails says so in the log, and VS Code tells the person. */
export function registerCommands(targets: CommandTargets): vscode.Disposable {
  const { output } = targets;
  const register: Register = (id, run) =>
    vscode.commands.registerCommand(id, async (argument: CommandArgument, selected?: unknown) => {
      try {
        await run(
          argument,
          Array.isArray(selected) ? selected.filter((each) => each instanceof vscode.Uri) : undefined,
        );
      } catch (error) {
        output.failure(`Command ${id}`, error);
        throw error;
      }
    });
  return vscode.Disposable.from(
    ...caseCommands(targets, register),
    ...remediationCommands(targets, register),
    ...logCommands(targets, register),
    ...registryCommands(targets, register),
    register(commands.showOutput, () => {
      output.show();
    }),
  );
}

function caseCommands(targets: CommandTargets, register: Register): vscode.Disposable[] {
  const { context, documents, folders, large, logs, settings, store } = targets;
  const choices = new Choices(store, targets.catalogue, settings);
  return [
    register(commands.scanFolder, async (folder) => {
      const chosen = folder instanceof vscode.Uri ? folder : await askForFolder();
      if (chosen) await scan(chosen, targets);
    }),
    register(commands.cancelScan, () => {
      folders.cancel();
      large.cancel();
    }),
    register(commands.openSample, async () => {
      await scan(await copySample(context), targets);
    }),
    register(commands.removeFolder, (node) => {
      if (isNode(node) && node.kind === 'folder') folders.remove(node.path);
    }),
    register(commands.refresh, async () => {
      documents.refresh();
      await Promise.all([folders.refresh(), large.refresh()]);
      await logs.refresh();
    }),
    register(commands.filterConfidence, async () => {
      const confidence = await choices.confidence(settings().minimumConfidence);
      if (confidence) await storeMinimumConfidence(confidence);
    }),
    register(commands.openEvent, async (node) => {
      if (isNode(node) && node.place) await openPlace(node.place, logs);
    }),
    register(commands.copyReport, async (node) => {
      const incident = choices.incidentOf(node);
      if (!incident) return;
      const report = renderIncidentReport(incident, targets.catalogue(), { times: settings().times });
      await vscode.env.clipboard.writeText(report);
    }),
  ];
}

function remediationCommands(
  { catalogue, pages, settings, store }: CommandTargets,
  register: Register,
): vscode.Disposable[] {
  const choices = new Choices(store, catalogue, settings);
  const onChoice = (id: string, run: (choice: RemediationChoice) => unknown): vscode.Disposable =>
    register(id, async (argument) => {
      const choice = await choices.remediationOf(argument);
      if (choice) await run(choice);
    });
  return [
    onChoice(commands.createFix, (choice) => createRemediationFile('fix', choice)),
    onChoice(commands.createUndo, (choice) => createRemediationFile('undo', choice)),
    onChoice(commands.copyRegCommand, copyRegCommand),
    onChoice(commands.showWorkaround, ({ incident, remediation }) => pages.show(incident.ruleId, remediation.id)),
    register(commands.showRule, async (argument) => {
      const ruleId = await choices.ruleOf(argument);
      if (ruleId !== undefined) await pages.show(ruleId);
    }),
  ];
}

const WAYS: Readonly<Record<LogWay, string>> = {
  earlier: commands.earlierEvents,
  later: commands.laterEvents,
  findings: commands.eventsWithFindings,
  all: commands.allEvents,
};

function logCommands(targets: CommandTargets, register: Register): vscode.Disposable[] {
  const { logs, documents } = targets;
  const ways: readonly LogWay[] = ['earlier', 'later', 'findings', 'all'];
  return [
    ...ways.map((way) => register(WAYS[way], () => showPart(way, logs))),
    register(commands.nextLogError, () => goToError(1, documents)),
    register(commands.previousLogError, () => goToError(-1, documents)),
    register(commands.openLog, async () => {
      const log = await askForLog();
      if (log) await openLog(log, targets);
    }),
    register(commands.openAsLog, async (argument) => {
      if (argument instanceof vscode.Uri) await openLog(argument, targets);
    }),
  ];
}

/** Opens what shows a source with the range selected and in sight. */
async function openPlace({ path, range }: TreePlace, logs: LogDocuments): Promise<void> {
  const place = await logs.placeOf(path, range);
  if (place) await vscode.commands.executeCommand('vscode.open', place.uri, { selection: place.range });
}

/** Opens a file for who takes it for a log, and says so when it is none. */
async function openLog(log: vscode.Uri, { logs, output }: CommandTargets): Promise<void> {
  const { uri, isLog } = await logs.documentFor(log);
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  // Nobody waits for the message to be closed.
  if (!isLog)
    output.start('Telling that a file is no log', () => vscode.window.showInformationMessage(noLogText(pathOf(log))));
}

async function askForLog(): Promise<vscode.Uri | undefined> {
  const [log] = (await vscode.window.showOpenDialog({ openLabel: logExcerptText.openLog })) ?? [];
  return log;
}

async function askForFolder(): Promise<vscode.Uri | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: editorText.scanFolder,
    })) ?? [];
  return folder;
}

async function scan(folder: vscode.Uri, { folders, store, tree }: CommandTargets): Promise<void> {
  // Who ended the scan goes on with what was there.
  if (!(await folders.scan(folder))) return;
  await store.settled();
  await tree.revealFirst();
}
