import type { Reference, Variant } from './reference';

/** Types that a known value can have. */
export type KnownType = 'REG_SZ' | 'REG_EXPAND_SZ' | 'REG_MULTI_SZ' | 'REG_DWORD' | 'REG_QWORD' | 'REG_BINARY';

/** What is published about one value of a key. */
export interface KnownValue {
  readonly name: string;
  /** Missing where no source states it. */
  readonly type?: KnownType;
  /** What it does, one sentence or a few. */
  readonly text: string;
  readonly default?: number;
  /** Both ends are allowed. */
  readonly range?: { readonly least: number; readonly most: number };
  /** `seconds`, `bytes`: what the number counts. */
  readonly unit?: string;
  /** What single numbers mean: `0` is `dynamic ports`. */
  readonly meanings: ReadonlyMap<number, string>;
  /** The number that an article tells to set, where anything else is worth a word. */
  readonly expected?: number;
  /**
   * Parts of paths below which people put the value by mistake: there it does nothing. Lower case; only with
   * {@link expected}.
   */
  readonly mistakenBelow: readonly string[];
  readonly references: readonly Reference[];
}

/** What is published about one key and its values. */
export interface KnownKey {
  /** `*` stands for any one part; `CurrentControlSet` for every control set. */
  readonly path: string;
  readonly text: string;
  /** The kind of server that reads the key, where not all do. */
  readonly readBy?: Variant;
  readonly values: readonly KnownValue[];
  readonly references: readonly Reference[];
}

/** All keys that are known. */
export type KnownRegistry = readonly KnownKey[];
