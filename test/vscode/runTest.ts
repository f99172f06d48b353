/** `npm run test:vscode` (and `:newest`): runs the bundled suite in the VS Code that provision/ finds. */
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { bundledSuite, projectFolder, suiteTotals, temporaryFolder, workspaceTemplate } from './paths';
import { provideVsCode } from './provision/index';
import { wantedVersion } from './versions';
import { writeSettings } from './workbench/settings';

async function main(): Promise<void> {
  if (process.argv.includes('--newest')) process.env['WINTRIAGE_VSCODE_VERSION'] = 'latest';
  const version = wantedVersion();
  const { kind, executable } = await provideVsCode(version);
  console.log(`Suite in VS Code ${version.name} (${kind})`);
  const home = temporaryFolder('suite');
  rmSync(suiteTotals, { force: true });
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: projectFolder,
    extensionTestsPath: bundledSuite,
    extensionTestsEnv: { WINTRIAGE_SUITE_TOTALS: suiteTotals },
    launchArgs: launchArguments(home),
  });
  requireTotals();
}

/** A fresh workspace and a fresh profile: nothing that an earlier run left is seen. */
function launchArguments(home: string): string[] {
  const workspace = join(home, 'workspace');
  cpSync(workspaceTemplate, workspace, { recursive: true });
  const userData = join(home, 'user');
  writeSettings(userData, 'dark', {});
  return [workspace, `--user-data-dir=${userData}`, `--extensions-dir=${join(home, 'extensions')}`];
}

function requireTotals(): void {
  if (!existsSync(suiteTotals)) throw new Error('VS Code ended without having run the suite');
  console.log(`Totals: ${readFileSync(suiteTotals, 'utf8')}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
