import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TreeNode } from '../../../src/core';
import { api, closeAll, eventually, makeFolder, openAll, problems, settingsWith } from './support/editor';
import { crashCase, renderEvents, serviceEnded } from './support/events';

/** All nodes of the tree, parents before children. */
async function allNodes(): Promise<TreeNode[]> {
  const extension = await api();
  const walk = (node: TreeNode): TreeNode[] => [node, ...extension.treeChildren(node).flatMap(walk)];
  return extension.treeChildren().flatMap(walk);
}

function nodesOf(kind: TreeNode['kind'], count: number): Promise<TreeNode[]> {
  return eventually(`${count} nodes of kind ${kind}`, async () => {
    const nodes = (await allNodes()).filter((node) => node.kind === kind);
    return nodes.length === count ? nodes : false;
  });
}

async function openCase(): Promise<vscode.TextDocument[]> {
  const documents = await openAll(await makeFolder(crashCase), 'System.xml', 'Application.xml');
  for (const [index, { uri }] of documents.entries()) await problems(uri, index === 0 ? 1 : 4);
  return documents;
}

describe('The view WDS Crash Events', () => {
  afterEach(closeAll);

  it('is empty without logs, so that it can welcome', async () => {
    assert.deepEqual(await allNodes(), []);
  });

  it('shows server, incident, signs, missing signs and remediations', async () => {
    await openCase();
    const [server] = await nodesOf('server', 1);
    const [incident] = await nodesOf('incident', 1);
    assert.equal(server?.label, 'PXE01.contoso.example');
    assert.equal(incident?.label, 'WDS crash, KB 2510665');
    assert.match(incident.description, /^matches · 2012-03-14 09:14:07 to 09:16:09 UTC$/);
    const signs = await nodesOf('sign', 5);
    assert.match(signs[0]?.label ?? '', /^09:14:07\s+Application Error 1000$/);
    assert.match(signs[1]?.label ?? '', /^09:14:08\s+SCM 7031$/);
    assert.ok((await nodesOf('missing', 3)).some(({ label }) => label.includes('16389')));
    await nodesOf('remediation', 4);
    await nodesOf('source', 2);
  });

  it('goes to the exact place of a sign', async () => {
    const [system, application] = await openCase();
    assert.ok(system && application);
    const node = (await nodesOf('sign', 5)).find(({ label }) => label.endsWith('SCM 7031'));
    assert.ok(node);
    await vscode.commands.executeCommand('wintriage.openEvent', node);
    const editor = await eventually('the System log in front', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path === system.uri.path && !active.selection.isEmpty ? active : undefined;
    });
    assert.equal(editor.document.getText(editor.selection), '7031');
    assert.ok(editor.visibleRanges.some((range) => range.contains(editor.selection)));
  });

  it('hides incidents below the least confidence, and says so', async () => {
    const folder = await makeFolder({ 'System.xml': renderEvents(serviceEnded) });
    const [document] = await openAll(folder, 'System.xml');
    assert.ok(document);
    await problems(document.uri, 1);
    await settingsWith('minimumConfidence', 'matches', async () => {
      await nodesOf('incident', 0);
      const [hidden] = await nodesOf('hidden', 1);
      assert.match(hidden?.label ?? '', /^1 incident not shown$/);
      await problems(document.uri, 0);
    });
    await nodesOf('incident', 1);
  });

  it('makes the fix of a remediation next to the log, and copies its command', async () => {
    const [system] = await openCase();
    assert.ok(system);
    const node = (await nodesOf('remediation', 4)).find(({ label }) => label.includes('2007, 64-bit'));
    await vscode.commands.executeCommand('wintriage.createFix', node);
    const place = vscode.Uri.joinPath(system.uri, '..', 'KB2510665-configmgr2007-x64.reg');
    await eventually('the fix in an editor', () => vscode.window.activeTextEditor?.document.uri.path === place.path);
    await vscode.commands.executeCommand('wintriage.copyRegCommand', node);
    assert.match(await vscode.env.clipboard.readText(), /^reg\.exe add /);
  });

  it('copies a report of an incident and shows the page of its issue', async () => {
    await openCase();
    const [incident] = await nodesOf('incident', 1);
    await vscode.commands.executeCommand('wintriage.copyReport', incident);
    assert.match(await vscode.env.clipboard.readText(), /WDS crash, KB 2510665, matches/);
    await vscode.commands.executeCommand('wintriage.showRule', incident);
    await eventually(
      'the page',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label === 'Preview WDS crash, KB 2510665.md',
    );
  });

  it('joins again when the window of an incident changes', async () => {
    await openCase();
    await nodesOf('incident', 1);
    await settingsWith('incidentWindowMinutes', 1, async () => {
      await eventually('fewer signs', async () => {
        const [incident] = (await allNodes()).filter(({ kind }) => kind === 'incident');
        return incident?.description.startsWith('possible');
      });
    });
  });
});
