import { keysOf, valuesOf } from './entries';
import { foldName } from './keyPath';
import type { RegDocument, RegKey } from './regDocument';
import type { RegistryCoverage } from './registryState';

/**
 * What an export or the output of `reg query` tells of, taken for complete: the topmost keys that it names. What was
 * exported with less rights than needed is missing from it without a trace.
 */
export function coverageOf(document: RegDocument): readonly RegistryCoverage[] {
  const tops = topmostKeys(document);
  const extent = document.notation === 'reg' ? 'tree' : queryExtent(document, tops);
  return tops.map((path) => ({ path, extent }));
}

function topmostKeys(document: RegDocument): readonly string[] {
  const tops = new Map<string, string>();
  for (const { path, isEffective, kind } of keysOf(document)) {
    if (!isEffective || kind !== 'key') continue;
    const folded = foldName(path);
    if (!hasKeyAbove(tops, folded)) tops.set(folded, path);
  }
  return [...tops.entries()].filter(([folded]) => !hasKeyAbove(tops, parentOf(folded))).map(([, path]) => path);
}

/** Whether the path or one above it is among the keys. */
function hasKeyAbove(keys: ReadonlyMap<string, string>, folded: string): boolean {
  for (let path = folded; path !== ''; path = parentOf(path)) {
    if (keys.has(path)) return true;
  }
  return false;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('\\')));
}

/**
 * `reg query KEY /s` shows the tree, without `/s` one key, and with `/v NAME` one value of it, which looks the same when
 * the key has one value.
 */
function queryExtent(document: RegDocument, tops: readonly string[]): RegistryCoverage['extent'] {
  const [first, ...below] = [...keysOf(document)];
  if (!first || tops.length > 1) return 'seen';
  const depth = first.path.split('\\').length;
  const isTree = below.some((key) => key.path.split('\\').length > depth + 1 || hasValues(document, key));
  if (isTree) return 'tree';
  return below.length === 0 && [...valuesOf(document, first)].length < 2 ? 'seen' : 'key';
}

function hasValues(document: RegDocument, key: RegKey): boolean {
  return valuesOf(document, key).next().done !== true;
}
