import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const tenMinutes = 600_000;

/** Installs `packages` into `folder`, without running any package's install script. */
export function npmInstall(folder: string, packages: readonly string[]): void {
  // Without a manifest of its own npm would walk up and install into the project.
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  runNpm(folder, ['install', '--no-save', ...packages]);
}

/** Installs what the manifest in `folder` asks for, as that package's own build would. */
export function npmInstallProduction(folder: string, node: string): void {
  runNpm(folder, ['install', '--omit=dev'], node);
}

function runNpm(folder: string, args: readonly string[], node = process.execPath): void {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const result = spawnSync('npm', [...args, ...quiet, '--prefix', folder], {
    cwd: folder,
    encoding: 'utf8',
    timeout: tenMinutes,
    shell: process.platform === 'win32',
    env: { ...environmentOutsideNpm(), PATH: [dirname(node), process.env['PATH'] ?? ''].join(delimiter) },
  });
  if (result.status !== 0) {
    const why = result.error?.message ?? lastLines(result.stderr);
    throw new Error(`npm ${args.join(' ')} in ${folder} failed: ${why}`);
  }
}

/** `npm run` hands its own settings down as variables; an npm started from there would take the project's for its own. */
function environmentOutsideNpm(): NodeJS.ProcessEnv {
  const inherited = /^npm_(package|lifecycle|command|config_(local_)?prefix)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)));
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-15).join('\n');
}
