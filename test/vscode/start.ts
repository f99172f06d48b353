/**
 * `npm start`: a real VS Code with the extension, on the sample case. The desktop's where it can be had and shown,
 * otherwise a server with its address. With `--check` it makes sure in a browser that all is up, and ends.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { projectFolder, sampleCase, temporaryFolder } from './paths';
import { provideDesktop } from './provision/desktop';
import { addressOf } from './server/address';
import { exitOnSignals } from './server/childProcess';
import { wantedVersion } from './versions';
import { openViewContainer, openWorkbench, quickOpen, startExtensionServer, treeRow } from './workbench';

const options = { folder: sampleCase, extension: projectFolder };

async function check(): Promise<void> {
  const workbench = await openWorkbench(options);
  try {
    console.log(`Open ${workbench.address} in a browser`);
    await quickOpen(workbench.page, 'System.xml');
    await openViewContainer(workbench.page, 'WinTriage');
    await treeRow(workbench.page, 'KB 2510665').waitFor();
    console.log('VS Code is up, and WinTriage found the crashes of the sample case');
  } finally {
    await workbench.close();
  }
}

async function start(): Promise<void> {
  try {
    startDesktop(await provideDesktop(wantedVersion()));
  } catch (error) {
    console.log(`VS Code's server from npm is used: ${error instanceof Error ? error.message : String(error)}.`);
    const server = await startExtensionServer(options);
    console.log(`Open ${addressOf(server, { folder: sampleCase })} in a browser; Ctrl+C stops`);
  }
}

function startDesktop(executable: string): void {
  const profile = [`--user-data-dir=${temporaryFolder('user')}`, `--extensions-dir=${temporaryFolder('extensions')}`];
  const args = [sampleCase, `--extensionDevelopmentPath=${projectFolder}`, '--disable-workspace-trust', ...profile];
  // Root needs this, as in a container; for everybody else the sandbox stays.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  console.log(`Opening ${sampleCase} in ${executable}`);
  spawn(executable, args, { stdio: 'inherit' }).once('exit', (code) => process.exit(code ?? 1));
}

exitOnSignals();
if (!existsSync(sampleCase)) throw new Error(`There is no sample case at ${sampleCase}`);
const run = process.argv.includes('--check') ? check : start;
run().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
