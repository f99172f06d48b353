/** Measures inside the extension host; run by editor.ts. `run` is called by VS Code. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { eventXmlOf } from './workload';

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
