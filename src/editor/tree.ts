import * as vscode from 'vscode';
import { type Case, type Catalogue, type TreeNode, badge, isAtLeast, treeOf } from '../core';
import { commands, views } from './ids';
import type { Settings } from './settings';

/** With more incidents than this, they start folded. */
const MOST_EXPANDED = 2;

/** The view "WDS Crash Events". */
export class CrashTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  private readonly view: vscode.TreeView<TreeNode>;
  private roots: readonly TreeNode[] = [];
  private readonly parents = new Map<string, TreeNode>();
  private incidentCount = 0;

  constructor(
    private readonly catalogue: () => Catalogue,
    private readonly settings: () => Settings,
  ) {
    this.view = vscode.window.createTreeView(views.crashes, { treeDataProvider: this, showCollapseAll: true });
  }

  /** Shows a case; `folders` are the paths of the folders that are watched, `message` says what is going on. */
  show(shown: Case, folders: readonly string[], message: string | undefined): void {
    const { minimumConfidence: minimum, times } = this.settings();
    const isEmpty = shown.sources.length + folders.length === 0;
    this.roots = isEmpty ? [] : treeOf(shown, this.catalogue(), { minimum, times, folders });
    this.parents.clear();
    for (const root of this.roots) this.rememberParent(root);
    const incidents = shown.incidents.filter(({ confidence }) => isAtLeast(confidence, minimum));
    this.incidentCount = incidents.length;
    this.view.badge = badge({ ...shown, incidents });
    this.say(message);
    this.changed.fire(undefined);
  }

  /** What is going on, above the nodes. */
  say(message: string | undefined): void {
    // VS Code takes an empty message as "none".
    this.view.message = message ?? '';
  }

  /** Brings the first incident into sight, without taking the focus; nothing happens while the view is hidden. */
  async revealFirst(): Promise<void> {
    const first = this.roots[0]?.children[0];
    if (first?.kind === 'incident' && this.view.visible) await this.view.reveal(first, { select: false, expand: true });
  }

  getChildren(node?: TreeNode): TreeNode[] {
    if (!node) return [...this.roots];
    this.rememberParent(node);
    return [...node.children];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return this.parents.get(node.id);
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const item = new vscode.TreeItem(node.label, this.collapsibleState(node));
    item.id = node.id;
    item.description = node.description;
    item.tooltip = new vscode.MarkdownString(node.tooltip);
    const { id, color } = node.icon;
    item.iconPath = new vscode.ThemeIcon(id, color === undefined ? undefined : new vscode.ThemeColor(color));
    item.contextValue = node.contextValue;
    item.accessibilityInformation = { label: node.accessibilityLabel };
    const command = commandOf(node);
    if (command) item.command = { title: node.label, command, arguments: [node] };
    return item;
  }

  dispose(): void {
    this.view.dispose();
    this.changed.dispose();
  }

  private rememberParent(node: TreeNode): void {
    for (const child of node.children) this.parents.set(child.id, node);
  }

  private collapsibleState(node: TreeNode): vscode.TreeItemCollapsibleState {
    const { kind } = node;
    if (kind !== 'incident' && node.children.length === 0) return vscode.TreeItemCollapsibleState.None;
    const isOpen = kind === 'server' || (kind === 'incident' && this.incidentCount <= MOST_EXPANDED);
    return isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
  }
}

/** What a click does: an event opens at its line, a remediation as a page; nothing is made by a click alone. */
function commandOf({ kind, place }: TreeNode): string | undefined {
  if (place) return commands.openEvent;
  return kind === 'remediation' ? commands.showWorkaround : undefined;
}
