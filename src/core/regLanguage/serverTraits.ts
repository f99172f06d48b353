import { type Steps, allSteps } from '../lists/steps';
import { type RegDocument, type RegKey, foldName, keysOf } from '../registry/index';
import type { KnownKey } from '../rules/knownRegistry';
import type { Variant } from '../rules/rule';
import type { KnownKeys } from './knownKeys';

/** Keys that are looked at in a step. */
const STEP = 1000;

/** What kind of server a file is for, as far as it is known. */
export type RegTarget = Partial<Variant>;

/** What the keys of a file have to do with known ones. */
export interface KnownKeysOfFile {
  /** The keys that are known, and those that only look like them, in the order of the file. */
  readonly keys: readonly { readonly key: RegKey; readonly known: readonly KnownKey[] }[];
  readonly hasWow6432Node: boolean;
}

/** Looks at every key once: an export has hundreds of thousands. */
export function knownKeysOf(document: RegDocument, known: KnownKeys): KnownKeysOfFile {
  return allSteps(knownKeysInSteps(document, known));
}

/** The same, for who has other work to do in between. */
export function* knownKeysInSteps(document: RegDocument, known: KnownKeys): Steps<KnownKeysOfFile> {
  const keys: { readonly key: RegKey; readonly known: readonly KnownKey[] }[] = [];
  let hasWow6432Node = false;
  let looked = 0;
  for (const key of keysOf(document)) {
    if (++looked % STEP === 0) yield;
    if (!key.isEffective) continue;
    const folded = foldName(key.path);
    hasWow6432Node ||= folded.includes('\\wow6432node');
    const found = known.keysOf(folded);
    if (found.length > 0 || known.isNearMiss(folded)) keys.push({ key, known: found });
  }
  return { keys, hasWow6432Node };
}

/**
 * What the settings say, else what the keys of a file tell: Wow6432Node is there on 64-bit Windows only, and the key of a
 * distribution point belongs to ConfigMgr 2012, which does not use that of 2007.
 */
export function targetOf({ keys, hasWow6432Node }: KnownKeysOfFile, settings: RegTarget = {}): RegTarget {
  const products = new Set(keys.flatMap(({ known }) => known.flatMap(({ readBy }) => readBy?.product ?? [])));
  const product = settings.product ?? (products.has('configmgr2012') ? 'configmgr2012' : [...products][0]);
  const bitness = settings.bitness ?? (hasWow6432Node ? 64 : undefined);
  return { ...(product && { product }), ...(bitness && { bitness }) };
}

/** Whether the server is one that does not read the key. */
export function isForOther({ readBy }: KnownKey, { product, bitness }: RegTarget): boolean {
  if (!readBy) return false;
  const isOtherProduct = product !== undefined && product !== readBy.product;
  return isOtherProduct || (bitness !== undefined && readBy.bitness !== undefined && bitness !== readBy.bitness);
}
