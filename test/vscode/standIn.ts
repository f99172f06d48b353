/** What `executable` does: a VS Code server and a browser, with the command line and the exit code of the desktop's. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './paths';
import { type InstalledServer, provideServer } from './provision/server';
import { addressOf, type Opening } from './server/address';
import { exitOnSignals } from './server/childProcess';
import { installPackage } from './server/installExtension';
import { runSuite } from './server/runSuite';
import { type ServerFolders, startServer } from './server/startServer';
import { wantedVersion } from './versions';

/** All values of `--option=value`; the desktop's other options (sandbox, GPU, updates) mean nothing to a server. */
function valuesOf(option: string): readonly string[] {
  const prefix = `--${option}=`;
  return process.argv.filter((arg) => arg.startsWith(prefix)).map((arg) => arg.slice(prefix.length));
}

function readOpening(): Opening {
  const positional = process.argv.slice(2).find((arg) => !arg.startsWith('-'));
  const folder = valuesOf('folder-uri').map((uri) => fileURLToPath(uri))[0] ?? positional;
  const extensionTestsPath = valuesOf('extensionTestsPath')[0];
  return {
    ...(folder !== undefined && { folder }),
    ...(extensionTestsPath !== undefined && { extensionTestsPath }),
    extensionDevelopmentPaths: valuesOf('extensionDevelopmentPath'),
  };
}

async function runIn(installed: InstalledServer, folders: ServerFolders, opening: Opening): Promise<number> {
  const server = await startServer(installed, folders);
  try {
    const run = await runSuite(addressOf(server, opening));
    if (run.exitCode !== 0) {
      console.error(`The editor's console:\n${run.console.slice(-60).join('\n')}`);
      console.error(`The last lines of VS Code's server:\n${server.log()}`);
    }
    return run.exitCode;
  } finally {
    await server.stop();
  }
}

async function main(): Promise<number> {
  const home = temporaryFolder('server');
  const folders = {
    serverData: home,
    userData: valuesOf('user-data-dir')[0] ?? join(home, 'user'),
    extensions: valuesOf('extensions-dir')[0] ?? join(home, 'extensions'),
  };
  const installed = provideServer(wantedVersion());
  for (const vsix of valuesOf('install-extension')) installPackage(installed, vsix, folders);
  const opening = readOpening();
  return opening.extensionTestsPath === undefined ? 0 : runIn(installed, folders, opening);
}

exitOnSignals();
main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
