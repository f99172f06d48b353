import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { putCursor } from './support/cursor';
import { api, closeAll, eventually, makeFolder, openAll, positionOf, problems, settingsWith } from './support/editor';
import { ownActionsAt } from './support/features';
import { crashCase, heapCorrupted, renderEvents, serviceEnded, serviceStopped } from './support/events';

const CREATE = [
  'Create registry fix: ConfigMgr 2007, 64-bit server (.reg)',
  'Create registry fix: ConfigMgr 2007, 32-bit server (.reg)',
  'Create registry fix: ConfigMgr 2012 (KB 3046055) (.reg)',
];

/** Opens the crash case and, once all of it is read, gives the quick fixes on the squiggle of the System log. */
async function quickFixes(files: Readonly<Record<string, string>> = crashCase): Promise<{
  readonly folder: vscode.Uri;
  readonly system: vscode.TextDocument;
  readonly actions: readonly vscode.CodeAction[];
}> {
  const folder = await makeFolder(files);
  const documents = await openAll(folder, ...Object.keys(files));
  const system = documents.find(({ uri }) => uri.path.endsWith('System.xml'));
  assert.ok(system);
  const logs = documents.filter(({ languageId }) => languageId === 'xml').length;
  const extension = await api();
  await eventually(`${logs} logs in the case`, () => extension.case().sources.length === logs);
  await problems(system.uri, 1);
  return { folder, system, actions: await ownActionsAt(system, positionOf(system, '7031')) };
}

function titled(actions: readonly vscode.CodeAction[], title: RegExp): vscode.CodeAction {
  const found = actions.find((action) => title.test(action.title));
  assert.ok(found, `there is an action ${title}`);
  return found;
}

/**
 * Chooses an action as the light bulb does; once for a document, as VS Code puts its looks off after that (`putCursor`). The edit of an action that comes out of `executeCodeActionProvider` has lost
 * the contents of its file, so that it cannot be applied from here.
 */
async function choose(document: vscode.TextDocument, kind: string): Promise<void> {
  await putCursor(await vscode.window.showTextDocument(document), positionOf(document, '7031'));
  await vscode.commands.executeCommand('editor.action.codeAction', {
    kind: `quickfix.wintriage.${kind}`,
    apply: 'first',
  });
}

function inFront(file: vscode.Uri): Promise<vscode.TextDocument> {
  return eventually(`${file.path} in an editor`, () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.path === file.path ? document : undefined;
  });
}

function exists(file: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

/** The text of a file whose bytes are UTF-16, low byte first, after a byte order mark. */
function readUtf16(file: vscode.Uri): string {
  const bytes = readFileSync(file.fsPath);
  assert.deepEqual([...bytes.subarray(0, 2)], [0xff, 0xfe], 'a byte order mark');
  return bytes.subarray(2).toString('utf16le');
}

describe('Quick fixes', () => {
  afterEach(closeAll);

  it('offer each variant, its undo, the command and the other workaround', async () => {
    const { actions } = await quickFixes();
    const titles = actions.map(({ title }) => title);
    assert.deepEqual(new Set(titles.slice(0, 3)), new Set(CREATE));
    assert.equal(titles.filter((title) => title.startsWith('Create undo for ')).length, 3);
    assert.equal(titles.filter((title) => title.startsWith('Copy as reg.exe command')).length, 3);
    assert.ok(titles.some((title) => /^Show workaround 1: disable the backup router's PXE relay$/.test(title)));
    assert.equal(titles.length, 10);
  });

  it('prefer the variant that the evidence names', async () => {
    const { actions } = await quickFixes();
    const preferred = actions.filter(({ isPreferred }) => isPreferred);
    assert.deepEqual(
      preferred.map(({ title }) => title),
      [],
      'the logs tell the bitness, but not the product',
    );
    await closeAll();
    await settingsWith('product', 'configmgr2007', async () => {
      const known = await quickFixes();
      assert.deepEqual(
        known.actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title),
        ['Create registry fix: ConfigMgr 2007, 64-bit server (.reg)'],
      );
      assert.match(known.actions[0]?.title ?? '', /2007, 64-bit/, 'it comes first');
    });
  });

  it('make a file next to the log, with the bytes that regedit wants, and open it', async () => {
    const { folder, system } = await quickFixes();
    await choose(system, 'fix.configmgr2007-x64');
    const file = vscode.Uri.joinPath(folder, 'KB2510665-configmgr2007-x64.reg');
    const opened = await inFront(file);
    const text = readUtf16(file);
    assert.ok(text.startsWith('Windows Registry Editor Version 5.00\r\n\r\n; KB 2510665'));
    assert.ok(
      text.includes(
        '\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE]\r\n"NumberOfThreads"=dword:00000001\r\n',
      ),
    );
    assert.match(text, /PXE01\.contoso\.example/);
    assert.match(text, /Restart the Windows Deployment Services Server service/);
    assert.doesNotMatch(text, /[^\r]\n|\r[^\n]/, 'CR LF ends every line');
    assert.equal(opened.encoding, 'utf16le');
    assert.equal(opened.languageId, 'wintriage-reg');
  });

  it('make the undo that removes the value', async () => {
    const { folder, system } = await quickFixes();
    await choose(system, 'undo.configmgr2007-x64');
    const file = vscode.Uri.joinPath(folder, 'KB2510665-configmgr2007-x64-undo.reg');
    await inFront(file);
    const text = readUtf16(file);
    assert.ok(
      text.includes('\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE]\r\n"NumberOfThreads"=-\r\n'),
    );
  });

  it('can be undone', async () => {
    const { folder, system } = await quickFixes();
    await choose(system, 'fix.configmgr2007-x86');
    const file = vscode.Uri.joinPath(folder, 'KB2510665-configmgr2007-x86.reg');
    await inFront(file);
    assert.equal(await exists(file), true);
    await vscode.commands.executeCommand('undo');
    await eventually('the file to be gone', async () => !(await exists(file)));
  });

  it('never replace a file', async () => {
    const { folder, system } = await quickFixes({
      ...crashCase,
      'KB2510665-configmgr2007-x64.reg': 'mine',
      'KB2510665-configmgr2007-x64-2.reg': 'mine too',
    });
    await choose(system, 'fix.configmgr2007-x64');
    const file = vscode.Uri.joinPath(folder, 'KB2510665-configmgr2007-x64-3.reg');
    await inFront(file);
    assert.match(readUtf16(file), /NumberOfThreads/);
    assert.equal(readFileSync(vscode.Uri.joinPath(folder, 'KB2510665-configmgr2007-x64.reg').fsPath, 'utf8'), 'mine');
  });

  it('can be chosen by one key when the variant is known', async () => {
    await settingsWith('product', 'configmgr2007', async () => {
      const { folder, system } = await quickFixes();
      await putCursor(await vscode.window.showTextDocument(system), positionOf(system, '7031'));
      await vscode.commands.executeCommand('editor.action.autoFix');
      await inFront(vscode.Uri.joinPath(folder, 'KB2510665-configmgr2007-x64.reg'));
    });
  });

  it('copy the command', async () => {
    const { system } = await quickFixes();
    await choose(system, 'copy.configmgr2007-x64');
    const expected =
      'reg.exe add "HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE" /v "NumberOfThreads" /t REG_DWORD /d 1 /f';
    await eventually('the command', async () => (await vscode.env.clipboard.readText()) === expected);
  });

  it('show the other workaround', async () => {
    const { system } = await quickFixes();
    await choose(system, 'show');
    await eventually(
      'the page',
      () =>
        vscode.window.tabGroups.activeTabGroup.activeTab?.label === 'Preview WDS crash, KB 2510665, workaround 1.md',
    );
  });

  it('are not offered for a look-alike nor for an event that is no sign', async () => {
    const lookAlike = {
      ...heapCorrupted,
      data: ['svchost.exe_WDSServer', '6.1', '4a5b', 'MSVCR100.dll', '10.0', '4d5f', 'c0000005', '5f61a'],
    };
    const folder = await makeFolder({ 'Application.xml': renderEvents(lookAlike, serviceStopped) });
    const [document] = await openAll(folder, 'Application.xml');
    assert.ok(document);
    await problems(document.uri, 1);
    assert.deepEqual(await ownActionsAt(document, positionOf(document, '7036')), []);
    const titles = (await ownActionsAt(document, positionOf(document, '1000'))).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => title.includes('registry')),
      [],
    );
  });

  it('are offered in an untitled document, where creating asks for a place', async () => {
    const content = renderEvents(serviceEnded);
    const document = await vscode.workspace.openTextDocument({ content, language: 'xml' });
    await vscode.window.showTextDocument(document);
    await problems(document.uri, 1);
    const create = titled(await ownActionsAt(document, positionOf(document, '7031')), /2007, 64-bit server \(\.reg\)/);
    assert.equal(create.edit, undefined);
    assert.equal(create.command?.command, 'wintriage.createFix');
  });
});
