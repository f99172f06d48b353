import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, documentOf, eventually, makeFolder, problems, underlined } from './support/editor';
import { symbolsOf } from './support/features';
import { hoverText } from './support/hovers';
import { LINES_ABOVE, writeLargeExport } from './support/largeExport';

describe('A registry export that VS Code does not share with extensions', () => {
  let file: vscode.Uri;

  before(async () => {
    file = vscode.Uri.joinPath(await makeFolder({}), 'Large.reg');
    writeLargeExport(file.fsPath);
  });

  after(async () => {
    await vscode.workspace.fs.delete(file);
  });

  afterEach(closeAll);

  /** Opens the file, and the text with the keys that there is something to say of. */
  async function openExcerpt(): Promise<vscode.TextDocument> {
    await vscode.commands.executeCommand('vscode.open', file, { preview: false });
    // In a remote window, as that of the suite is, VS Code asks before it opens so large a file: nothing starts the extension yet.
    await api();
    await problems(file, 3);
    const uri = file.with({ scheme: 'wintriage-log' });
    await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
    return eventually('the excerpt', () => documentOf(uri));
  }

  it('has its problems in the file, at their lines, and in an excerpt', async () => {
    const excerpt = await openExcerpt();
    assert.equal(documentOf(file), undefined, 'there is no document');
    const inFile = await problems(file, 3);
    assert.deepEqual(inFile.map(({ range }) => range.start.line).sort(), [
      LINES_ABOVE + 1,
      LINES_ABOVE + 3,
      LINES_ABOVE + 4,
    ]);
    const inExcerpt = await problems(excerpt.uri, 3);
    assert.deepEqual(inExcerpt.map((each) => underlined(excerpt, each)).sort(), ['"a"="b"', '00000008', 'HKLM']);
    assert.match(excerpt.lineAt(0).text, /^Windows Registry Editor Version 5\.00$/);
    assert.match(excerpt.getText(), /; Large\.reg: keys with problems and known keys, with their neighbours: /);
    const [source] = (await api()).case().sources;
    assert.equal(source?.registry?.keyCount, 12002);
  });

  it('explains and lists its values in the excerpt', async () => {
    const excerpt = await openExcerpt();
    assert.match(await hoverText(excerpt, 'NumberOfThreads'), /REG_DWORD/);
    assert.ok((await symbolsOf(excerpt)).length > 0);
  });

  it('is repaired from the excerpt, which cannot be changed itself', async () => {
    const excerpt = await openExcerpt();
    const lenses = await eventually('the lens of the repair', async () => {
      const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        excerpt.uri,
        100,
      );
      const found = all.filter(({ command }) => command?.command === 'wintriage.applyRepair');
      return found.length > 0 && found;
    });
    const repair = lenses.find(({ range }) => excerpt.lineAt(range.start).text.startsWith('[HKLM'))?.command;
    assert.ok(repair, 'a lens above the short root');
    await vscode.commands.executeCommand(repair.command, repair.arguments?.[0]);
    await eventually('the file to be changed', async () => {
      await vscode.workspace.saveAll();
      const text = Buffer.from(await vscode.workspace.fs.readFile(file)).toString('latin1');
      return text.includes('[HKEY_LOCAL_MACHINE\\SOFTWARE\\Short]') && !text.includes('[HKLM');
    });
  });
});
