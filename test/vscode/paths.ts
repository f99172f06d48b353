import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The project's folder, which is also the extension's development path. */
export const projectFolder = resolve(__dirname, '..', '..');

/** Where downloaded editors, browsers and servers are kept between runs; git-ignored. */
export const cacheFolder = join(projectFolder, '.vscode-test');

/** Stands where the desktop executable stands: same arguments, same exit code. */
export const standInExecutable = join(__dirname, 'executable');

/** The files that the suite opens and changes; every run works on a fresh copy. */
export const workspaceTemplate = join(__dirname, 'workspace');

/** The suite, bundled for the extension host by build/bundleSuite.mjs. */
export const bundledSuite = join(projectFolder, 'out', 'vscode-suite', 'index.js');

/** What the suite leaves behind for the harness: proof that it ran. */
export const suiteTotals = join(projectFolder, 'out', 'vscode-suite', 'totals.json');

/** The case that `npm start`, the pictures and the packaged-extension test open. */
export const sampleCase = join(projectFolder, 'samples', 'contoso-wds');

/** What `npm run package` makes. */
export const packagedExtension = join(projectFolder, 'wintriage.vsix');

const temporaryFolders: string[] = [];

/** A new folder under the system's temporary folder, removed when this process ends. */
export function temporaryFolder(purpose: string): string {
  if (temporaryFolders.length === 0) process.once('exit', removeTemporaryFolders);
  // The name is short because VS Code puts sockets in it, whose paths may have 100 characters.
  const folder = mkdtempSync(join(tmpdir(), `wt-${purpose}-`));
  temporaryFolders.push(folder);
  return folder;
}

function removeTemporaryFolders(): void {
  for (const folder of temporaryFolders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
