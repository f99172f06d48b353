import { applyReg, stateOf } from './applyReg';
import { diffReg } from './diffReg';
import { looksExported } from './isExport';
import type { RegChange } from './regChange';
import type { RegDocument } from './regDocument';
import type { RegistryState } from './registryState';
import { type RegUndo, undoOf } from './undoOf';

/** What importing a file does to the registry that an export shows. */
export interface RegComparison {
  readonly change: RegDocument;
  /** The registry as the export shows it, and as it is after the import. */
  readonly before: RegistryState;
  readonly after: RegistryState;
  /** As `diffReg` has them. */
  readonly changes: readonly RegChange[];
  readonly undo: RegUndo;
  /** Keys that the file touches and the export does not tell of, each once: how they are now is unknown. */
  readonly uncovered: readonly string[];
  /** Whether the export has the form of one; a file made to change a registry may show only a part of it. */
  readonly isExport: boolean;
}

/** Compares a file that is to be imported with an export, or the output of `reg query`, of the registry as it is. */
export function compareReg(change: RegDocument, state: RegDocument): RegComparison {
  const before = stateOf(state);
  const changes = diffReg(change, before);
  return {
    change,
    before,
    after: applyReg(before, change),
    changes,
    undo: undoOf(change, before),
    uncovered: [...new Set(changes.filter(({ isKnown }) => !isKnown).map(({ path }) => path))],
    isExport: looksExported(state),
  };
}
