import type { TreeNode } from '../../../../src/core';
import { api } from './editor';

/** All nodes of a kind that the view shows, whether they are unfolded or not. */
export async function nodesOf(kind: TreeNode['kind']): Promise<TreeNode[]> {
  const extension = await api();
  const walk = (node: TreeNode): TreeNode[] => [node, ...extension.treeChildren(node).flatMap(walk)];
  return extension
    .treeChildren()
    .flatMap(walk)
    .filter((node) => node.kind === kind);
}
