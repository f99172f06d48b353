/** Measures inside the extension host; run by editor.ts. `run` is called by VS Code. */
import { closeSync, mkdtempSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { eventXmlOf, eventXmlParts } from './workload';

/** The lines that the harness prints begin with this. */
const MARK = '[suite] ';
const RUNS = 3;

/** What one opening of a document cost the extension host, in milliseconds. */
interface Opening {
  /** From the document being there to its diagnostics. */
  readonly toDiagnostics: number;
  /** Longest time for which no timer of the host could run, from before the opening to after the diagnostics. */
  readonly longest: number;
}

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('wintriage.wintriage');
  if (!extension) throw new Error('the extension is not there');
  const before = performance.now();
  await extension.activate();
  report(`activation ${ms(performance.now() - before)}, its modules loaded included`);
  for (const megabytes of [10, 40]) await measureSize(megabytes);
  await measureFolder();
  await measureCancel();
}

/** A folder of large files: how long the host is held while the threads read them. */
async function measureFolder(): Promise<void> {
  await withFolder(async (folder) => {
    for (const name of ['A.xml', 'B.xml', 'C.xml']) writeParts(join(folder, name), 80);
    const delay = monitorEventLoopDelay({ resolution: 2 });
    delay.enable();
    const started = performance.now();
    await vscode.commands.executeCommand('wintriage.scanFolder', vscode.Uri.file(folder));
    const passed = performance.now() - started;
    delay.disable();
    report(`folder of 3 files of 80 MB: scanned in ${ms(passed)}, longest stretch ${ms(delay.max / 1e6)}`);
  });
}

/** Files that would take minutes to read, though they take no room: the start of a log with a hole after it. */
async function measureCancel(): Promise<void> {
  await withFolder(async (folder) => {
    for (const name of ['A.xml', 'B.xml', 'C.xml']) {
      writeFileSync(join(folder, name), eventXmlOf(1));
      truncateSync(join(folder, name), 2 ** 36);
    }
    const scan = vscode.commands.executeCommand('wintriage.scanFolder', vscode.Uri.file(folder));
    await wait(1000);
    const started = performance.now();
    await vscode.commands.executeCommand('wintriage.cancelScan');
    await scan;
    report(`scan of 3 files of 69 GB: cancelled in ${ms(performance.now() - started)}`);
  });
}

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wintriage-bench-'));
  try {
    await use(folder);
    await vscode.commands.executeCommand('wintriage.removeFolder', { kind: 'folder', path: folder });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeParts(path: string, megabytes: number): void {
  const file = openSync(path, 'w');
  for (const part of eventXmlParts(megabytes)) writeSync(file, part);
  closeSync(file);
}

async function measureSize(megabytes: number): Promise<void> {
  const text = eventXmlOf(megabytes);
  // The same text with elements that are no events: what VS Code itself does with it, our look at the first units included.
  const foreign = text.replaceAll('<Event ', '<Evens ').replaceAll('</Event>', '</Evens>');
  const alone = await repeat(foreign, () => wait(500));
  const own = await repeat(text, diagnosticsOf);
  report(`event XML, ${(text.length / 1e6).toFixed(1)} MB, open document (worst of ${RUNS}):`);
  report(`  document to diagnostics         ${ms(Math.max(...own.map(({ toDiagnostics }) => toDiagnostics)))}`);
  report(`  longest stretch, with events    ${ms(Math.max(...own.map(({ longest }) => longest)))}`);
  report(`  longest stretch, without events ${ms(Math.max(...alone.map(({ longest }) => longest)))} (VS Code's own)`);
}

async function repeat(text: string, until: (document: vscode.TextDocument) => Promise<unknown>): Promise<Opening[]> {
  const openings: Opening[] = [];
  for (let index = 0; index < RUNS; index++) openings.push(await openOnce(text, until));
  return openings;
}

async function openOnce(text: string, until: (document: vscode.TextDocument) => Promise<unknown>): Promise<Opening> {
  const folder = mkdtempSync(join(tmpdir(), 'wintriage-bench-'));
  try {
    const path = join(folder, 'System.xml');
    writeFileSync(path, text);
    const delay = monitorEventLoopDelay({ resolution: 2 });
    delay.enable();
    const document = await vscode.workspace.openTextDocument(path);
    const opened = performance.now();
    await until(document);
    const toDiagnostics = performance.now() - opened;
    await wait(50);
    delay.disable();
    return { toDiagnostics, longest: delay.max / 1e6 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function diagnosticsOf({ uri }: vscode.TextDocument): Promise<void> {
  for (let waited = 0; vscode.languages.getDiagnostics(uri).length === 0; waited += 5) {
    if (waited > 30_000) throw new Error('no diagnostics came');
    await wait(5);
  }
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`;
}

function report(line: string): void {
  console.log(MARK + line);
}
