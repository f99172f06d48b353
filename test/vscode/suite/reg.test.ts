import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { putCursor } from './support/cursor';
import {
  closeAll,
  documentOf,
  eventually,
  makeFolder,
  open,
  positionOf,
  problems,
  settingsWith,
  underlined,
} from './support/editor';
import { foldsOf, ownActionsAt, symbolsOf } from './support/features';
import { hoverText } from './support/hovers';

const HEADER = 'Windows Registry Editor Version 5.00\r\n\r\n';
const PXE = '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\PXE]\r\n';
const PXE64 = '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE]\r\n';
const ONE = '"NumberOfThreads"=dword:00000001\r\n';

async function openReg(text: string): Promise<vscode.TextDocument> {
  const folder = await makeFolder({ 'fix.reg': text });
  return open(vscode.Uri.joinPath(folder, 'fix.reg'));
}

/** A file with exactly these bytes, opened. */
async function openBytes(bytes: Uint8Array): Promise<vscode.TextDocument> {
  const folder = await makeFolder({});
  const uri = vscode.Uri.joinPath(folder, 'fix.reg');
  await vscode.workspace.fs.writeFile(uri, bytes);
  return open(uri);
}

function codes(found: readonly vscode.Diagnostic[]): readonly unknown[] {
  return found.map(({ code }) => (typeof code === 'object' ? code.value : code));
}

function fixesAt(document: vscode.TextDocument, text: string): Promise<readonly vscode.CodeAction[]> {
  return ownActionsAt(document, positionOf(document, text));
}

/** Puts the cursor into a text and presses the key of the preferred fix; once for a document (`putCursor`). */
async function autoFix(document: vscode.TextDocument, text: string): Promise<void> {
  await putCursor(await vscode.window.showTextDocument(document), positionOf(document, text));
  await vscode.commands.executeCommand('editor.action.autoFix');
}

async function completions(document: vscode.TextDocument, text: string): Promise<readonly vscode.CompletionItem[]> {
  const at = positionOf(document, text, text.length);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  return list.items;
}

function labels(items: readonly vscode.CompletionItem[]): readonly string[] {
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('Registry files', () => {
  afterEach(closeAll);

  it('underline exactly what an import ignores, with a code and an article', async () => {
    const document = await openReg(
      `${HEADER}[HKLM\\SOFTWARE\\Contoso]\r\n"a"=dword:1\r\n\r\n[HKEY_CURRENT_USER\\A]\r\n"b"=dword:zz\r\n`,
    );
    assert.equal(document.languageId, 'wintriage-reg');
    const found = await problems(document.uri, 3);
    assert.deepEqual(codes(found), ['reg-key-short-root', 'reg-value-without-key', 'reg-dword-digits']);
    assert.deepEqual(
      found.map((each) => underlined(document, each)),
      ['HKLM', '"a"=dword:1', 'zz'],
    );
    const { Error, Information } = vscode.DiagnosticSeverity;
    assert.deepEqual(
      found.map(({ severity }) => severity),
      [Error, Information, Error],
    );
    const code = found[0]?.code;
    assert.ok(typeof code === 'object' && code.target.toString().startsWith('https://support.microsoft.com/'));
  });

  it('are repaired with one key, and undone with another', async () => {
    const document = await openReg(`${HEADER}[HKLM\\SOFTWARE\\Contoso]\r\n"a"=dword:00000001\r\n`);
    await problems(document.uri, 2);
    await autoFix(document, 'HKLM');
    await problems(document.uri, 0);
    assert.ok(document.getText().includes('[HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso]'));
    await vscode.commands.executeCommand('undo');
    await problems(document.uri, 2);
    assert.ok(document.getText().includes('[HKLM\\SOFTWARE\\Contoso]'));
  });

  it('have their header corrected', async () => {
    const document = await openReg(`REGEDIT 4\r\n\r\n[HKEY_CURRENT_USER\\A]\r\n"a"="b"\r\n`);
    const [problem] = await problems(document.uri, 1);
    assert.match(problem?.message ?? '', /imports nothing/);
    await autoFix(document, '4');
    await problems(document.uri, 0);
    assert.equal(document.lineAt(0).text, 'REGEDIT4');
  });

  it('tell a value in the key of the other bitness, and move it', async () => {
    await settingsWith('bitness', '64', async () => {
      const document = await openReg(HEADER + PXE + ONE);
      const [problem] = await problems(document.uri, 1);
      assert.deepEqual(codes(problem ? [problem] : []), ['reg-known-value-key']);
      const titles = (await fixesAt(document, 'NumberOfThreads')).map(({ title }) => title);
      assert.deepEqual(titles, ['Move it to HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE']);
      await autoFix(document, 'NumberOfThreads');
      await problems(document.uri, 0);
      assert.equal(document.getText(), HEADER + PXE64 + ONE);
    });
  });

  it('tell NumberOfThreads of the wrong type and different, and set it', async () => {
    const document = await openReg(`${HEADER}${PXE64}"NumberOfThreads"="8"\r\n`);
    assert.deepEqual(codes(await problems(document.uri, 1)), ['reg-known-value-type']);
    await autoFix(document, '"8"');
    await problems(document.uri, 0);
    assert.ok(document.getText().endsWith(ONE));
  });

  it('tell NumberOfThreads missing as soon as its line is deleted, and set it', async () => {
    const document = await openReg(`${HEADER}${PXE64}${ONE}`);
    await problems(document.uri, 0);
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, document.lineAt(3).rangeIncludingLineBreak);
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual(codes(await problems(document.uri, 1)), ['reg-known-value-missing']);
    await autoFix(document, 'Wow6432Node');
    await problems(document.uri, 0);
    assert.ok(document.getText().endsWith(ONE));
  });

  it('explain keys, values and data in hovers', async () => {
    const document = await openReg(
      `${HEADER}${PXE64}${ONE}"When"=hex(b):00,70,7d,cf,c2,01,cd,01\r\n"Paths"=hex(7):41,00,00,00,42,00,00,00,00,00\r\n`,
    );
    const value = await hoverText(document, 'NumberOfThreads');
    assert.match(value, /REG_DWORD 0x00000001 \(1\)/);
    assert.match(value, /one request at a time/);
    assert.match(value, /\(https:\/\/support\.microsoft\.com\/kb\/2510665\)/);
    assert.match(await hoverText(document, 'SMS\\PXE'), /32-bit view/);
    assert.match(await hoverText(document, '"When"'), /as a FILETIME 2012-03-14 09:14:08 UTC/);
    assert.match(await hoverText(document, 'Paths'), /1\. `A`\n2\. `B`/);
    assert.equal(await hoverText(document, 'Windows Registry'), '');
  });

  it('are listed by key and value, and fold by key', async () => {
    const document = await openReg(
      `${HEADER}[HKEY_CURRENT_USER\\A]\r\n"one"=dword:00000001\r\n\r\n[HKEY_CURRENT_USER\\A\\B]\r\n@="x"\r\n\r\n[-HKEY_CURRENT_USER\\C]\r\n`,
    );
    const symbols = await symbolsOf(document);
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['HKEY_CURRENT_USER\\A', 'HKEY_CURRENT_USER\\C'],
    );
    assert.deepEqual(
      symbols[0]?.children.map(({ name, detail }) => [name, detail]),
      [
        ['one', 'REG_DWORD 0x00000001 (1)'],
        ['B', ''],
      ],
    );
    const folds = await foldsOf(document);
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [
        [2, 3],
        [5, 6],
      ],
    );
  });

  it('complete roots, keys, values and types', async () => {
    const document = await openReg(
      `${HEADER}[\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\DP]\r\n\r\n"NumberOfThreads"=\r\n`,
    );
    assert.ok(labels(await completions(document, '5.00\r\n\r\n[')).includes('HKEY_LOCAL_MACHINE'));
    assert.ok(labels(await completions(document, '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\')).includes('SMS'));
    assert.ok(labels(await completions(document, 'DP]\r\n')).includes('RamDiskTFTPBlockSize'));
    assert.deepEqual(labels(await completions(document, '"NumberOfThreads"=')).slice(0, 2), [
      'dword:00000001',
      'dword:',
    ]);
  });

  it('complete as a person types', async () => {
    const document = await openReg(`${HEADER}${PXE}`);
    const editor = await vscode.window.showTextDocument(document);
    const end = document.positionAt(document.getText().length);
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: '"Numb' });
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await eventually('the suggestion to be taken', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.getText().includes('NumberOfThreads');
    });
    assert.equal(document.getText().trimEnd(), (HEADER + PXE + ONE).trimEnd());
  });

  it('are formatted without a change of what they do', async () => {
    const document = await openReg(
      `${HEADER}  [HKEY_CURRENT_USER\\A]\r\n  "a" = dword:2A\r\n[HKEY_CURRENT_USER\\B]\r\n`,
    );
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    const expected = `${HEADER}[HKEY_CURRENT_USER\\A]\r\n"a"=dword:0000002a\r\n\r\n[HKEY_CURRENT_USER\\B]\r\n`;
    await eventually('the formatted text', () => document.getText() === expected);
  });

  it('in an encoding that regedit refuses are written anew, and undoing brings every byte back', async () => {
    const text = `${HEADER}[HKEY_CURRENT_USER\\A]\r\n"a"="\u00e9"\r\n`;
    const bytes = Buffer.from(text, 'utf16le');
    const document = await openBytes(bytes);
    const { uri } = document;
    assert.deepEqual(codes(await problems(uri, 1)), ['reg-encoding-no-mark']);
    const [fix] = await fixesAt(document, 'Windows');
    assert.ok(fix?.command);
    await vscode.commands.executeCommand(fix.command.command, uri);
    const onDisk = (): Buffer => readFileSync(uri.fsPath);
    assert.ok(onDisk().equals(Buffer.concat([Buffer.from([0xff, 0xfe]), bytes])));
    await problems(uri, 0);
    assert.equal(documentOf(uri)?.getText(), text);
    const undo = (await fixesAt(document, 'Windows')).find(({ title }) => title.startsWith('Undo the conversion'));
    assert.equal(undo?.command?.command, 'wintriage.undoConversion');
    await vscode.commands.executeCommand(undo.command.command, uri);
    assert.ok(onDisk().equals(bytes));
    await problems(uri, 1);
    assert.equal(documentOf(uri)?.getText(), text);
  });

  it('with the high byte first are converted as well', async () => {
    const text = `${HEADER}[HKEY_CURRENT_USER\\A]\r\n"a"="b"\r\n`;
    const low = Buffer.from(`\ufeff${text}`, 'utf16le');
    const document = await openBytes(Buffer.from(low).swap16());
    assert.deepEqual(codes(await problems(document.uri, 1)), ['reg-encoding-big-endian']);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('wintriage.convertEncoding');
    assert.ok(readFileSync(document.uri.fsPath).equals(low));
    await problems(document.uri, 0);
    assert.equal(document.getText(), text);
  });

  it('do not make anything active of hostile text', async () => {
    const evil = '[x](command:evil) $(alert) <b>';
    const document = await openReg(`${HEADER}[HKEY_CURRENT_USER\\A]\r\n"${evil}"="${evil}"\r\n`);
    const text = await hoverText(document, 'command');
    assert.doesNotMatch(text.replace(/`[^`]*`/g, ''), /(?<!\\)\]\(/);
  });
});
