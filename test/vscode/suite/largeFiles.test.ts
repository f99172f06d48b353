import * as assert from 'node:assert/strict';
import { closeSync, openSync, truncateSync, writeSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as vscode from 'vscode';
import { writeEndless } from './support/endless';
import {
  api,
  closeAll,
  documentOf,
  eventually,
  makeFolder,
  problems,
  underlined,
  useFolder,
  write,
} from './support/editor';
import { renderEvent, renderEvents, serviceEnded, serviceStopped } from './support/events';
import { textInFront } from './support/logs';
import { nodesOf } from './support/tree';

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

/** Waits until a scan has read some of its files. */
async function bytesRead(): Promise<void> {
  const extension = await api();
  await eventually('a scan to be under way', () => / of .* GB/.test(extension.scanMessage() ?? ''));
}

/** How often the event loop of the extension host goes round until something is done: a free one does so without end. */
async function turnsDuring(work: Thenable<unknown>): Promise<number> {
  const ended = new AbortController();
  void work.then(() => {
    ended.abort();
  });
  let turns = 0;
  for (; !ended.signal.aborted; turns++) await nextTurn();
  return turns;
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
  const folder = useFolder();

  it('leaves the extension host free', async () => {
    for (const name of ['A.xml', 'B.xml', 'C.xml']) writeLarge(vscode.Uri.joinPath(folder(), name), 80 * MEGABYTE);
    const turns = await turnsDuring(vscode.commands.executeCommand('wintriage.scanFolder', folder()));
    console.log(`[suite]     ${turns} turns of the event loop while 240 MB were scanned`);
    const { sources } = (await api()).case();
    assert.equal(sources.length, 3);
    assert.ok(sources.every(({ findings }) => findings.length === 1));
    // A host that reads whole files itself has a handful.
    assert.ok(turns > 1000, `${turns} turns`);
  });

  it('ends soon after it is cancelled, however large the files are', async () => {
    for (const name of ['A.xml', 'B.xml', 'C.xml']) writeEndless(vscode.Uri.joinPath(folder(), name));
    const scan = vscode.commands.executeCommand('wintriage.scanFolder', folder());
    await bytesRead();
    await vscode.commands.executeCommand('wintriage.cancelScan');
    // To the end of the files it would take longer than a test may.
    await scan;
    const extension = await api();
    const { sources } = extension.case();
    assert.ok(
      sources.every(({ isPartial }) => isPartial),
      'none was read to its end',
    );
    assert.match(extension.scanMessage() ?? '', /stopped: 0 of 3 files read/);
  });

  it('shows what the files that are read tell, how fast it reads and how long it takes, while others are being read', async () => {
    writeEndless(vscode.Uri.joinPath(folder(), 'A.xml'));
    const small = vscode.Uri.joinPath(folder(), 'System.xml');
    await write(small, renderEvents(serviceEnded));
    const scan = vscode.commands.executeCommand('wintriage.scanFolder', folder());
    const [problem] = await problems(small, 1);
    assert.match(problem?.message ?? '', /^WDS crash, KB 2510665 \(possible\)/);
    const incident = await eventually('the incident in the tree', async () => (await nodesOf('incident'))[0]);
    assert.match(incident.label, /KB 2510665/);
    const extension = await api();
    await eventually('the rate and the time left', () =>
      /^Scanning case-\d+: 1 of 2 files, [\d.]+ of 275 GB, [\d.]+ [MG]B\/s, .+ left$/.test(
        extension.scanMessage() ?? '',
      ),
    );
    await vscode.commands.executeCommand('wintriage.cancelScan');
    await scan;
    const whole = extension.case().sources.filter(({ isPartial }) => !isPartial);
    assert.deepEqual(
      whole.map(({ path }) => path),
      [small.fsPath],
      'what was read stays',
    );
  });

  it('shows what was found in a file while that is being read, and opens it', async () => {
    const file = vscode.Uri.joinPath(folder(), 'A.xml');
    const { size: written } = writeEndless(file);
    const scan = vscode.commands.executeCommand('wintriage.scanFolder', folder());
    const [problem] = await problems(file, 1);
    assert.match(problem?.message ?? '', /^WDS crash, KB 2510665 \(possible\)/);
    assert.equal(problem?.range.start.line, 4);
    const extension = await api();
    assert.match(extension.scanMessage() ?? '', /^Scanning case-\d+: 0 of 1 file,/);
    const [incident] = extension.case().incidents;
    assert.deepEqual(
      incident?.caveats.filter(({ kind }) => kind === 'not-read-to-end'),
      [{ kind: 'not-read-to-end', paths: [file.fsPath] }],
    );
    const [source] = await nodesOf('source');
    assert.match(source?.description ?? '', /1 event · not read to its end/);
    const [finding] = incident.seen.flatMap(({ findings }) => findings);
    await vscode.commands.executeCommand('wintriage.openEvent', { kind: 'sign', place: finding });
    const text = await textInFront(file, '7031');
    assert.equal(underlined(text, (await problems(text.uri, 1))[0] ?? assert.fail()), '7031');
    // From here on the file is no longer than what was read of it.
    truncateSync(file.fsPath, written);
    await scan;
    await eventually('all of it to be read', () => extension.case().sources.every(({ isPartial }) => !isPartial));
    await problems(file, 1);
  });

  it('reads what somebody opens although a folder is being scanned', async () => {
    for (const name of ['A.xml', 'B.xml', 'C.xml']) writeEndless(vscode.Uri.joinPath(folder(), name));
    const other = vscode.Uri.joinPath(await makeFolder({}), 'Large.xml');
    writeLarge(other, 60 * MEGABYTE);
    const scan = vscode.commands.executeCommand('wintriage.scanFolder', folder());
    await bytesRead();
    await vscode.commands.executeCommand('vscode.open', other);
    const extension = await api();
    const [source] = await eventually('the file to be read', () => {
      const whole = extension.case().sources.filter(({ isPartial }) => !isPartial);
      return whole.length > 0 && whole;
    });
    assert.equal(source?.path, other.fsPath);
    await closeAll();
    await scan;
  });
});
