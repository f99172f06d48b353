/** What an open document of many megabytes costs the extension host: opening it, asking about it, typing in it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { eventXmlOf } from '../workload';
import { withFolder } from './files';
import { type Watched, watchHost } from './hostWatch';
import { ms, report, reportHolds } from './report';

const RUNS = 3;

/** What VS Code asks about a document that is in front. */
const QUESTIONS: readonly {
  readonly what: string;
  readonly ask: (uri: vscode.Uri, place: vscode.Range) => unknown[];
}[] = [
  { what: 'outline', ask: (uri) => ['vscode.executeDocumentSymbolProvider', uri] },
  { what: 'folding', ask: (uri) => ['vscode.executeFoldingRangeProvider', uri] },
  { what: 'hover on a sign', ask: (uri, { start }) => ['vscode.executeHoverProvider', uri, start] },
  { what: 'light bulb on a sign', ask: (uri, place) => ['vscode.executeCodeActionProvider', uri, place] },
  { what: 'lenses', ask: (uri) => ['vscode.executeCodeLensProvider', uri] },
];

export async function measureDocument(megabytes: number): Promise<void> {
  const text = eventXmlOf(megabytes);
  // The same text with elements that are no events: what VS Code itself does with it, our look at the first units included.
  const foreign = text.replaceAll('<Event ', '<Evens ').replaceAll('</Event>', '</Evens>');
  report(`event XML, ${(text.length / 1e6).toFixed(1)} MB, in an editor (worst of ${RUNS}):`);
  await withOpening(foreign, async (document, opening) => {
    reportHolds('opening, without events', opening);
    reportHolds('typing, without events', await type(document, () => wait(1000)));
  });
  await measureOpening(text);
  await withOpening(text, async (document, opening) => {
    reportHolds('opening', opening);
    await ask(document);
    reportHolds('typing', await type(document, () => readAgain(document)));
  });
}

/** The time to the first diagnostics, with no profiler under way, which makes everything slower. */
async function measureOpening(text: string): Promise<void> {
  await withFolder(async (folder) => {
    const opened: Opening[] = [];
    for (let run = 0; run < RUNS; run++) {
      const path = join(folder, `Timed${run}.xml`);
      writeFileSync(path, text);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      opened.push(await openOnce(path, true));
    }
    report(`  asked for to document there     ${all(opened.map(({ arrived }) => arrived))}, all of it VS Code's`);
    report(`  document there to diagnostics   ${all(opened.map(({ passed }) => passed))}`);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
}

function all(times: readonly number[]): string {
  return times.map(ms).join(', ');
}

/** Opens the text in an editor several times; the last document is the one to go on with. */
async function withOpening(
  text: string,
  use: (document: vscode.TextDocument, opening: readonly Watched<number>[]) => Promise<void>,
): Promise<void> {
  await withFolder(async (folder) => {
    const opening: Watched<number>[] = [];
    let last: vscode.TextDocument | undefined;
    for (let run = 0; run < RUNS; run++) {
      const path = join(folder, `System${run}.xml`);
      writeFileSync(path, text);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      const opened = await watchHost(() => openOnce(path, text.includes('<Event ')));
      last = opened.value.document;
      opening.push({ ...opened, value: opened.value.passed });
    }
    if (last) await use(last, opening);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
}

interface Opening {
  readonly document: vscode.TextDocument;
  /** From asking for the editor to the event that tells the host of the document. Milliseconds. */
  readonly arrived: number;
  /** From that event to the one that tells of its diagnostics. Milliseconds. */
  readonly passed: number;
}

async function openOnce(path: string, hasEvents: boolean): Promise<Opening> {
  const there = moment(vscode.workspace.onDidOpenTextDocument, ({ uri }) => uri.fsPath === path);
  const told = moment(vscode.languages.onDidChangeDiagnostics, ({ uris }) =>
    uris.some((uri) => uri.fsPath === path && vscode.languages.getDiagnostics(uri).length > 0),
  );
  const asked = performance.now();
  const editor = await vscode.window.showTextDocument(vscode.Uri.file(path), { preview: false });
  const opened = await there;
  const passed = hasEvents ? (await told) - opened : 0;
  // What VS Code asks of its own accord comes a little later.
  await wait(2000);
  return { document: editor.document, arrived: opened - asked, passed };
}

/** When the event comes that is meant. */
function moment<T>(event: vscode.Event<T>, isMeant: (value: T) => boolean): Promise<number> {
  return new Promise((resolve) => {
    const listener = event((value) => {
      if (!isMeant(value)) return;
      listener.dispose();
      resolve(performance.now());
    });
  });
}

async function ask(document: vscode.TextDocument): Promise<void> {
  const place = vscode.languages.getDiagnostics(document.uri)[0]?.range;
  if (!place) throw new Error('there is no sign to ask about');
  for (const { what, ask: questionOf } of QUESTIONS) {
    const [command, ...rest] = questionOf(document.uri, place);
    const watches: Watched<unknown>[] = [];
    for (let run = 0; run < RUNS; run++) {
      watches.push(await watchHost(async () => vscode.commands.executeCommand(String(command), ...rest)));
    }
    reportHolds(what, watches);
  }
}

/** A key pressed in the middle of the document, three times. */
async function type(document: vscode.TextDocument, read: () => Promise<unknown>): Promise<readonly Watched<unknown>[]> {
  const editor = await vscode.window.showTextDocument(document);
  const middle = document.lineAt(Math.floor(document.lineCount / 2)).range.end;
  editor.selection = new vscode.Selection(middle, middle);
  const watches: Watched<unknown>[] = [];
  for (let run = 0; run < RUNS; run++) {
    watches.push(
      await watchHost(async () => {
        await vscode.commands.executeCommand('type', { text: ' ' });
        await read();
      }),
    );
  }
  return watches;
}

/** Waits until the document was read after an edit: its outline is there when it was. */
async function readAgain(document: vscode.TextDocument): Promise<void> {
  await wait(1000);
  await until(() => vscode.languages.getDiagnostics(document.uri).length > 0);
}

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited += 5) {
    if (waited > 30_000) throw new Error('no diagnostics came');
    await wait(5);
  }
}
