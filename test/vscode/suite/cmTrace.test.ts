import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  api,
  closeAll,
  documentOf,
  eventually,
  makeFolder,
  openAll,
  problems,
  settingsWith,
  underlined,
} from './support/editor';
import { foldsOf, symbolsOf } from './support/features';
import { hoverText } from './support/hovers';

function entry(message: string, second: number, type: 1 | 2 | 3): string {
  const time = `09:14:${String(second).padStart(2, '0')}.118+300`;
  return `<![LOG[${message}]LOG]!><time="${time}" date="03-14-2012" component="SMSPXE" context="" type="${type}" thread="2104" file="smspxe.cpp:666">`;
}

const LOG = [
  entry('PXE Provider loaded.', 1, 1),
  entry('Could not open the image, 0x80070005', 2, 3),
  entry('\n Operation: BootRequest (1)\n Magic Cookie: 63538263', 3, 1),
  entry('The cache is nearly full', 4, 2),
  entry('First line of an error\nsecond line, 0x8ABC0001', 5, 3),
  '',
].join('\r\n');

async function openLog(name = 'smspxe.log', text = LOG): Promise<vscode.TextDocument> {
  const [document] = await openAll(await makeFolder({ [name]: text }), name);
  assert.ok(document);
  await eventually('the log to be read', async () => (await api()).case().sources.length === 1);
  return eventually('the language', () => {
    const current = documentOf(document.uri);
    return current?.languageId === 'wintriage-cmtrace' && current;
  });
}

function cursorLine(): number | undefined {
  return vscode.window.activeTextEditor?.selection.active.line;
}

describe('CMTrace logs', () => {
  afterEach(closeAll);

  it('are known by their content, whatever their name, and other logs are left alone', async () => {
    await openLog('smspxe.log');
    await closeAll();
    await openLog('smspxe.lo_');
    await closeAll();
    await openLog('copied.txt', 'Received\tSMSPXE\t25/03/2024 15:24:02\t4736 (0x1280)\r\n');
    await closeAll();
    const folder = await makeFolder({ 'other.log': '2012-03-14 09:14:08 started\r\n', 'smspxe.log': LOG });
    const [other, log] = await openAll(folder, 'other.log', 'smspxe.log');
    assert.ok(other && log);
    await eventually('the language', () => documentOf(log.uri)?.languageId === 'wintriage-cmtrace');
    assert.equal(documentOf(other.uri)?.languageId, 'log');
  });

  it('fold entries of several lines to the first line of their message', async () => {
    const document = await openLog();
    const folds = await foldsOf(document);
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [
        [3, 4],
        [6, 7],
      ],
    );
  });

  it('have an outline that marks errors and warnings', async () => {
    const document = await openLog();
    const symbols = await symbolsOf(document);
    assert.deepEqual(
      symbols.map(({ name, detail }) => `${name} | ${detail}`),
      [
        'PXE Provider loaded. | SMSPXE · 14:14:01 UTC',
        '✖ Could not open the image, 0x80070005 | SMSPXE · 14:14:02 UTC',
        'Operation: BootRequest (1) | SMSPXE · 14:14:03 UTC',
        '⚠ The cache is nearly full | SMSPXE · 14:14:04 UTC',
        '✖ First line of an error | SMSPXE · 14:14:05 UTC',
      ],
    );
  });

  it('explain an entry from anywhere in it: time, thread, source file and codes', async () => {
    const document = await openLog();
    const text = await hoverText(document, 'Could not open');
    assert.match(text, /\*\*SMSPXE\*\* · Error · thread 2104 \(0x838\) · smspxe\.cpp:666/);
    assert.match(text, /2012-03-14 14:14:02 UTC/);
    assert.match(text, /In the log: 2012-03-14 09:14:02\.118, UTC-05:00/);
    assert.match(text, /E_ACCESSDENIED/);
    assert.match(await hoverText(document, 'second line'), /0x8ABC0001: no public meaning known/);
  });

  it('follow the setting of the bias', async () => {
    const document = await openLog();
    await settingsWith('logBias', 'east', async () => {
      await eventually('the other time', async () =>
        (await hoverText(document, 'Could not open')).includes('2012-03-14 04:14:02 UTC'),
      );
    });
  });

  it('list errors and warnings in Problems only where the setting says so', async () => {
    const document = await openLog();
    assert.equal((await problems(document.uri, 0)).length, 0);
    await settingsWith('logProblems', 'errors', async () => {
      const errors = await problems(document.uri, 2);
      assert.deepEqual(
        errors.map((each) => underlined(document, each)),
        ['Could not open the image, 0x80070005', 'First line of an error'],
      );
      assert.match(errors[0]?.message ?? '', /E_ACCESSDENIED/);
      assert.equal(errors[0]?.code, 'SMSPXE');
    });
    await settingsWith('logProblems', 'errorsAndWarnings', async () => {
      const all = await problems(document.uri, 3);
      assert.deepEqual(
        all.map(({ severity }) => severity),
        [vscode.DiagnosticSeverity.Error, vscode.DiagnosticSeverity.Warning, vscode.DiagnosticSeverity.Error],
      );
    });
    await problems(document.uri, 0);
  });

  it('take their problems along when they are edited or closed', async () => {
    const document = await openLog();
    await settingsWith('logProblems', 'errors', async () => {
      await problems(document.uri, 2);
      const edit = new vscode.WorkspaceEdit();
      edit.delete(document.uri, new vscode.Range(1, 0, 2, 0));
      await vscode.workspace.applyEdit(edit);
      const [left] = await problems(document.uri, 1);
      assert.equal(left?.range.start.line, 5);
      await closeAll();
      await problems(document.uri, 0);
    });
  });

  it('are walked from error to error in both directions, and around the end', async () => {
    await openLog();
    const lines: (number | undefined)[] = [];
    for (const command of ['nextLogError', 'nextLogError', 'nextLogError', 'previousLogError']) {
      await vscode.commands.executeCommand(`wintriage.${command}`);
      lines.push(cursorLine());
    }
    assert.deepEqual(lines, [1, 6, 1, 6]);
  });

  it('colour the lines of a message whose type stands behind them', async () => {
    const document = await openLog();
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    // Line, column and length of each token, relative to the one before; the grammar sees the type of all others.
    assert.deepEqual([...tokens.data], [6, 7, 22, 0, 0, 1, 0, 'second line, 0x8ABC0001'.length, 0, 0]);
  });
});
