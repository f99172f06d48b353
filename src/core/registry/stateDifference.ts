import type { RegistryNode, StoredValue } from './registryState';
import { isSameData } from './regData';

/** One place where two states differ. Keys that are only in one of them are named with what is below them. */
export type Difference =
  { readonly kind: 'key-added' | 'key-removed'; readonly path: string; readonly node: RegistryNode } | ValueDifference;

/** A value that only one of the states has, or that has other data in the other one. */
export type ValueDifference = { readonly kind: 'value'; readonly path: string } & (
  | { readonly from: StoredValue; readonly to: StoredValue | undefined }
  | { readonly from: undefined; readonly to: StoredValue }
);

/** Compares two trees; what they share costs nothing. */
export function* differences(from: RegistryNode, to: RegistryNode, path = ''): Generator<Difference> {
  if (from === to) return;
  if (from.values !== to.values) yield* valueDifferences(from, to, path);
  if (from.subkeys === to.subkeys) return;
  for (const [folded, subkey] of from.subkeys) {
    const below = joinPath(path, subkey.name);
    const other = to.subkeys.get(folded);
    if (other) yield* differences(subkey, other, below);
    else yield { kind: 'key-removed', path: below, node: subkey };
  }
  for (const [folded, subkey] of to.subkeys) {
    if (!from.subkeys.has(folded)) yield { kind: 'key-added', path: joinPath(path, subkey.name), node: subkey };
  }
}

function* valueDifferences(from: RegistryNode, to: RegistryNode, path: string): Generator<Difference> {
  for (const [folded, value] of from.values) {
    const other = to.values.get(folded);
    if (!other || !isSameData(value.data, other.data)) yield { kind: 'value', path, from: value, to: other };
  }
  for (const [folded, value] of to.values) {
    if (!from.values.has(folded)) yield { kind: 'value', path, from: undefined, to: value };
  }
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
