import * as assert from 'node:assert/strict';
import { closeSync, openSync, truncateSync, writeSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { api, closeAll, documentOf, eventually, makeFolder } from './support/editor';
import { renderEvent, serviceEnded, serviceStopped } from './support/events';

const MEGABYTE = 1e6;

/** Writes so much of ordinary events, with a sign of a crash at the end. */
function writeLarge(file: vscode.Uri, size: number): void {
  const ordinary = `${renderEvent(serviceStopped)}\n`.repeat(1000);
  const target = openSync(file.fsPath, 'w');
  writeSync(target, '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<Events>\n');
  for (let written = 0; written < size; written += ordinary.length) writeSync(target, ordinary);
  writeSync(target, `${renderEvent(serviceEnded)}\n</Events>\n`);
  closeSync(target);
}

/** A file that would take minutes to read, though it takes no room: the start of a log with a hole after it. */
function writeEndless(file: vscode.Uri): void {
  const target = openSync(file.fsPath, 'w');
  writeSync(target, `<Events>\n${renderEvent(serviceEnded)}\n`);
  closeSync(target);
  truncateSync(file.fsPath, 2 ** 36);
}

async function remove(folder: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('wintriage.removeFolder', { kind: 'folder', path: folder.fsPath });
}

describe('A file that VS Code does not share with extensions', () => {
  let file: vscode.Uri;

  before(async () => {
    file = vscode.Uri.joinPath(await makeFolder({}), 'Large.xml');
    writeLarge(file, 60 * MEGABYTE);
  });

  after(async () => {
    await vscode.workspace.fs.delete(file);
  });

  afterEach(closeAll);

  it('belongs to the case while its tab is open', async () => {
    const extension = await api();
    await vscode.commands.executeCommand('vscode.open', file, { preview: false });
    const source = await eventually('the file to be read', () => extension.case().sources[0]);
    assert.equal(documentOf(file), undefined, 'there is no document');
    assert.equal(source.path, file.fsPath);
    assert.equal(source.findings.length, 1);
    assert.equal(extension.case().incidents.length, 1);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually('an empty case', () => extension.case().sources.length === 0);
  });

  it('is read again on refresh, and stays when another tab comes to the front', async () => {
    const extension = await api();
    await vscode.commands.executeCommand('vscode.open', file, { preview: false });
    const first = await eventually('the file to be read', () => extension.case().sources[0]);
    await vscode.commands.executeCommand('workbench.action.files.newUntitledFile');
    await vscode.commands.executeCommand('wintriage.refresh');
    await eventually('the file to be read again', () => {
      const [source] = extension.case().sources;
      return source !== undefined && source !== first;
    });
  });
});

describe('Scanning large files', () => {
  afterEach(closeAll);

  it('leaves the extension host free', async function () {
    const folder = await makeFolder({});
    for (const name of ['A.xml', 'B.xml', 'C.xml']) writeLarge(vscode.Uri.joinPath(folder, name), 80 * MEGABYTE);
    const delay = monitorEventLoopDelay({ resolution: 2 });
    delay.enable();
    const started = performance.now();
    await vscode.commands.executeCommand('wintriage.scanFolder', folder);
    const passed = performance.now() - started;
    delay.disable();
    const longest = delay.max / 1e6;
    console.log(`[suite]     240 MB scanned in ${passed.toFixed(0)} ms, longest stretch ${longest.toFixed(0)} ms`);
    const { sources } = (await api()).case();
    assert.equal(sources.length, 3);
    assert.ok(sources.every(({ findings }) => findings.length === 1));
    assert.ok(longest < 250, `${longest} ms`);
    await remove(folder);
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('ends soon after it is cancelled, however large the files are', async () => {
    const folder = await makeFolder({});
    for (const name of ['A.xml', 'B.xml', 'C.xml']) writeEndless(vscode.Uri.joinPath(folder, name));
    const scan = vscode.commands.executeCommand('wintriage.scanFolder', folder);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const started = performance.now();
    await vscode.commands.executeCommand('wintriage.cancelScan');
    await scan;
    const passed = performance.now() - started;
    console.log(`[suite]     cancelled in ${passed.toFixed(0)} ms`);
    assert.ok(passed < 1000, `${passed} ms`);
    await remove(folder);
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('reads what somebody opens although a folder is being scanned', async () => {
    const folder = await makeFolder({});
    for (const name of ['A.xml', 'B.xml', 'C.xml']) writeEndless(vscode.Uri.joinPath(folder, name));
    const other = vscode.Uri.joinPath(await makeFolder({}), 'Large.xml');
    writeLarge(other, 60 * MEGABYTE);
    const scan = vscode.commands.executeCommand('wintriage.scanFolder', folder);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await vscode.commands.executeCommand('vscode.open', other);
    const extension = await api();
    const [source] = await eventually('the file to be read', () => {
      const { sources } = extension.case();
      return sources.length > 0 && sources;
    });
    assert.equal(source?.path, other.fsPath);
    await remove(folder);
    await scan;
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(other);
  });
});
