import * as vscode from 'vscode';
import type { CaseStore } from './caseStore';
import type { Register } from './choices';
import { commands } from './ids';
import type { Output } from './output';
import { chooseFiles } from './regChoices';
import { type ComparedFiles, RegComparisons } from './regComparisons';
import type { RegistryComputers } from './registryComputers';

/** What the commands about registry files act on. */
export interface RegTargets {
  readonly output: Output;
  readonly store: CaseStore;
  readonly registries: RegistryComputers;
}

/** Commands about registry files, to be imported or exported. */
export function registryCommands({ output, store, registries }: RegTargets, register: Register): vscode.Disposable[] {
  const comparisons = new RegComparisons(output);
  const onFiles = (id: string, run: (files: ComparedFiles) => unknown): vscode.Disposable =>
    register(id, async (argument, selected) => {
      const files = await chooseFiles(argument, selected, { store, comparisons });
      if (files) await run(files);
    });
  return [
    vscode.Disposable.from(comparisons),
    onFiles(commands.compareReg, (files) => comparisons.show(files)),
    onFiles(commands.createExactUndo, (files) => comparisons.createUndo(files)),
    onFiles(commands.showRegSummary, (files) => comparisons.showSummary(files)),
    register(commands.assignRegistry, (argument) => registries.ask(argument, store)),
  ];
}
