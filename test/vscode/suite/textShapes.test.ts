import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { crash, shapes } from '../../unit/scenario';
import { api, closeAll, documentOf, eventually, makeFolder, openAll, problems, underlined } from './support/editor';
import { textInFront } from './support/logs';
import { foldsOf, symbolsOf } from './support/features';
import { nodesOf } from './support/tree';

/** Signs of the incident in the crash. */
const SIGNS = 5;

/** Shapes of text exports. */
const SHAPES: readonly string[] = [
  'wevtutil text',
  'Get-WinEvent | Format-List',
  'PsLogList',
  'VEW',
  'Windows 2003 CSV',
  'friendly view',
  'wmic ntevent /format:list',
  'Splunk',
  'copied text quoted in a mail',
];

describe('Text exports of tools', () => {
  afterEach(closeAll);

  for (const shape of SHAPES) {
    it(`are recognised, underlined, listed and folded: ${shape}`, async () => {
      const text = shapes[shape]?.write(crash) ?? assert.fail(shape);
      const folder = await makeFolder({ 'export.txt': text });
      const [document] = await openAll(folder, 'export.txt');
      assert.ok(document);
      await eventually('the language', () => documentOf(document.uri)?.languageId === 'wintriage-events-text');
      await problems(document.uri, SIGNS);
      const symbols = await symbolsOf(document);
      assert.deepEqual(
        symbols.map(({ name }) => name).sort(),
        crash.map(({ provider, eventId }) => `${provider} ${eventId}`).sort(),
      );
      const folds = await foldsOf(document);
      for (const { range } of symbols.filter(({ range: { isSingleLine } }) => !isSingleLine)) {
        assert.ok(
          folds.some(({ start }) => start === range.start.line),
          `line ${range.start.line}`,
        );
      }
      const { incidents } = (await api()).case();
      assert.deepEqual(
        incidents.map(({ ruleId, confidence }) => `${ruleId} ${confidence}`),
        ['kb-2510665 matches'],
      );
    });
  }
});

describe('A text export with NULs, which VS Code takes for binary', () => {
  let folder: vscode.Uri;
  let file: vscode.Uri;

  beforeEach(async () => {
    const text = shapes['wevtutil text with NULs']?.write(crash) ?? assert.fail();
    folder = await makeFolder({ 'export.txt': text, 'notes.txt': 'Level: fine' });
    file = vscode.Uri.joinPath(folder, 'export.txt');
  });

  afterEach(closeAll);

  async function assertShown(): Promise<void> {
    const document = await textInFront(file, 'Event[1]');
    await eventually('the language', () => documentOf(document.uri)?.languageId === 'wintriage-events-text');
    const found = await problems(document.uri, SIGNS);
    assert.ok(found.some((each) => underlined(document, each) === '7031'));
  }

  it('is opened as an event log from the explorer', async () => {
    await vscode.commands.executeCommand('vscode.open', file);
    await eventually('a tab that shows no text', () => {
      const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
      return tab?.label === 'export.txt' && !vscode.window.activeTextEditor;
    });
    assert.equal(documentOf(file), undefined);
    await vscode.commands.executeCommand('wintriage.openAsLog', file);
    await assertShown();
  });

  it('is one of the editors that VS Code offers for such a file', async () => {
    await vscode.commands.executeCommand('vscode.openWith', file, 'wintriage.textLog');
    await assertShown();
    await eventually('no other tab', () => vscode.window.tabGroups.activeTabGroup.tabs.length === 1);
  });

  it('is found by a scan, and shown where its signs are', async () => {
    await vscode.commands.executeCommand('wintriage.scanFolder', folder);
    const sign = await eventually('a sign', async () =>
      (await nodesOf('sign')).find(({ label }) => label.includes('7031')),
    );
    await vscode.commands.executeCommand('wintriage.openEvent', sign);
    await assertShown();
    const editor = vscode.window.activeTextEditor;
    await eventually('the sign', () => editor?.document.getText(editor.selection) === '7031');
  });

  it('is no reason to show other text in another way', async () => {
    const notes = vscode.Uri.joinPath(folder, 'notes.txt');
    const isInFront = (): boolean => vscode.window.activeTextEditor?.document.uri.toString() === notes.toString();
    await vscode.commands.executeCommand('wintriage.openAsLog', notes);
    await eventually('the notes', isInFront);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('vscode.openWith', notes, 'wintriage.textLog');
    await eventually('the notes', isInFront);
    await eventually('no other tab', () => vscode.window.tabGroups.activeTabGroup.tabs.length === 1);
  });
});

describe('A binary log of Windows 2003', () => {
  afterEach(closeAll);

  it('is shown as a text that says how to convert it, and nothing else', async () => {
    const file = vscode.Uri.joinPath(await makeFolder({}), 'SysEvent.Evt');
    await vscode.workspace.fs.writeFile(file, Buffer.from('300000004c664c650100000001000000', 'hex'));
    await vscode.commands.executeCommand('vscode.open', file);
    const text = await eventually('the text', () =>
      vscode.window.activeTextEditor?.document.uri.scheme === 'wintriage-log'
        ? vscode.window.activeTextEditor.document.getText()
        : undefined,
    );
    assert.match(text, /^Event logs of Windows 2003 and before \(\.evt\) are not supported; convert .*wevtutil epl/);
    assert.equal(text.trim().split('\n').length, 1);
  });
});
