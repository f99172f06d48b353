import type { RegData } from './regTypes';
import type { Span } from '../text/span';

/** One difference between a registry before and after an import, as its net effect. */
export type RegChange =
  | KeyAdded
  | KeyRemoved
  | (ValuePath & { readonly kind: 'value-added'; readonly to: RegData })
  | (ValuePath & { readonly kind: 'value-changed'; readonly from: RegData; readonly to: RegData })
  | (ValuePath & { readonly kind: 'value-removed'; readonly from: RegData })
  /** The file sets what is there already. */
  | (ValuePath & { readonly kind: 'value-same'; readonly to: RegData })
  /** The file deletes a value, and the state does not say whether there is one. */
  | (ValuePath & { readonly kind: 'value-removed-unseen' })
  /** The file deletes a key, and the state does not hold it, or not all that is below it. */
  | (Caused & { readonly kind: 'key-removed-unseen'; readonly path: string });

/** A key that is created. Keys above it that are created with it have changes of their own. */
export interface KeyAdded extends Caused {
  readonly kind: 'key-added';
  readonly path: string;
}

/** A key that goes with everything below it; keys below it have no changes of their own. */
export interface KeyRemoved extends Caused {
  readonly kind: 'key-removed';
  readonly path: string;
  /** Paths of the keys below it, in the order of the state. */
  readonly subkeys: readonly string[];
  /** All values that go with it, its own first. */
  readonly values: readonly { readonly path: string; readonly name: string; readonly from: RegData }[];
}

interface ValuePath extends Caused {
  readonly path: string;
  /** Empty for the default value. */
  readonly name: string;
}

interface Caused {
  /** The line of the file that does it: the last one that names the key or the value. */
  readonly span: Span;
  /**
   * Whether the state shows how it was before. False for a key or value that may be there or not, as the state covers
   * other parts of the registry; it is reported as added then, and cannot be undone.
   */
  readonly isKnown: boolean;
}
