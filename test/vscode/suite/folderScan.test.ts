import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, documentOf, eventually, makeFolder, open, problems, write } from './support/editor';
import { writeEndless } from './support/endless';
import { crashCase, renderEvents, serviceEnded, serviceStopped } from './support/events';

describe('Scanning a folder', () => {
  let folder: vscode.Uri;
  let system: vscode.Uri;
  let application: vscode.Uri;

  beforeEach(async () => {
    folder = await makeFolder({ ...crashCase, 'readme.txt': 'no event', 'pom.xml': '<project/>' });
    system = vscode.Uri.joinPath(folder, 'System.xml');
    application = vscode.Uri.joinPath(folder, 'Application.xml');
    await vscode.commands.executeCommand('wintriage.scanFolder', folder);
  });

  afterEach(closeAll);

  it('finds the incident in files that are not open, and passes other files over', async () => {
    await problems(system, 1);
    await problems(application, 4);
    const { sources, incidents } = (await api()).case();
    assert.deepEqual(new Set(sources.map(({ path }) => path)), new Set([system.fsPath, application.fsPath]));
    assert.deepEqual(
      incidents.map(({ confidence }) => confidence),
      ['matches'],
    );
    assert.equal(documentOf(system), undefined, 'nothing was opened');
  });

  it('leads to the exact place in a file that is not open', async () => {
    const extension = await api();
    const findings = await eventually('the incident', () =>
      extension.case().incidents[0]?.seen.flatMap((sign) => sign.findings),
    );
    const place = findings.find(({ path }) => path === system.fsPath);
    assert.equal(documentOf(system), undefined);
    await vscode.commands.executeCommand('wintriage.openEvent', { kind: 'sign', place });
    const editor = await eventually('the System log in front', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path === system.path && !active.selection.isEmpty ? active : undefined;
    });
    assert.equal(editor.document.getText(editor.selection), '7031');
  });

  it('keeps the problems of a file that is opened and closed again', async () => {
    await open(system);
    await problems(system, 1);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await eventually('the document to be closed', () => documentOf(system) === undefined);
    await problems(system, 1);
  });

  it('counts what stands in the editor, not what stands on disk', async () => {
    const document = await open(system);
    await problems(system, 1);
    const edit = new vscode.WorkspaceEdit();
    const text = document.getText();
    const whole = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
    edit.replace(system, whole, renderEvents(serviceStopped));
    await vscode.workspace.applyEdit(edit);
    await problems(system, 0);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await problems(system, 1);
  });

  it('follows files that change, come and go', async () => {
    await write(system, renderEvents(serviceStopped));
    await problems(system, 0);
    const later = vscode.Uri.joinPath(folder, 'later', 'System.xml');
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(later, '..'));
    await write(later, renderEvents(serviceEnded));
    await problems(later, 1);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(later, '..'), { recursive: true });
    await problems(later, 0);
  });

  it('reads everything again on refresh', async () => {
    await vscode.commands.executeCommand('wintriage.refresh');
    await problems(system, 1);
    await problems(application, 4);
  });

  it('lists the folder with its files, and forgets both when it is removed', async () => {
    const extension = await api();
    const sources = await eventually('the sources', () =>
      extension.treeChildren().find(({ kind }) => kind === 'sources'),
    );
    const [node] = extension.treeChildren(sources);
    assert.equal(node?.kind, 'folder');
    assert.deepEqual(
      extension.treeChildren(node).map(({ label }) => label),
      ['Application.xml', 'System.xml'],
    );
    await vscode.commands.executeCommand('wintriage.removeFolder', node);
    await problems(system, 0);
    await eventually('an empty tree', () => extension.treeChildren().length === 0);
  });
});

/** Starts the scan of a folder in which one log stands before others that take for ever, and waits until that one is read. */
async function startScan(): Promise<{
  readonly folder: vscode.Uri;
  readonly scan: Thenable<unknown>;
  readonly extension: Awaited<ReturnType<typeof api>>;
}> {
  const folder = await makeFolder({ 'System.xml': renderEvents(serviceEnded) });
  for (const name of ['Wds-1.xml', 'Wds-2.xml']) writeEndless(vscode.Uri.joinPath(folder, name));
  const scan = vscode.commands.executeCommand('wintriage.scanFolder', folder);
  const extension = await api();
  await eventually('the first file', () => extension.case().sources.length > 0);
  return { folder, scan, extension };
}

describe('A scan that is under way', () => {
  afterEach(closeAll);

  it('ends when its folder is removed, and leaves nothing behind', async () => {
    const { folder, scan, extension } = await startScan();
    await vscode.commands.executeCommand('wintriage.removeFolder', { kind: 'folder', path: folder.fsPath });
    await scan;
    await eventually('an empty case', () => extension.case().sources.length === 0);
    await vscode.commands.executeCommand('wintriage.refresh');
    assert.deepEqual(extension.case().sources, []);
  });

  it('ends when it is cancelled, and keeps what was read', async () => {
    const { scan, extension } = await startScan();
    await vscode.commands.executeCommand('wintriage.cancelScan');
    await scan;
    assert.equal(extension.case().sources.length, 1);
  });
});

describe('The sample case', () => {
  afterEach(closeAll);

  it('is scanned as a copy, so that fixes can be made next to its logs', async () => {
    await vscode.commands.executeCommand('wintriage.openSample');
    const wintriage = await api();
    await eventually('incidents', () => wintriage.case().incidents.some(({ confidence }) => confidence === 'matches'));
    const extension = vscode.extensions.getExtension('wintriage.wintriage');
    assert.ok(extension);
    const paths = wintriage.case().sources.map(({ path }) => path);
    assert.ok(paths.length > 3);
    assert.deepEqual(
      paths.filter((path) => path.startsWith(extension.extensionPath)),
      [],
    );
  });
});
