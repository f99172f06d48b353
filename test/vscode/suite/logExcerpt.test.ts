import * as assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { logUri } from '../../../src/editor/logUris';
import {
  api,
  closeAll,
  documentOf,
  eventually,
  makeFolder,
  positionOf,
  problems,
  settingsWith,
  underlined,
  write,
} from './support/editor';
import { crashCase, heapCorrupted, renderEvent, renderEvents, serviceEnded, serviceStopped } from './support/events';
import { lensTitles, lensesOf, openText, textInFront, textTabs } from './support/logs';
import { actionsAt, foldsOf, symbolsOf } from './support/features';
import { hoverText } from './support/hovers';
import { nodesOf } from './support/tree';

describe('A text made from a log', () => {
  let system: vscode.Uri;
  let document: vscode.TextDocument;

  beforeEach(async () => {
    const oneLine = renderEvents(serviceStopped, heapCorrupted, serviceEnded).replace(/>\s+</g, '><');
    const folder = await makeFolder({ 'System [1].xml': oneLine });
    system = vscode.Uri.joinPath(folder, 'System [1].xml');
    document = await openText(system);
  });

  afterEach(closeAll);

  it('shows the whole of a small log, over lines that can be read', async () => {
    assert.equal(document.languageId, 'xml');
    assert.match(document.lineAt(1).text, /^<!-- System \[1\]\.xml: all 3 events -->$/);
    assert.ok(document.getText().includes('\n    <EventID Qualifiers="49152">7031</EventID>\n'));
    assert.equal((await lensTitles(document))[0], 'All 3 events');
  });

  it('underlines the signs at their places, and keeps the log in the case as long as it is open', async () => {
    const found = await problems(document.uri, 2);
    assert.deepEqual(found.map((each) => underlined(document, each)).sort(), ['1000', '7031']);
    assert.deepEqual(
      (await api()).case().sources.map(({ path }) => path),
      [system.fsPath],
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await eventually('an empty case', async () => (await api()).case().sources.length === 0);
  });

  it('explains every event, with the incident of the whole log', async () => {
    await problems(document.uri, 2);
    const sign = await hoverText(document, positionOf(document, '120000'));
    assert.match(sign, /Service Control Manager 7031/);
    assert.match(sign, /KB 2510665 · possible/);
    assert.match(sign, /this event/);
    const other = await hoverText(document, positionOf(document, 'Volume Shadow Copy'));
    assert.match(other, /Service Control Manager 7036/);
    assert.doesNotMatch(other, /KB/);
    assert.equal(await hoverText(document, new vscode.Position(1, 8)), '');
  });

  it('offers the fix next to the log', async () => {
    await problems(document.uri, 2);
    const actions = await actionsAt(
      document,
      new vscode.Range(positionOf(document, '7031', 0), positionOf(document, '7031', 4)),
      'quickfix.wintriage.fix',
    );
    assert.equal(actions.length, 3);
    assert.ok(
      actions.every(({ edit }) => edit !== undefined),
      'they make files next to the log',
    );
    await settingsWith('product', 'configmgr2007', async () => {
      const lenses = await eventually('the lens of the fix that fits', async () => {
        const fixes = (await lensesOf(document)).filter(({ command }) => command?.title.includes('2007, 64-bit'));
        return fixes.length === 2 ? fixes : undefined;
      });
      const [command] = lenses.map((lens) => lens.command);
      assert.ok(command);
      assert.match(document.lineAt(lenses[0]?.range.start ?? new vscode.Position(0, 0)).text, /^<Event /);
    });
    const node = (await nodesOf('remediation')).find(({ label }) => label.includes('2007, 64-bit'));
    await vscode.commands.executeCommand('wintriage.createFix', node);
    const fix = vscode.Uri.joinPath(system, '..', 'KB2510665-configmgr2007-x64.reg');
    await eventually('the fix in an editor', () => vscode.window.activeTextEditor?.document.uri.path === fix.path);
    assert.ok((await vscode.workspace.fs.stat(fix)).size > 0, 'it stands on disk');
  });

  it('is listed and folded event by event', async () => {
    const symbols = await symbolsOf(document);
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['Service Control Manager 7036', 'Application Error 1000', 'Service Control Manager 7031'],
    );
    const folds = await foldsOf(document);
    const starts = folds.map(({ start }) => start);
    for (const symbol of symbols) assert.ok(starts.includes(symbol.range.start.line));
  });

  it('cannot be changed', async () => {
    const before = document.getText();
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.equal(document.getText(), before);
    assert.equal(document.isDirty, false);
  });

  it('follows the file', async () => {
    await problems(document.uri, 2);
    const bytes = renderEvents(serviceStopped);
    await write(system, bytes);
    await eventually('the new text', () => documentOf(logUri(system))?.getText().includes('all 1 event'));
    await problems(document.uri, 0);
    assert.equal(readFileSync(system.fsPath, 'utf8'), bytes);
  });
});

/** Longer than what VS Code shares with extensions; two crashes far from each other. */
function writeLargeLog(file: vscode.Uri): void {
  const padding = 'x'.repeat(10_000);
  const events = Array.from({ length: 5400 }, (_, index) => {
    if (index === 1000) return renderEvent({ ...heapCorrupted, time: '2012-03-14T09:14:07.000Z' });
    if (index === 5000) return renderEvent(serviceEnded);
    return renderEvent({ ...serviceStopped, data: [`Service ${index}`, 'stopped', padding] });
  });
  writeFileSync(file.fsPath, `<Events>${events.join('')}</Events>`);
}

/** A list of the same kind: a sign of a crash stands in the last row but ten. */
function writeLargeList(file: vscode.Uri): void {
  const row = (index: number): string => {
    if (index === 5390) return `Error,3/14/2012 9:14:08 AM,Service Control Manager,7031,None,"${ENDED}"`;
    return `Information,3/14/2012 9:13:00 AM,Service Control Manager,7036,None,"Service ${index} ${'x'.repeat(10_000)}"`;
  };
  const rows = Array.from({ length: 5400 }, (_, index) => row(index));
  writeFileSync(file.fsPath, ['Level,Date and Time,Source,Event ID,Task Category', ...rows, ''].join('\r\n'));
}

const ENDED =
  'The Windows Deployment Services Server service terminated unexpectedly.  It has done this 2 time(s).  ' +
  'The following corrective action will be taken in 120000 milliseconds: Restart the service.';

describe('A list too large for VS Code to share', () => {
  afterEach(closeAll);

  it('has its sign underlined, explained and fixed in a text made from it', async () => {
    const folder = await makeFolder({});
    const list = vscode.Uri.joinPath(folder, 'System.csv');
    writeLargeList(list);
    assert.ok(statSync(list.fsPath).size > 50 * 1024 * 1024);
    await vscode.commands.executeCommand('wintriage.scanFolder', folder);
    const [sign] = await problems(logUri(list), 1);
    const document = await openText(list);
    assert.ok(sign);
    assert.equal(underlined(document, sign), '7031');
    assert.match(await hoverText(document, positionOf(document, '120000')), /Service Control Manager 7031/);
    const actions = await actionsAt(document, sign.range, 'quickfix.wintriage.fix');
    assert.equal(actions.length, 3);
    await vscode.commands.executeCommand('wintriage.removeFolder', { kind: 'folder', path: folder.fsPath });
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });
});

describe('A log too large for VS Code to share', () => {
  let folder: vscode.Uri;
  let system: vscode.Uri;

  before(async () => {
    folder = await makeFolder({});
    system = vscode.Uri.joinPath(folder, 'System.xml');
    writeLargeLog(system);
    assert.ok(statSync(system.fsPath).size > 50 * 1024 * 1024);
  });

  beforeEach(async () => {
    await vscode.commands.executeCommand('wintriage.scanFolder', folder);
  });

  afterEach(async () => {
    await closeAll();
  });

  after(async () => {
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('has its problems in a text that shows the signs with their neighbours', async () => {
    const found = await problems(logUri(system), 2);
    await problems(system, 0);
    const document = await openText(system);
    assert.deepEqual(found.map((each) => underlined(document, each)).sort(), ['1000', '7031']);
    assert.match(document.lineAt(1).text, /events that show signs, with their neighbours: 82 of 5,400 events /);
    assert.match(document.getText(), /<!-- 3,959 events not shown -->/);
    assert.deepEqual((await lensTitles(document)).slice(0, 2), [
      'Events that show signs, with their neighbours: 82 of 5,400 events',
      'All events around the cursor',
    ]);
    assert.match(await hoverText(document, positionOf(document, '120000')), /KB 2510665 · possible/);
  });

  it('leads from the tree to the exact place', async () => {
    const node = await eventually('the sign', async () =>
      (await nodesOf('sign')).find(({ label }) => label.endsWith('SCM 7031')),
    );
    await vscode.commands.executeCommand('wintriage.openEvent', node);
    const document = await textInFront(system);
    const editor = await eventually('the selection', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document === document && !active.selection.isEmpty ? active : undefined;
    });
    assert.equal(document.getText(editor.selection), '7031');
  });

  it('is paged through in one tab', async () => {
    await openText(system);
    const whole = await textInFront(system, 'Service 4990');
    const editor = await vscode.window.showTextDocument(whole);
    const at = positionOf(whole, 'Service 4990');
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('wintriage.allEvents');
    const page = await textInFront(system, 'events 4,991 to');
    const selected = await eventually('the cursor at the event', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document === page && active.selection.active.line > 1 ? active.selection.active : undefined;
    });
    assert.match(await hoverText(page, selected), /Service 4990/);
    assert.match(page.lineAt(1).text, /events 4,991 to 5,393 of 5,400/);
    await eventually('a single tab', () => textTabs().length === 1);
    await vscode.commands.executeCommand('wintriage.earlierEvents');
    const earlier = await textInFront(system, 'events 2,991 to');
    assert.deepEqual((await lensTitles(earlier)).slice(1, 5), [
      'Earlier events',
      'Later events',
      'Events that show signs',
      'Later events',
    ]);
    await vscode.commands.executeCommand('wintriage.laterEvents');
    const later = await textInFront(system, 'events 3,');
    await eventually('a single tab', () => textTabs().length === 1);
    assert.ok((await lensTitles(later)).includes('Earlier events'));
    await vscode.commands.executeCommand('wintriage.eventsWithFindings');
    await textInFront(system, 'events that show signs');
    await eventually('a single tab', () => textTabs().length === 1);
  });

  it('opens as a text from the explorer', async () => {
    await vscode.commands.executeCommand('wintriage.openAsLog', system);
    await textInFront(system);
    const small = await makeFolder(crashCase);
    await vscode.commands.executeCommand('wintriage.openAsLog', vscode.Uri.joinPath(small, 'System.xml'));
    await eventually('the file itself', () => vscode.window.activeTextEditor?.document.uri.scheme === 'file');
  });
});
