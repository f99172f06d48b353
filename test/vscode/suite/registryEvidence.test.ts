import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { TreeNode } from '../../../src/core';
import { api, closeAll, eventually, makeFolder, open, openAll, positionOf, problems } from './support/editor';
import { crashCase, renderEvents, serviceEnded } from './support/events';
import { exportOf, writeUtf16 } from './support/registry';

const PXE = '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE]';

async function registryNode(description: RegExp): Promise<TreeNode> {
  const extension = await api();
  const walk = (node: TreeNode): TreeNode[] => [node, ...extension.treeChildren(node).flatMap(walk)];
  return eventually(`a registry line that says ${String(description)}`, () =>
    extension
      .treeChildren()
      .flatMap(walk)
      .find((node) => node.kind === 'registry' && description.test(`${node.label} ${node.description}`)),
  );
}

describe('A registry export in the case', () => {
  afterEach(closeAll);

  it('tells in tree and hover what the setting is, chooses the fix, and lets the undo restore it', async () => {
    const folder = await makeFolder(crashCase);
    const pxe = vscode.Uri.joinPath(folder, 'pxe.reg');
    await writeUtf16(pxe, exportOf([PXE, '"NumberOfThreads"=dword:00000008']));
    await open(pxe);
    const [, system] = await openAll(folder, 'Application.xml', 'System.xml');
    assert.ok(system);
    await problems(system.uri, 1);
    const node = await registryNode(/^Registry {2}NumberOfThreads is 8 pxe\.reg$/);
    const at = positionOf(system, '7031');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', system.uri, at);
    const contents = hovers.flatMap((hover) => hover.contents);
    const text = contents.map((each) => (each instanceof vscode.MarkdownString ? each.value : ''));
    assert.match(text.join('\n'), /Registry: NumberOfThreads is 8/);
    const editor = await vscode.window.showTextDocument(system);
    editor.selection = new vscode.Selection(at, at);
    // The fix is preferred, as the export shows ConfigMgr 2007 on 64-bit Windows.
    await vscode.commands.executeCommand('editor.action.codeAction', {
      kind: 'quickfix.wintriage.undo.configmgr2007-x64',
      apply: 'first',
    });
    const undo = vscode.Uri.joinPath(folder, 'KB2510665-configmgr2007-x64-undo.reg');
    await eventually('the undo in front', () => vscode.window.activeTextEditor?.document.uri.path === undo.path);
    assert.match(readFileSync(undo.fsPath, 'utf16le'), /\r\n"NumberOfThreads"=dword:00000008\r\n/);
    assert.equal((await api()).case().incidents[0]?.preferredRemediation, 'configmgr2007-x64');
    await vscode.commands.executeCommand('wintriage.openEvent', node);
    const front = await eventually('the value in front', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path === pxe.path && !active.selection.isEmpty ? active : undefined;
    });
    assert.equal(front.document.getText(front.selection), '"NumberOfThreads"=dword:00000008');
  });

  it('is found by a scan, as the output of reg query too, and says when the fix is in place', async () => {
    const query = `\r\n${PXE.slice(1, -1)}\r\n    NumberOfThreads    REG_DWORD    0x1\r\n    Other    REG_SZ    x\r\n\r\n`;
    const folder = await makeFolder({ ...crashCase, 'pxe.txt': query });
    await vscode.commands.executeCommand('wintriage.scanFolder', folder);
    await registryNode(
      /NumberOfThreads is already 1 the fix is in place and it still crashes, use the first workaround/,
    );
    const source = (await api()).case().sources.find(({ format }) => format === 'reg-query');
    assert.equal(source?.recordCount, 2);
    const path = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ label }) => label);
    assert.ok(!path.includes('pxe.txt'), 'nothing was opened');
    const node = (await api())
      .treeChildren()
      .flatMap((each) => each.children)
      .find(({ kind }) => kind === 'folder');
    await vscode.commands.executeCommand('wintriage.removeFolder', node);
  });

  it('is of the server that a person picks where there are several', async () => {
    const elsewhere = renderEvents({ ...serviceEnded, computer: 'PXE02.contoso.example' });
    const folder = await makeFolder({ 'one.xml': renderEvents(serviceEnded), 'two.xml': elsewhere });
    const dp = vscode.Uri.joinPath(folder, 'dp.reg');
    await writeUtf16(dp, exportOf(['[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\DP]', '"x"="y"']));
    await openAll(folder, 'one.xml', 'two.xml');
    await open(dp);
    const extension = await api();
    await eventually('all sources', () => extension.case().sources.length === 3);
    assert.ok(
      extension.case().incidents.every(({ registryState }) => !registryState),
      'it could be of either',
    );
    const picking = vscode.commands.executeCommand('wintriage.assignRegistry', dp);
    await eventually('the choice to be made', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return Promise.race([picking.then(() => true), wait(200).then(() => false)]);
    });
    await registryNode(/NumberOfThreads is not set/);
    const joined = extension.case().incidents.filter(({ registryState }) => registryState);
    assert.deepEqual(
      joined.map(({ computer, registryState }) => [computer, registryState?.sources[0]?.origin]),
      [['PXE01.contoso.example', 'chosen']],
    );
  });
});
