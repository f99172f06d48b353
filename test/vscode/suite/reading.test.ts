import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TreeNode } from '../../../src/core';
import { api, closeAll, documentOf, eventually, makeFolder, openAll, problems, settingsWith } from './support/editor';
import { hoverText } from './support/hovers';

const HEADER = 'Level,Date and Time,Source,Event ID,Task Category';
const ENDED = 'The Windows Deployment Services Server service terminated unexpectedly.  It has done this 2 time(s).';

function csv(...dates: readonly string[]): string {
  return [HEADER, ...dates.map((date) => `Error,${date},Service Control Manager,7031,None,"${ENDED}"`), ''].join(
    '\r\n',
  );
}

async function openCsv(text: string): Promise<vscode.TextDocument> {
  const [document] = await openAll(await makeFolder({ 'System.csv': text }), 'System.csv');
  return document ?? assert.fail('nothing was opened');
}

async function nodes(): Promise<readonly TreeNode[]> {
  const extension = await api();
  const all = (node: TreeNode): readonly TreeNode[] => [node, ...extension.treeChildren(node).flatMap(all)];
  return extension.treeChildren().flatMap(all);
}

/** Every text that the tree shows. */
async function treeText(): Promise<string> {
  return (await nodes()).map(({ label, description, tooltip }) => `${label} ${description} ${tooltip}`).join('\n');
}

async function statusDetail(): Promise<string | undefined> {
  return (await api()).status()?.detail;
}

async function statusText(): Promise<string | undefined> {
  return (await api()).status()?.text;
}

describe('What the reader sees of times, encodings and what was not read', () => {
  afterEach(closeAll);

  it('is in one zone everywhere, the one of the setting, and follows it', async () => {
    const document = await openCsv(csv('14.03.2012 10:14:08'));
    await problems(document.uri, 1);
    assert.match(
      await hoverText(document, '7031'),
      /2012-03-14 10:14:08 \(local time of the server, zone not stated\)/,
    );
    await settingsWith('exportTimeZone', '+01:00', async () => {
      await eventually('UTC in the tree', async () => (await treeText()).includes('2012-03-14 09:14:08 UTC'));
      assert.match(await hoverText(document, '7031'), /2012-03-14 09:14:08 UTC/);
      assert.doesNotMatch(await treeText(), /10:14:08/);
      await settingsWith('displayTimeZone', 'log', async () => {
        await eventually('the time of the log', async () => (await treeText()).includes('10:14:08'));
        const hover = await hoverText(document, '7031');
        assert.match(hover, /2012-03-14 10:14:08 \(local time of the server, zone not stated\) \(09:14:08 UTC\)/);
      });
    });
  });

  it('tells that nothing told day from month, until a setting does', async () => {
    const document = await openCsv(csv('04/03/2012 10:14:08'));
    await problems(document.uri, 1);
    assert.match(await hoverText(document, '7031'), /2012-03-04 .*other way round: nothing in the file tells/s);
    assert.match((await statusDetail()) ?? '', /order of day and month assumed/);
    assert.match(await treeText(), /dates read with the day first, which nothing in the file tells/);
    await settingsWith('dateOrder', 'monthFirst', async () => {
      await eventually('the other date', async () => (await hoverText(document, '7031')).includes('2012-04-03'));
      assert.doesNotMatch(await hoverText(document, '7031'), /other way round/);
      assert.doesNotMatch((await statusDetail()) ?? '', /assumed/);
    });
  });

  it('takes the order of day and month from another date of the file', async () => {
    const document = await openCsv(csv('04/03/2012 10:14:08', '03/25/2012 10:14:08'));
    await problems(document.uri, 2);
    const hover = await hoverText(document, '04/03/2012');
    assert.match(hover, /2012-04-03/);
    assert.doesNotMatch(hover, /other way round/);
  });

  it('says in which encoding a document is and what was lost, and offers to reopen it', async () => {
    const folder = await makeFolder({});
    const file = vscode.Uri.joinPath(folder, 'System.csv');
    const bytes = Buffer.from(csv('14.03.2012 10:14:08').replace('None', 'Pr\x81fung'), 'latin1');
    await vscode.workspace.fs.writeFile(file, bytes);
    await openAll(folder, 'System.csv');
    await problems(file, 2);
    const shown = await eventually('the status', async () => (await api()).status());
    assert.match(shown.detail, /^Event Viewer CSV · UTF-8 · 1 problem · no computer$/);
    assert.equal(shown.severity, 'warning');
    assert.equal(shown.command, 'workbench.action.editor.changeEncoding');
    assert.ok((await vscode.commands.getCommands()).includes(shown.command));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const files = vscode.workspace.getConfiguration('files');
    await files.update('encoding', 'cp850', vscode.ConfigurationTarget.Workspace);
    try {
      await openAll(folder, 'System.csv');
      await eventually('the other encoding', async () => (await statusDetail())?.includes('code page 850 (OEM)'));
      assert.ok(documentOf(file)?.getText().includes('Prüfung'));
      await problems(file, 1);
    } finally {
      await files.update('encoding', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('says where a part of a document is in another encoding, and offers the scan that reads it', async () => {
    const folder = await makeFolder({});
    const file = vscode.Uri.joinPath(folder, 'System.csv');
    // VS Code takes a file with a zero near its start for binary.
    const text = csv(...Array.from({ length: 8 }, (_, index) => `14.03.2012 10:14:0${index}`));
    const rows = text.slice(HEADER.length + '\r\n'.length);
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from(rows, 'utf16le')]);
    await vscode.workspace.fs.writeFile(file, bytes);
    await openAll(folder, 'System.csv');
    const extension = await api();
    const shown = await eventually('the status', () => extension.status());
    assert.match(shown.detail, /^Event Viewer CSV · UTF-8 · not read to its end · \d+ problems? · no computer$/);
    assert.equal(shown.command, 'wintriage.scanFolder');
    const { problems: places = [] } = extension.case().sources.find(({ path }) => path.endsWith('System.csv')) ?? {};
    const garbled = places.find(({ code }) => code === 'text-garbled');
    assert.deepEqual(garbled?.range.start, { line: 9, column: 0 });
    await vscode.commands.executeCommand(shown.command, folder);
    await eventually('all of it', async () => (await statusText()) === '16 events');
    assert.equal((await api()).status()?.command, 'workbench.action.editor.changeEncoding');
  });

  it('names lines that were passed over and fields that are missing, in status and tree', async () => {
    const text = `Hello,\r\nthis is the log:\r\nLog Name: System\r\nSource: EventLog\r\nEvent ID: 6008\r\n`;
    await openAll(await makeFolder({ 'mail.txt': text }), 'mail.txt');
    const detail = await eventually('the status', statusDetail);
    assert.match(detail, /2 lines passed over · no level · no time · no computer/);
    const labels = (await nodes()).filter(({ kind }) => kind === 'coverage').map(({ label }) => label);
    assert.deepEqual(labels, [
      '2 lines of other text passed over',
      'no level in any event',
      'no time in any event',
      'no computer in any event',
    ]);
  });
});
