/**
 * What the extension costs the extension host of a real VS Code: its start, large documents opened, asked about and edited,
 * folders scanned. Says for which time the host could do nothing else, and how much of that the extension took. Nothing is asserted.
 *
 *     npm run bench:editor [-- activation | documents | formats | folders]
 */
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import * as esbuild from 'esbuild';
import { projectFolder, temporaryFolder } from '../vscode/paths';
import { provideVsCode } from '../vscode/provision/index';
import { wantedVersion } from '../vscode/versions';

async function main(): Promise<void> {
  const suite = join(projectFolder, 'out', 'editor-bench', 'index.js');
  await esbuild.build({
    entryPoints: [join(__dirname, 'editor', 'suite.ts')],
    outfile: suite,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
  const version = wantedVersion();
  const { executable } = await provideVsCode(version);
  const home = temporaryFolder('bench');
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: projectFolder,
    extensionTestsPath: suite,
    extensionTestsEnv: { WINTRIAGE_BENCH: process.argv[2] },
    launchArgs: [home, `--user-data-dir=${join(home, 'user')}`, `--extensions-dir=${join(home, 'extensions')}`],
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
