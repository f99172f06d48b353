import * as assert from 'node:assert/strict';
import { statSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { formats } from '../../../src/core/formats/index';
import { logUri } from '../../../src/editor/logUris';
import { cmTraceOf } from '../../bench/cmTraceWorkload';
import { crash, shapes } from '../../unit/scenario';
import { api, eventually, problems, underlined, useFolder } from './support/editor';
import { actionsAt } from './support/features';
import { hoverAt, hoverText } from './support/hovers';
import { lensTitles, textInFront } from './support/logs';
import { nodesOf } from './support/tree';

const MOST_SHARED = 50 * 1024 * 1024;

/** One shape of each format that is text of events. */
const SHAPES: Readonly<Record<string, string>> = {
  'event-xml': 'wevtutil XML',
  'event-json': 'Get-WinEvent | ConvertTo-Json',
  clixml: 'Get-WinEvent | Export-Clixml',
  'powershell-csv': 'Get-WinEvent | Export-Csv',
  'event-csv': 'German CSV',
  'event-txt': 'TXT',
  'event-text': 'copied text',
  'wevtutil-text': 'wevtutil text',
  'powershell-list': 'Get-EventLog | Format-List',
  'powershell-table': 'Get-WinEvent as a table',
  'wmic-list': 'wmic ntevent /format:list',
  'wmic-csv': 'wmic ntevent /format:csv',
  'splunk-text': 'Splunk',
  'eventquery-list': 'eventquery.vbs /fo list',
  'eventquery-table': 'eventquery.vbs',
  'nt5-list': 'Windows 2003 CSV',
  'nt5-text': 'copied text of Windows 2003',
  'full-event-log-text': 'FullEventLogView',
  'vew-text': 'VEW',
  psloglist: 'PsLogList',
  'psloglist-list': 'PsLogList -s',
  'details-text': 'friendly view',
};

/** Signs of the incident in the crash, in whatever shape. */
const SIGNS = 5;

/** Events before the crash and after it, of which the first and the last are short: a list is known by some rows of its start. */
const AROUND = 900;
const SHORT = 100;

/** A log of so many events that some are far from the crash, and so long that VS Code does not share it. */
function largeLog(shape: string): string {
  const { write } = shapes[shape] ?? assert.fail(shape);
  const [other] = crash.slice(-1);
  assert.ok(other);
  const around = (phrases: number): (typeof other)[] =>
    Array.from({ length: AROUND }, (_, index) => {
      const isShort = index < SHORT || index >= AROUND - SHORT;
      const padding = 'and so on '.repeat(isShort ? 1 : phrases);
      return { ...other, eventId: 7036, data: [`Print Spooler ${padding}`], message: `The Print Spooler ${padding}` };
    });
  const fill = (phrases: number): string => write([...around(phrases), ...crash.slice(0, -1), ...around(phrases)]);
  const perPhrase = fill(11).length - fill(10).length;
  return fill(Math.ceil((MOST_SHARED * 1.02) / perPhrase));
}

describe('A file of each format that VS Code does not share with extensions', () => {
  const folder = useFolder();

  function writeLarge(name: string, text: string): vscode.Uri {
    const file = vscode.Uri.joinPath(folder(), name);
    writeFileSync(file.fsPath, text);
    assert.ok(statSync(file.fsPath).size > MOST_SHARED);
    return file;
  }

  it('has a shape here', () => {
    const others = ['cmtrace', 'reg', 'reg-query'];
    assert.deepEqual(
      formats.map(({ id }) => id).filter((id) => !(id in SHAPES) && !others.includes(id)),
      [],
    );
  });

  for (const [format, shape] of [
    ...Object.entries(SHAPES),
    ['powershell-csv', 'Export-Csv quoted in an answer to a mail'] as const,
  ]) {
    it(`has its signs in Problems and tree, and what they are about in a text made from it: ${shape}`, async () => {
      const file = writeLarge('export.txt', largeLog(shape));
      await vscode.commands.executeCommand('wintriage.scanFolder', folder());
      assert.deepEqual(
        (await api()).case().sources.map((source) => source.format),
        [format],
      );
      // The table of eventquery.vbs cuts texts off, which is said once.
      const expected = format === 'eventquery-table' ? SIGNS + 1 : SIGNS;
      await problems(logUri(file), expected);
      const sign = await eventually('the sign', async () =>
        (await nodesOf('sign')).find(({ label }) => label.includes('7031')),
      );
      await vscode.commands.executeCommand('wintriage.openEvent', sign);
      const document = await textInFront(file);
      const editor = await eventually('the selection', () => {
        const active = vscode.window.activeTextEditor;
        return active?.document === document && !active.selection.isEmpty ? active : undefined;
      });
      const found = await problems(document.uri, expected);
      assert.ok(found.some((each) => underlined(document, each) === document.getText(editor.selection)));
      const hover = await hoverAt(document, editor.selection.start);
      assert.match(hover.map(({ value }) => value).join('\n'), /Service Control Manager 7031[^]*KB 2510665/);
      const actions = await actionsAt(document, editor.selection, 'quickfix.wintriage.fix');
      assert.equal(actions.length, 3);
    });
  }

  it('is shown page by page, its entries explained: cmtrace', async () => {
    const file = writeLarge('smspxe.log', cmTraceOf(54));
    await vscode.commands.executeCommand('wintriage.scanFolder', folder());
    const [source] = (await api()).case().sources;
    assert.equal(source?.format, 'cmtrace');
    await vscode.commands.executeCommand('wintriage.openAsLog', file);
    const document = await textInFront(file, 'Request 1 for package');
    await eventually('the language', () => document.languageId === 'wintriage-cmtrace');
    assert.match(await hoverText(document, 'Request 1 for package'), /TSManager/);
    assert.ok((await lensTitles(document)).includes('Later events'));
    await vscode.commands.executeCommand('wintriage.laterEvents');
    await textInFront(file, 'Request 2001 for package');
  });
});
