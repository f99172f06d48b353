import type { Case, TreeNode } from '../core';

/** What the tests of this project look at. Not for other extensions: it changes without notice. */
export interface UnstableApi {
  case(): Case;
  treeChildren(node?: TreeNode): readonly TreeNode[];
  /** What the view says above the tree while something is scanned. */
  scanMessage(): string | undefined;
}
