import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { crash, shapes } from '../../unit/scenario';
import { api, closeAll, documentOf, eventually, makeFolder, openAll, problems } from './support/editor';

/** Signs of the incident in the crash. */
const SIGNS = 5;

/** Shapes of text exports. */
const SHAPES: readonly string[] = [
  'wevtutil text',
  'Get-WinEvent | Format-List',
  'PsLogList',
  'VEW',
  'Windows 2003 CSV',
  'friendly view',
  'copied text quoted in a mail',
];

describe('Text exports of tools', () => {
  afterEach(closeAll);

  for (const shape of SHAPES) {
    it(`are recognised, underlined, listed and folded: ${shape}`, async () => {
      const text = shapes[shape]?.write(crash) ?? assert.fail(shape);
      const folder = await makeFolder({ 'export.txt': text });
      const [document] = await openAll(folder, 'export.txt');
      assert.ok(document);
      await eventually('the language', () => documentOf(document.uri)?.languageId === 'wintriage-events-text');
      await problems(document.uri, SIGNS);
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      assert.deepEqual(
        symbols.map(({ name }) => name).sort(),
        crash.map(({ provider, eventId }) => `${provider} ${eventId}`).sort(),
      );
      const folds = await vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      for (const { range } of symbols.filter(({ range: { isSingleLine } }) => !isSingleLine)) {
        assert.ok(
          folds?.some(({ start }) => start === range.start.line),
          `line ${range.start.line}`,
        );
      }
      const { incidents } = (await api()).case();
      assert.deepEqual(
        incidents.map(({ ruleId, confidence }) => `${ruleId} ${confidence}`),
        ['kb-2510665 matches'],
      );
    });
  }
});

describe('A binary log of Windows 2003', () => {
  afterEach(closeAll);

  it('is shown as a text that says how to convert it, and nothing else', async () => {
    const file = vscode.Uri.joinPath(await makeFolder({}), 'SysEvent.Evt');
    await vscode.workspace.fs.writeFile(file, Buffer.from('300000004c664c650100000001000000', 'hex'));
    await vscode.commands.executeCommand('vscode.open', file);
    const text = await eventually('the text', () =>
      vscode.window.activeTextEditor?.document.uri.scheme === 'wintriage-log'
        ? vscode.window.activeTextEditor.document.getText()
        : undefined,
    );
    assert.match(text, /^Event logs of Windows 2003 and before \(\.evt\) are not supported; convert .*wevtutil epl/);
    assert.equal(text.trim().split('\n').length, 1);
  });
});
