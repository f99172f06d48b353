import { type RegDocument, foldName, keysOf } from '../registry/index';
import type { KnownKey } from '../rules/knownRegistry';
import type { Variant } from '../rules/rule';
import type { KnownKeys } from './knownKeys';

/** What kind of server a file is for, as far as it is known. */
export type RegTarget = Partial<Variant>;

/**
 * What the settings say, else what the keys of a file tell: Wow6432Node is there on 64-bit Windows only, and the key of a
 * distribution point belongs to ConfigMgr 2012, which does not use that of 2007.
 */
export function targetOf(document: RegDocument, known: KnownKeys, settings: RegTarget = {}): RegTarget {
  let { product, bitness } = settings;
  const products = new Set<Variant['product']>();
  for (const { path, isEffective } of keysOf(document)) {
    if (!isEffective) continue;
    if (bitness === undefined && foldName(path).includes('\\wow6432node')) bitness = 64;
    for (const { readBy } of known.keysOf(path)) if (readBy) products.add(readBy.product);
  }
  product ??= products.has('configmgr2012') ? 'configmgr2012' : [...products][0];
  return { ...(product && { product }), ...(bitness && { bitness }) };
}

/** Whether the server is one that does not read the key. */
export function isForOther({ readBy }: KnownKey, { product, bitness }: RegTarget): boolean {
  if (!readBy) return false;
  const isOtherProduct = product !== undefined && product !== readBy.product;
  return isOtherProduct || (bitness !== undefined && readBy.bitness !== undefined && bitness !== readBy.bitness);
}
