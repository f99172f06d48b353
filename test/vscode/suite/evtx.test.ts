import * as assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { logUri } from '../../../src/editor/logUris';
import { api, closeAll, eventually, makeFolder, positionOf, problems, underlined } from './support/editor';
import { heapCorrupted, serviceEnded, serviceStopped } from './support/events';
import { writeEvtx } from './support/evtxFile';
import { lensTitles, textInFront, textTabs } from './support/logs';
import { actionsAt, foldsOf, symbolsOf } from './support/features';

function hashOf(file: vscode.Uri): string {
  return createHash('sha256').update(readFileSync(file.fsPath)).digest('hex');
}

async function makeLog(bytes: Uint8Array): Promise<vscode.Uri> {
  const file = vscode.Uri.joinPath(await makeFolder({}), 'System.evtx');
  await vscode.workspace.fs.writeFile(file, bytes);
  return file;
}

describe('A binary log', () => {
  let file: vscode.Uri;
  let hash: string;

  beforeEach(async () => {
    file = await makeLog(writeEvtx([serviceStopped, heapCorrupted, serviceEnded]));
    hash = hashOf(file);
  });

  afterEach(async () => {
    await closeAll();
    assert.equal(hashOf(file), hash, 'the log is what it was');
  });

  it('is shown as text when it is opened, in a tab of its own', async () => {
    await vscode.commands.executeCommand('vscode.open', file);
    const document = await textInFront(file);
    assert.equal(document.languageId, 'xml');
    assert.match(document.getText(), /<EventID Qualifiers='49152'>7031<\/EventID>/);
    await eventually(
      'one tab',
      () => vscode.window.tabGroups.activeTabGroup.tabs.length === 1 && textTabs().length === 1,
    );
    assert.equal((await lensTitles(document))[0], 'All 3 events');
  });

  it('stays open when it is opened twice, as a double click does', async () => {
    const first = vscode.commands.executeCommand('vscode.open', file, { preview: true });
    await vscode.commands.executeCommand('vscode.open', file, { preview: false });
    await first;
    await textInFront(file);
    await eventually('one tab that stays', () => {
      const { tabs } = vscode.window.tabGroups.activeTabGroup;
      return tabs.length === 1 && textTabs()[0]?.isPreview === false;
    });
  });

  it('has its signs underlined, explained and listed', async () => {
    await vscode.commands.executeCommand('vscode.open', file);
    const document = await textInFront(file);
    const found = await problems(document.uri, 2);
    assert.deepEqual(found.map((each) => underlined(document, each)).sort(), ['1000', '7031']);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      positionOf(document, '120000'),
    );
    const [content] = hovers[0]?.contents ?? [];
    assert.match(
      content instanceof vscode.MarkdownString ? content.value : '',
      /Service Control Manager 7031.*\n.*[\s\S]*KB 2510665/,
    );
    const symbols = await symbolsOf(document);
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['Service Control Manager 7036', 'Application Error 1000', 'Service Control Manager 7031'],
    );
    const [source] = (await api()).case().sources;
    assert.deepEqual([source?.path, source?.format, source?.recordCount], [file.fsPath, 'evtx', 3]);
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.equal(document.isDirty, false);
  });

  it('offers the fixes of a sign, folds event by event, and is searched like any text', async () => {
    await vscode.commands.executeCommand('vscode.open', file);
    const document = await textInFront(file);
    await problems(document.uri, 2);
    const actions = await actionsAt(
      document,
      new vscode.Range(positionOf(document, '7031', 0), positionOf(document, '7031', 4)),
      'quickfix.wintriage.fix',
    );
    assert.equal(actions.length, 3);
    const folds = await foldsOf(document);
    const starts = folds.map(({ start }) => start);
    for (const id of ['7036', '1000', '7031']) assert.ok(starts.some((line) => line < positionOf(document, id).line));
    await vscode.commands.executeCommand('editor.actions.findWithArgs', { searchString: 'svchost.exe_WDSServer' });
    await vscode.commands.executeCommand('editor.action.nextMatchFindAction');
    const editor = await eventually('the match', () => {
      const { activeTextEditor: active } = vscode.window;
      return active?.document === document && !active.selection.isEmpty ? active : undefined;
    });
    assert.equal(document.getText(editor.selection), 'svchost.exe_WDSServer');
    await vscode.commands.executeCommand('closeFindWidget');
  });

  it('has its problems in the text that a click opens, when its folder is scanned', async () => {
    const folder = vscode.Uri.joinPath(file, '..');
    await vscode.commands.executeCommand('wintriage.scanFolder', folder);
    const found = await problems(logUri(file), 2);
    await problems(file, 0);
    const [incident] = (await api()).case().incidents;
    const finding = incident?.seen
      .flatMap(({ findings }) => findings)
      .find(({ record }) => record.eventId?.value === 7031);
    assert.ok(finding);
    await vscode.commands.executeCommand('wintriage.openEvent', { kind: 'sign', place: finding });
    const document = await textInFront(file);
    const selected = await eventually('the selection', () => {
      const { activeTextEditor: active } = vscode.window;
      return active?.document === document && !active.selection.isEmpty ? active.selection : undefined;
    });
    assert.equal(document.getText(selected), '7031');
    assert.ok(found.some(({ range }) => range.isEqual(selected)));
  });
});

describe('A large binary log', () => {
  afterEach(closeAll);

  it('shows the events with signs, and all others page by page', async () => {
    const events = Array.from({ length: 5000 }, (_, index) =>
      index === 3210 ? serviceEnded : { ...serviceStopped, data: [`Service ${index}`, 'stopped'] },
    );
    const file = await makeLog(writeEvtx(events));
    await vscode.commands.executeCommand('vscode.open', file, { preview: false });
    const document = await textInFront(file, '<!-- 3,190 events not shown -->');
    assert.match(document.getText(), /41 of 5,000 events/);
    const [problem] = await problems(document.uri, 1);
    assert.ok(problem);
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(problem.range.start, problem.range.start);
    await vscode.commands.executeCommand('wintriage.allEvents');
    const page = await textInFront(file, 'events 2,001 to 4,000 of 5,000');
    const active = await eventually('the cursor', () => {
      const { activeTextEditor: front } = vscode.window;
      return front?.document === page && front.selection.active.line > 3 ? front.selection.active : undefined;
    });
    const onPage = await problems(page.uri, 1);
    assert.equal(underlined(page, onPage[0] ?? problem), '7031');
    assert.ok((onPage[0]?.range.start.line ?? 0) - active.line < 10);
    await vscode.commands.executeCommand('wintriage.laterEvents');
    await textInFront(file, 'events 4,001 to 5,000 of 5,000');
    await eventually('one tab', () => textTabs().length === 1);
  });
});
