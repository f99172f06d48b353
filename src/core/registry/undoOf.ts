import { applyReg } from './applyReg';
import { diffReg } from './diffReg';
import { readReg } from './readReg';
import type { RegChange } from './regChange';
import type { RegDocument } from './regDocument';
import { type RegBlock, renderBlocks } from './renderBlocks';
import { canRenderName } from './renderValue';
import { type RegistryNode, type RegistryState, type StoredValue, knowsKey, knowsValue } from './registryState';
import { type Difference, differences, nodesBelow } from './stateDifference';

/** The file that takes an import back. */
export interface RegUndo {
  /** Imported after the change, it restores the data that the state shows. */
  readonly document: RegDocument;
  /** What it does not restore: the state does not say how it was before, or a file cannot say the name. */
  readonly notUndone: readonly RegChange[];
}

/**
 * The file that undoes an import: it deletes what the change created, and restores the old data of what it changed or
 * deleted. It deletes nothing that may have been there before.
 */
export function undoOf(change: RegDocument, state: RegistryState): RegUndo {
  const after = applyReg(state, change);
  const blocks = [...differences(state.top, after.top, 'written')].flatMap((each) => blocksOf(each, state));
  const document = readReg(renderBlocks(merged(blocks)));
  const notUndone = diffReg(change, state).filter(
    (each) =>
      !each.isKnown ||
      (each.kind !== 'value-same' && !canRenderName('name' in each ? each.path + each.name : each.path)),
  );
  return { document, notUndone };
}

function blocksOf(difference: Difference, state: RegistryState): RegBlock[] {
  const { path } = difference;
  switch (difference.kind) {
    case 'key-added':
      return knowsKey(state, path) === 'missing' ? [{ path, isDeletion: true, values: [] }] : [];
    case 'key-removed': {
      const replaced: RegBlock[] = difference.isReplaced ? [{ path, isDeletion: true, values: [] }] : [];
      return [...replaced, ...[...nodesBelow(difference.node, path)].map((each) => restored(each.path, each.node))];
    }
    case 'value': {
      const { from, to } = difference;
      if (from) return [{ path, isDeletion: false, values: [...renamed(from, to), from] }];
      const { name } = to;
      const isKnown = knowsValue(state, path, name) === 'missing';
      return isKnown ? [{ path, isDeletion: false, values: [{ name }] }] : [];
    }
  }
}

/** A value keeps the case of its name as long as it is there. */
function renamed(from: StoredValue, to: StoredValue | undefined): RegBlock['values'] {
  return to && to.name !== from.name ? [{ name: to.name }] : [];
}

function restored(path: string, { values }: RegistryNode): RegBlock {
  return { path, isDeletion: false, values: [...values.values()] };
}

/** Changes of one key that follow each other share its block. What a file has no way to say is left out. */
function merged(blocks: readonly RegBlock[]): readonly RegBlock[] {
  const result: { path: string; isDeletion: boolean; values: RegBlock['values'][number][] }[] = [];
  for (const { path, isDeletion, values } of blocks) {
    if (!canRenderName(path)) continue;
    const last = result.at(-1);
    const sayable = values.filter(({ name }) => canRenderName(name));
    if (last && !last.isDeletion && !isDeletion && last.path === path) last.values.push(...sayable);
    else if (values.length === 0 || sayable.length > 0) result.push({ path, isDeletion, values: sayable });
  }
  return result;
}
