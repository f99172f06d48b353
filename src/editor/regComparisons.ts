import * as vscode from 'vscode';
import {
  type NamedComparison,
  compareReg,
  editorText,
  encodeRegFile,
  readRegistryBytes,
  regDiffNotice,
  regDiffTitle,
  renderExactUndo,
  renderRegDiffPage,
  renderRegSides,
  undoFileName,
} from '../core';
import { registryScheme } from './ids';
import { createRegFile } from './newRegFiles';
import type { Output } from './output';
import { pathOf } from './places';

/** The two files of a comparison: what is to be imported, and an export of the registry as it is. */
export interface ComparedFiles {
  readonly change: vscode.Uri;
  readonly state: vscode.Uri;
}

type Part = 'before' | 'after' | 'summary';

/** Shows what importing a registry file would change, in a diff editor and as a page, and writes the file that takes it back. */
export class RegComparisons implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  /** By the query of the addresses of their texts. */
  private readonly compared = new Map<string, ComparedFiles>();
  private readonly registrations: vscode.Disposable;

  constructor(private readonly output: Output) {
    this.registrations = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(registryScheme, this),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        this.refresh(uri);
      }),
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string | undefined> {
    const files = this.filesOf(uri);
    if (!files) return undefined;
    const named = await compare(files);
    if (uri.path.startsWith('/summary/')) return renderRegDiffPage(named);
    const { before, after } = renderRegSides(named.comparison);
    return uri.path.startsWith('/before/') ? before : after;
  }

  /** What a text of ours was made from. */
  filesOf({ scheme, query }: vscode.Uri): ComparedFiles | undefined {
    return scheme === registryScheme ? this.compared.get(query) : undefined;
  }

  /** Opens the diff editor and says in one sentence what would change. */
  async show(files: ComparedFiles): Promise<void> {
    const named = await compare(files);
    this.compared.set(keyOf(files), files);
    const [before, after] = [partOf(files, 'before'), partOf(files, 'after')];
    await vscode.commands.executeCommand('vscode.diff', before, after, regDiffTitle(named), { preview: false });
    this.output.start('Offering the undo', () => this.offer(regDiffNotice(named), files));
  }

  /** Opens the page with every change in words. */
  async showSummary(files: ComparedFiles): Promise<void> {
    this.compared.set(keyOf(files), files);
    await vscode.commands.executeCommand('markdown.showPreview', partOf(files, 'summary'));
  }

  /** Makes the undo next to the file that it undoes, and opens it. */
  async createUndo(files: ComparedFiles): Promise<void> {
    const named = await compare(files);
    await createRegFile(files.change, {
      name: undoFileName(named.changePath),
      contents: encodeRegFile(renderExactUndo(named)),
    });
  }

  dispose(): void {
    this.registrations.dispose();
    this.changed.dispose();
    this.compared.clear();
  }

  private async offer(notice: string, files: ComparedFiles): Promise<void> {
    const answer = await vscode.window.showInformationMessage(notice, editorText.createUndo, editorText.showSummary);
    if (answer === editorText.createUndo) await this.createUndo(files);
    if (answer === editorText.showSummary) await this.showSummary(files);
  }

  private refresh(saved: vscode.Uri): void {
    for (const files of this.compared.values()) {
      if (![files.change, files.state].some((uri) => uri.toString() === saved.toString())) continue;
      for (const part of PARTS) this.changed.fire(partOf(files, part));
    }
  }
}

const PARTS: readonly Part[] = ['before', 'after', 'summary'];

function keyOf({ change, state }: ComparedFiles): string {
  return JSON.stringify([change.toString(), state.toString()]);
}

/** The name is that of the file to be imported, so that tabs can be told apart. */
function partOf(files: ComparedFiles, part: Part): vscode.Uri {
  const name = files.change.path.slice(files.change.path.lastIndexOf('/') + 1).replace(/\.reg$/i, '');
  const extension = part === 'summary' ? 'md' : 'reg';
  return vscode.Uri.from({ scheme: registryScheme, path: `/${part}/${name}.${extension}`, query: keyOf(files) });
}

/** Reads both files as they are on disk. Throws with a sentence for a person when one of them is none of a registry. */
async function compare({ change, state }: ComparedFiles): Promise<NamedComparison> {
  const [imported, shown] = await Promise.all([change, state].map(readRegistryFile));
  if (!imported || !shown) throw new Error(editorText.notRegistry);
  if (imported.notation === 'query') throw new Error(editorText.queryNotImported);
  return { comparison: compareReg(imported, shown), changePath: pathOf(change), statePath: pathOf(state) };
}

/** An open document counts as it would be saved. */
async function readRegistryFile(uri: vscode.Uri): Promise<ReturnType<typeof readRegistryBytes>> {
  const open = vscode.workspace.textDocuments.find(
    (document) => document.isDirty && document.uri.toString() === uri.toString(),
  );
  const bytes = open
    ? await vscode.workspace.encode(open.getText(), { encoding: open.encoding })
    : await vscode.workspace.fs.readFile(uri);
  return readRegistryBytes(bytes);
}
