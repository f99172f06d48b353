import {
  KEY,
  KEY_DELETION,
  VALUE,
  VALUE_DELETION,
  WITHOUT_EFFECT,
  TAG,
  entryCount,
  fieldOf,
  keyAt,
  kindOf,
  valueAt,
} from './entries';
import { coverageOf } from './coverage';
import { dataOf } from './regData';
import type { RegDocument } from './regDocument';
import { type RegistryState, emptyState } from './registryState';
import { StateDraft } from './stateDraft';

/**
 * What importing the document makes of a registry: keys are created with every key above them, names are the same in any
 * case and stay as they were created, and of two settings the last one counts. A document whose header or encoding an
 * import refuses changes nothing.
 */
export function applyReg(state: RegistryState, document: RegDocument): RegistryState {
  if (!document.isImported) return state;
  const draft = new StateDraft(state);
  const count = entryCount(document);
  for (let entry = 0; entry < count; entry++) {
    if ((fieldOf(document, entry, TAG) & WITHOUT_EFFECT) !== 0) continue;
    switch (kindOf(document, entry)) {
      case KEY:
        draft.openKey(keyAt(document, entry).path);
        break;
      case KEY_DELETION:
        draft.deleteKey(keyAt(document, entry).path);
        break;
      case VALUE: {
        const value = valueAt(document, entry);
        draft.setValue(value.name, dataOf(document, value));
        break;
      }
      case VALUE_DELETION:
        draft.deleteValue(valueAt(document, entry).name);
        break;
    }
  }
  return draft.finish();
}

/** The state that an export or the output of `reg query` shows. */
export function stateOf(document: RegDocument): RegistryState {
  return applyReg(emptyState(coverageOf(document)), document);
}
