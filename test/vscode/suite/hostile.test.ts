/** A log and a file name that try to be more than text, in every place of a real VS Code that shows them. */
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { TreeNode } from '../../../src/core';
import { api, closeAll, eventually, makeFolder, openAll, positionOf, problems } from './support/editor';
import { heapCorrupted, renderEvents, serviceEnded } from './support/events';
import { symbolsOf } from './support/features';

const LONG = 'w'.repeat(5000);

/** As it stands in XML; control characters other than these can not. */
const HOSTILE = [
  '[run](command:workbench.action.quit)',
  '![x](https://192.0.2.1/x.png)',
  '&lt;a href="command:workbench.action.quit"&gt;x&lt;/a&gt;',
  '$(bug) `code` **bold** https://192.0.2.1/',
  'a\u202egpj.exe',
  '\u009b31mred',
  '=cmd|x',
  LONG,
].join(' ');

const HOSTILE_NAME = 'System [run](command:workbench.action.quit) $(bug) \u202elmx.xml';

const hostileCase = {
  [HOSTILE_NAME]: renderEvents({
    ...serviceEnded,
    computer: HOSTILE,
    data: [...serviceEnded.data.slice(0, 4), HOSTILE],
  }),
  'Application.xml': renderEvents({ ...heapCorrupted, computer: HOSTILE, data: [...heapCorrupted.data, HOSTILE] }),
};

/** Nothing that hides or reorders text, and no word wider than a window. */
function assertVisible(text: string): void {
  assert.doesNotMatch(text, /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u, text.slice(0, 300));
  for (const word of text.split(/[\s/]/)) assert.ok(word.length < 400, `a word of ${word.length} units`);
}

/** Links of the catalogue are the only ones; nothing is trusted. */
function assertInert(markdown: vscode.MarkdownString): void {
  assert.ok(!markdown.isTrusted, 'no command link works in Markdown without trust');
  assert.ok(!markdown.supportHtml);
  assert.ok(!markdown.supportThemeIcons);
  assertVisible(markdown.value);
  const own = markdown.value.replaceAll(/(?<!\\)\[[^[\]]*\]\(https:\/\/(support|learn)\.microsoft\.com\/[^()]*\)/g, '');
  assert.doesNotMatch(own, /(?<!\\)\]\(|(?<!\\)<|https?:\/\//, 'no link, no image, no HTML and no address is left');
}

async function nodes(): Promise<TreeNode[]> {
  const extension = await api();
  const walk = (node: TreeNode): TreeNode[] => [node, ...extension.treeChildren(node).flatMap(walk)];
  return extension.treeChildren().flatMap(walk);
}

describe('Hostile text of a log', () => {
  let folder: vscode.Uri;
  let system: vscode.TextDocument;

  beforeEach(async () => {
    folder = await makeFolder(hostileCase);
    const [application, opened] = await openAll(folder, 'Application.xml', HOSTILE_NAME);
    assert.ok(application && opened);
    system = opened;
    await problems(application.uri, 1);
    await problems(system.uri, 1);
    await eventually('one incident', async () => (await api()).case().incidents.length === 1);
  });

  afterEach(closeAll);

  it('is inert in the hover', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      system.uri,
      positionOf(system, '7031'),
    );
    const parts = hovers.flatMap(({ contents }) => contents.filter((part) => part instanceof vscode.MarkdownString));
    const own = parts.filter(({ value }) => value.includes('Service Control Manager 7031'));
    assert.equal(own.length, 1);
    for (const part of own) {
      assertInert(part);
      assert.match(part.value, /‹U\+202E›/, 'what reorders text is shown');
    }
  });

  it('is visible in the tree, and inert in its tooltips', async () => {
    const extension = await api();
    const items = (await nodes()).map((node) => extension.treeItem(node));
    assert.ok(items.length > 5);
    for (const { label, description, tooltip, accessibilityInformation } of items) {
      assert.ok(typeof label === 'string' && typeof description === 'string');
      for (const text of [label, description]) assertVisible(text);
      assert.ok(accessibilityInformation);
      assert.doesNotMatch(accessibilityInformation.label, /[\p{Cc}\u202e]/u);
      assert.ok(tooltip instanceof vscode.MarkdownString);
      assertInert(tooltip);
    }
    assert.ok(
      items.some(({ label }) => typeof label === 'string' && label.includes('[run](command:')),
      'the text itself is there',
    );
  });

  it('is visible in Problems and in the outline', async () => {
    const ours = vscode.languages.getDiagnostics(system.uri).filter(({ source }) => source === 'WinTriage');
    for (const { message, relatedInformation = [] } of ours) {
      for (const text of [message, ...relatedInformation.map((related) => related.message)]) assertVisible(text);
    }
    const symbols = await symbolsOf(system);
    assert.equal(symbols.length, 1);
    for (const { name, detail } of symbols) for (const text of [name, detail]) assertVisible(text);
  });

  it('stays in the comment of the fix, which is made next to the log whatever its name', async () => {
    const node = (await nodes()).find(({ kind, label }) => kind === 'remediation' && label.includes('2007, 64-bit'));
    await vscode.commands.executeCommand('wintriage.createFix', node);
    const place = vscode.Uri.joinPath(folder, 'KB2510665-configmgr2007-x64.reg');
    await eventually('the fix in an editor', () => vscode.window.activeTextEditor?.document.uri.path === place.path);
    const lines = readFileSync(place.fsPath).subarray(2).toString('utf16le').split('\r\n');
    const commands = lines.filter((line) => line !== '' && !line.startsWith(';'));
    assert.deepEqual(commands, [
      'Windows Registry Editor Version 5.00',
      '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE]',
      '"NumberOfThreads"=dword:00000001',
    ]);
    for (const line of lines) assertVisible(line);
  });

  it('is no formula and no command to a terminal in the report that is copied', async () => {
    const incident = (await nodes()).find(({ kind }) => kind === 'incident');
    await vscode.commands.executeCommand('wintriage.copyReport', incident);
    const report = await vscode.env.clipboard.readText();
    assert.match(report, /WDS crash/);
    assert.doesNotMatch(report, /(?!\n)[\p{Cc}\u202e]/u);
    for (const line of report.split('\n')) assert.doesNotMatch(line, /^[=+\-@]/);
  });
});
