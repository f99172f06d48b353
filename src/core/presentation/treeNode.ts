import type { Range } from '../text/span';

/** An icon of the editor's own set, with the id of a theme colour where it says more than the icon. */
export interface TreeIcon {
  readonly id: string;
  readonly color?: string;
}

/** Where a click on a node leads. */
export interface TreePlace {
  readonly path: string;
  readonly range: Range;
}

interface NodeText {
  /** Stays the same as long as the node means the same, so that it stays expanded and selected. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Markdown, escaped. */
  readonly tooltip: string;
  readonly icon: TreeIcon;
  /** What `viewItem` of a menu's `when` clause sees. */
  readonly contextValue: string;
  /** What a screen reader says instead of label and description. */
  readonly accessibilityLabel: string;
  readonly children: readonly TreeNode[];
  readonly place?: TreePlace;
}

/** One line of the tree view, ready to be shown; `kind` tells what it stands for. */
export type TreeNode = NodeText &
  (
    | { readonly kind: 'server'; readonly computer: string | undefined }
    | { readonly kind: 'incident'; readonly incidentId: string; readonly ruleId: string }
    | { readonly kind: 'sign'; readonly incidentId: string; readonly findingId: string }
    | { readonly kind: 'missing'; readonly incidentId: string; readonly signId: string }
    | { readonly kind: 'caveat'; readonly incidentId: string }
    | { readonly kind: 'registry'; readonly incidentId: string }
    | {
        readonly kind: 'remediation';
        readonly incidentId: string;
        readonly ruleId: string;
        readonly remediationId: string;
      }
    | { readonly kind: 'hidden'; readonly count: number }
    | { readonly kind: 'sources' }
    | { readonly kind: 'folder'; readonly path: string }
    | { readonly kind: 'source'; readonly path: string }
    | { readonly kind: 'coverage'; readonly path: string }
  );
