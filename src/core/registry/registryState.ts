import type { RegData } from './regTypes';
import { ROOTS, foldName, pathParts } from './keyPath';

/** A value of a key, by the name that it was created with; empty for the default value. */
export interface StoredValue {
  readonly name: string;
  readonly data: RegData;
}

/** A key with its values and subkeys, each by its name in lower case. */
export interface RegistryNode {
  readonly name: string;
  readonly values: ReadonlyMap<string, StoredValue>;
  readonly subkeys: ReadonlyMap<string, RegistryNode>;
}

/**
 * How much is known of a key: `tree`, it and everything below it, as in an export; `key`, its own values and the names of
 * its subkeys, as `reg query` without `/s` prints them; `seen`, nothing but the values that are there.
 */
export interface RegistryCoverage {
  /** Empty for the whole registry. */
  readonly path: string;
  readonly extent: 'tree' | 'key' | 'seen';
}

/**
 * What is known of a registry at one time. Never changed: an import makes a new state, which shares with the old one the
 * keys that it did not touch.
 */
export interface RegistryState {
  /** The node above the roots. */
  readonly top: RegistryNode;
  readonly coverage: readonly RegistryCoverage[];
}

/** The map of a key without values. */
export const NO_VALUES: ReadonlyMap<string, StoredValue> = new Map();
/** The map of a key without subkeys. */
export const NO_SUBKEYS: ReadonlyMap<string, RegistryNode> = new Map();

/** A registry that has nothing but its roots, all of which is known unless `coverage` says less. */
export function emptyState(coverage: readonly RegistryCoverage[] = [{ path: '', extent: 'tree' }]): RegistryState {
  const roots = ROOTS.map((name) => [foldName(name), { name, values: NO_VALUES, subkeys: NO_SUBKEYS }] as const);
  return { top: { name: '', values: NO_VALUES, subkeys: new Map(roots) }, coverage };
}

/** The key of a path, in any case. */
export function findKey(state: RegistryState, path: string): RegistryNode | undefined {
  let node: RegistryNode | undefined = state.top;
  for (const part of pathParts(path)) node = node?.subkeys.get(foldName(part));
  return node;
}

/** The value of a key, both in any case; the empty name is the default value. */
export function findValue(state: RegistryState, path: string, name: string): StoredValue | undefined {
  return findKey(state, path)?.values.get(foldName(name));
}

/**
 * Whether the key is there, is not, or may be either. A key that the state holds is there; so is every key above it. One
 * that it does not hold is missing only where its parent is covered, or is missing itself.
 */
export function knowsKey(state: RegistryState, path: string): 'present' | 'missing' | 'unknown' {
  if (findKey(state, path)) return 'present';
  const parts = pathParts(path);
  for (let depth = parts.length - 1; depth > 0; depth--) {
    const parent = parts.slice(0, depth).join('\\');
    if (!findKey(state, parent)) continue;
    return extentOf(state, parent) === 'tree' || extentOf(state, parent) === 'key' ? 'missing' : 'unknown';
  }
  return 'unknown';
}

/** Whether a value of the key is there, is not, or may be either. */
export function knowsValue(state: RegistryState, path: string, name: string): 'present' | 'missing' | 'unknown' {
  if (findValue(state, path, name)) return 'present';
  const key = knowsKey(state, path);
  if (key !== 'present') return key;
  return knowsValues(state, path) ? 'missing' : 'unknown';
}

/** Whether the values of the key are all known. */
export function knowsValues(state: RegistryState, path: string): boolean {
  const extent = extentOf(state, path);
  return extent === 'tree' || extent === 'key';
}

/** Whether the key is known with everything below it. */
export function knowsTree(state: RegistryState, path: string): boolean {
  return extentOf(state, path) === 'tree';
}

function extentOf({ coverage }: RegistryState, path: string): RegistryCoverage['extent'] | undefined {
  const folded = foldName(pathParts(path).join('\\'));
  let found: RegistryCoverage['extent'] | undefined;
  for (const each of coverage) {
    const covered = foldName(each.path);
    if (each.extent === 'tree' && (covered === '' || folded === covered || folded.startsWith(`${covered}\\`)))
      return 'tree';
    if (folded === covered) found = found === 'key' ? found : each.extent;
  }
  return found;
}
