/**
 * What opening a large event XML export costs the extension host of a real VS Code: time to diagnostics, and the longest
 * stretch for which the host could do nothing else, beside the same text without events in the same run. Nothing is asserted.
 *
 *     npm run bench:editor
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
    entryPoints: [join(__dirname, 'editorSuite.ts')],
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
    launchArgs: [home, `--user-data-dir=${join(home, 'user')}`, `--extensions-dir=${join(home, 'extensions')}`],
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
