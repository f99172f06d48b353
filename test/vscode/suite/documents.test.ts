import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  api,
  closeAll,
  documentOf,
  eventually,
  makeFolder,
  open,
  openAll,
  problems,
  settingsWith,
} from './support/editor';
import { renderEvent, renderEvents, serviceEnded, serviceStopped } from './support/events';
import { actionsAt, foldsOf, symbolsOf } from './support/features';

const CSV = [
  'Level,Date and Time,Source,Event ID,Task Category',
  'Information,3/14/2012 10:13:00 AM,Service Control Manager,7036,None,The Volume Shadow Copy service entered the stopped state.',
  'Error,3/14/2012 10:14:08 AM,Service Control Manager,7031,None,"The Windows Deployment Services Server service terminated unexpectedly.  It has done this 2 time(s).',
  'The following corrective action will be taken in 120000 milliseconds: Restart the service."',
  '',
].join('\r\n');

describe('Open documents', () => {
  afterEach(closeAll);

  it('get the language of their format when they are plain text', async () => {
    const folder = await makeFolder({ 'System.csv': CSV.replace('Level,', 'Ebene,'), 'notes.txt': 'Level, Date' });
    const [csv, notes] = await openAll(folder, 'System.csv', 'notes.txt');
    assert.ok(csv && notes);
    await eventually('the language', () => documentOf(csv.uri)?.languageId === 'wintriage-events-csv');
    await problems(csv.uri, 1);
    assert.equal(documentOf(notes.uri)?.languageId, 'plaintext');
  });

  it('keep the language that a person chose', async () => {
    const folder = await makeFolder({ 'System.csv': CSV.replace('Level,', 'Ebene,') });
    const [csv] = await openAll(folder, 'System.csv');
    assert.ok(csv);
    await eventually('the language', () => documentOf(csv.uri)?.languageId === 'wintriage-events-csv');
    await vscode.languages.setTextDocumentLanguage(csv, 'plaintext');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(csv.uri, csv.positionAt(csv.getText().length), CSV.split('\r\n')[1] ?? '');
    await vscode.workspace.applyEdit(edit);
    await eventually('the new event', async () => (await api()).case().sources[0]?.recordCount === 3);
    assert.equal(documentOf(csv.uri)?.languageId, 'plaintext');
  });

  it('leave the language alone when the setting says so', async () => {
    await settingsWith('detectLanguage', false, async () => {
      const folder = await makeFolder({ 'System.csv': CSV.replace('Level,', 'Ebene,') });
      const [csv] = await openAll(folder, 'System.csv');
      assert.ok(csv);
      await problems(csv.uri, 1);
      assert.equal(documentOf(csv.uri)?.languageId, 'plaintext');
    });
  });

  it('are listed and folded event by event when they are XML', async () => {
    const folder = await makeFolder({ 'System.xml': renderEvents(serviceStopped, serviceEnded) });
    const [document] = await openAll(folder, 'System.xml');
    assert.ok(document);
    const symbols = await symbolsOf(document);
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['Service Control Manager 7036', 'Service Control Manager 7031'],
    );
    assert.equal(symbols[1] && document.getText(symbols[1].selectionRange), '7031');
    const folds = await foldsOf(document);
    const lines = renderEvent(serviceStopped).split('\n').length;
    assert.deepEqual(folds.map(({ start, end }) => [start, end]).slice(0, 2), [
      [2, 1 + lines],
      [2 + lines, 1 + lines + renderEvent(serviceEnded).split('\n').length],
    ]);
  });

  it('are listed and folded event by event when they are CSV', async () => {
    const folder = await makeFolder({ 'System.csv': CSV });
    const [document] = await openAll(folder, 'System.csv');
    assert.ok(document);
    const symbols = await symbolsOf(document);
    assert.equal(symbols.length, 2);
    const folds = await foldsOf(document);
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [[2, 3]],
    );
  });

  it('are read again when text becomes a log by an edit', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'a note', language: 'plaintext' });
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, 0, 6), renderEvents(serviceEnded));
    await vscode.workspace.applyEdit(edit);
    await problems(document.uri, 1);
    await eventually('the language', () => documentOf(document.uri)?.languageId === 'xml');
  });

  it('are read from a virtual file system', async () => {
    const bytes = new TextEncoder().encode(renderEvents(serviceEnded));
    const registration = vscode.workspace.registerFileSystemProvider('wintriage-test', readOnlyFile(bytes), {
      isReadonly: true,
    });
    try {
      const uri = vscode.Uri.parse('wintriage-test:/logs/System.xml');
      const document = await open(uri);
      const [problem] = await problems(uri, 1);
      const actions = await actionsAt(document, problem?.range, 'quickfix.wintriage.fix');
      assert.equal(document.uri.scheme, 'wintriage-test');
      assert.deepEqual(
        actions.map(({ edit, command }) => [edit, command?.command]),
        [1, 2, 3].map(() => [undefined, 'wintriage.createFix']),
        'no file can be made there, so a place is asked for',
      );
      await closeAll();
    } finally {
      registration.dispose();
    }
  });
});

/** A file system that holds the same file at every path. */
function readOnlyFile(bytes: Uint8Array): vscode.FileSystemProvider {
  const refuse = (): never => {
    throw vscode.FileSystemError.NoPermissions();
  };
  return {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: bytes.length }),
    readFile: () => bytes,
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
}
