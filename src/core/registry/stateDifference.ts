import type { RegistryNode, StoredValue } from './registryState';
import { isSameData } from './regData';

/** One place where two states differ. Keys that are only in one of them are named with what is below them. */
export type Difference =
  | { readonly kind: 'key-added'; readonly path: string; readonly node: RegistryNode }
  /** `isReplaced`: a key of the same name in other upper and lower case is there instead. */
  | { readonly kind: 'key-removed'; readonly path: string; readonly node: RegistryNode; readonly isReplaced: boolean }
  | ValueDifference;

/** A value that only one of the states has, or that has other data in the other one. */
export type ValueDifference = { readonly kind: 'value'; readonly path: string } & (
  | { readonly from: StoredValue; readonly to: StoredValue | undefined }
  | { readonly from: undefined; readonly to: StoredValue }
);

/**
 * `names`: names are the same in any case, as to a registry; `written`: only when written the same, as in an export. A name
 * changes its case when it is deleted and comes again.
 */
export type Sameness = 'names' | 'written';

/** Compares two trees; what they share costs nothing. */
export function* differences(
  from: RegistryNode,
  to: RegistryNode,
  sameness: Sameness,
  path = '',
): Generator<Difference> {
  if (from === to) return;
  if (from.values !== to.values) yield* valueDifferences(from, to, sameness, path);
  if (from.subkeys === to.subkeys) return;
  for (const [folded, subkey] of from.subkeys) {
    const below = joinPath(path, subkey.name);
    const other = to.subkeys.get(folded);
    if (other && isSameName(subkey, other, sameness)) yield* differences(subkey, other, sameness, below);
    else yield { kind: 'key-removed', path: below, node: subkey, isReplaced: other !== undefined };
  }
  for (const [folded, subkey] of to.subkeys) {
    if (!from.subkeys.has(folded)) yield { kind: 'key-added', path: joinPath(path, subkey.name), node: subkey };
  }
}

function* valueDifferences(
  from: RegistryNode,
  to: RegistryNode,
  sameness: Sameness,
  path: string,
): Generator<Difference> {
  for (const [folded, value] of from.values) {
    const other = to.values.get(folded);
    const isSame = other && isSameData(value.data, other.data) && isSameName(value, other, sameness);
    if (!isSame) yield { kind: 'value', path, from: value, to: other };
  }
  for (const [folded, value] of to.values) {
    if (!from.values.has(folded)) yield { kind: 'value', path, from: undefined, to: value };
  }
}

function isSameName(one: { readonly name: string }, other: { readonly name: string }, sameness: Sameness): boolean {
  return sameness === 'names' || one.name === other.name;
}

/** The node and all below it with their paths, each above those below it. */
export function* nodesBelow(
  node: RegistryNode,
  path: string,
): Generator<{ readonly path: string; readonly node: RegistryNode }> {
  yield { path, node };
  for (const subkey of node.subkeys.values()) yield* nodesBelow(subkey, joinPath(path, subkey.name));
}

function joinPath(parent: string, name: string): string {
  return parent === '' ? name : `${parent}\\${name}`;
}
