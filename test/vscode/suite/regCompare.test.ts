import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, documentOf, eventually, makeFolder, open } from './support/editor';
import { exportOf, writeUtf16 } from './support/registry';

const KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\PXE';

interface Files {
  readonly change: vscode.Uri;
  readonly state: vscode.Uri;
}

async function makeFiles(): Promise<Files> {
  const folder = await makeFolder({});
  const [change, state] = ['change.reg', 'state.reg'].map((name) => vscode.Uri.joinPath(folder, name));
  assert.ok(change && state);
  const old = [`[${KEY}\\Old]`, '"Blob"=hex:01,02,03'];
  await writeUtf16(state, exportOf([`[${KEY}]`, '"NumberOfThreads"=dword:00000008'], old));
  const lines = [`[${KEY}]`, '"NumberOfThreads"=dword:00000001', '"New"="n"', `[-${KEY}\\Old]`];
  await writeUtf16(change, exportOf([...lines, '[HKEY_CURRENT_USER\\Contoso]']));
  return { change, state };
}

/** The two texts of the diff editor in front. */
function diffInFront(): Promise<{ readonly before: vscode.TextDocument; readonly after: vscode.TextDocument }> {
  return eventually('the diff editor', () => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    if (!(input instanceof vscode.TabInputTextDiff)) return false;
    const [before, after] = [documentOf(input.original), documentOf(input.modified)];
    return before && after && { before, after };
  });
}

async function compare({ change, state }: Files): ReturnType<typeof diffInFront> {
  // As the explorer calls it with two files selected.
  await vscode.commands.executeCommand('wintriage.compareReg', change, [change, state]);
  return diffInFront();
}

describe('Comparing a registry file with an export', () => {
  afterEach(closeAll);

  it('shows in a diff editor what would change, and what the export does not cover', async () => {
    const { before, after } = await compare(await makeFiles());
    assert.match(before.getText(), /"NumberOfThreads"=dword:00000008\n[^]*Old\]\n"Blob"=hex:01,02,03\n/);
    assert.match(after.getText(), /"NumberOfThreads"=dword:00000001\n"New"="n"\n/);
    assert.doesNotMatch(after.getText(), /Old\]/);
    for (const text of [before, after]) {
      assert.match(text.getText(), /^; HKEY_CURRENT_USER\\Contoso: .* not known$/m);
      assert.equal(text.languageId, 'wintriage-reg');
      assert.deepEqual(vscode.languages.getDiagnostics(text.uri), [], 'a view of ours is not checked');
    }
    assert.match(
      vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '',
      /^change\.reg on the registry that state\.reg shows: 1 value changed, 1 value added, 1 key deleted/,
    );
  });

  it('makes the undo that restores types and bytes, next to the file', async () => {
    const files = await makeFiles();
    const { after } = await compare(files);
    // As the button in the title of the diff editor calls it.
    await vscode.commands.executeCommand('wintriage.createExactUndo', after.uri);
    const undo = vscode.Uri.joinPath(files.change, '../change-undo.reg');
    await eventually('the undo in front', () => vscode.window.activeTextEditor?.document.uri.path === undo.path);
    const text = readFileSync(undo.fsPath, 'utf16le');
    assert.match(text, /\r\n"NumberOfThreads"=dword:00000008\r\n"New"=-\r\n/);
    assert.match(text, /Old\]\r\n"Blob"=hex:01,02,03\r\n/);
    assert.match(text, /; Not undone: HKEY_CURRENT_USER\\Contoso the key is created if it is not there/);
    assert.doesNotMatch(text, /\[-?HKEY_CURRENT_USER/);
  });

  it('shows every change in words', async () => {
    const { after } = await compare(await makeFiles());
    await vscode.commands.executeCommand('wintriage.showRegSummary', after.uri);
    await eventually('the page', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.label.startsWith('Preview change'),
    );
  });

  it('follows the files when they are saved', async () => {
    const files = await makeFiles();
    const { after } = await compare(files);
    const edit = new vscode.WorkspaceEdit();
    const state = await open(files.state);
    edit.insert(state.uri, state.lineAt(2).range.end, '\r\n"Other"="there already"');
    await vscode.workspace.applyEdit(edit);
    await state.save();
    await eventually('the new text', () => after.getText().includes('"Other"="there already"'));
  });

  it('says what is wrong with files that cannot be compared', async () => {
    const { change } = await makeFiles();
    const other = vscode.Uri.joinPath(change, '../notes.txt');
    await vscode.workspace.fs.writeFile(other, new TextEncoder().encode('notes'));
    await assert.rejects(
      async () => vscode.commands.executeCommand('wintriage.compareReg', change, [change, other]),
      /Not both of these files/,
    );
  });
});
