import type { Case, TreeNode } from '../core';
import type { CaseStore } from './caseStore';
import type { FolderScans } from './folderScans';
import type { LargeFiles } from './largeFiles';
import type { ShownStatus, StatusItem } from './statusItem';
import type { CrashTree } from './tree';

/** What the tests of this project look at. Not for other extensions: it changes without notice. */
export interface UnstableApi {
  case(): Case;
  treeChildren(node?: TreeNode): readonly TreeNode[];
  /** The node as VS Code gets it. */
  treeItem(node: TreeNode): ReturnType<CrashTree['getTreeItem']>;
  /** What the view says above the tree while something is scanned. */
  scanMessage(): string | undefined;
  status(): ShownStatus | undefined;
}

interface Parts {
  readonly store: CaseStore;
  readonly tree: CrashTree;
  readonly status: StatusItem;
  readonly folders: FolderScans;
  readonly large: LargeFiles;
}

export function unstableApi({ store, tree, status, folders, large }: Parts): UnstableApi {
  return {
    case: () => store.case,
    treeChildren: (node) => tree.getChildren(node),
    treeItem: (node) => tree.getTreeItem(node),
    scanMessage: () => folders.message ?? large.message,
    status: () => status.shown,
  };
}
