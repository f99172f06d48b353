import * as vscode from 'vscode';
import { builtInKnownRegistry, loadBuiltInCatalogue } from './catalogue';
import { type Catalogue, editorText } from './core';
import { keepShown } from './editor/caseDisplay';
import { CaseStore } from './editor/caseStore';
import { registerCommands } from './editor/commands';
import { detectLanguages } from './editor/language';
import { Output } from './editor/output';
import { registerProviders } from './editor/providers';
import { openReaders } from './editor/readers';
import { registerRegLanguage } from './editor/regLanguage';
import { RegistryComputers } from './editor/registryComputers';
import { RulePages } from './editor/rulePage';
import { CurrentSettings } from './editor/settings';
import { StatusItem } from './editor/statusItem';
import { CrashTree } from './editor/tree';
import { type UnstableApi, unstableApi } from './editor/unstableApi';
import { ScanPool } from './platform';

export function activate(context: vscode.ExtensionContext): UnstableApi | undefined {
  const output = new Output();
  try {
    return start(context, output);
  } catch (error) {
    output.failure('Starting', error);
    void vscode.window.showErrorMessage(editorText.startFailed, editorText.showLog).then((answer) => {
      if (answer !== undefined) output.show();
    });
    return undefined;
  } finally {
    context.subscriptions.push(output);
  }
}

function start(context: vscode.ExtensionContext, output: Output): UnstableApi {
  const own = <T extends vscode.Disposable>(part: T): T => (context.subscriptions.push(part), part);
  let loaded: Catalogue | undefined;
  const catalogue = (): Catalogue => (loaded ??= loadBuiltInCatalogue());
  const current = own(new CurrentSettings());
  const settings = current.get;
  const registries = new RegistryComputers(context.workspaceState);
  const store = own(new CaseStore(catalogue, () => registries.withChoices(settings()), output));
  // Large registry files are searched for the keys that something is known of.
  const scanned = (): Catalogue => ({ ...catalogue(), knownRegistry: builtInKnownRegistry() });
  const pool = own(new ScanPool({ workerFile: context.asAbsolutePath('dist/worker.js'), catalogue: scanned }));
  const sources = { store, catalogue, settings, output, pool };
  const { documents, logs, folders, large } = openReaders(sources, own);
  const reading = { ...sources, documents, logs };
  const tree = own(new CrashTree(catalogue, settings));
  const status = own(new StatusItem(store));
  const pages = own(new RulePages(catalogue));
  own(registerProviders(reading));
  own(registerRegLanguage(current, reading));
  own(detectLanguages(documents, settings, output));
  own(keepShown({ reading, folders, large, tree, status, settings: current }));
  own(registerCommands({ ...reading, context, folders, large, tree, pages, registries }));
  documents.refresh();
  large.update();
  return unstableApi({ store, tree, status, folders, large });
}
