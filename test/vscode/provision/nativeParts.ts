import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';

/**
 * VS Code looks for files with ripgrep, which older releases of its package fetch in an install script. This release
 * has the program inside a package of its own for each platform.
 */
export const searchPackage = '@vscode/ripgrep@1.18.0';

/** Adds to VS Code's server what its packages would have fetched or compiled in their install scripts. */
export function addNativeParts(installation: string, serverFolder: string): void {
  const modules = join(serverFolder, 'node_modules');
  addSearchProgram(installation, modules);
  replaceModule('spdlog.ts', join(modules, '@vscode', 'spdlog', 'index.js'));
  for (const name of ['native-watchdog', join('@vscode', 'native-watchdog')]) {
    const target = join(modules, name, 'build', 'Release', 'watchdog.js');
    if (existsSync(join(modules, name))) replaceModule('watchdog.ts', target);
  }
}

function addSearchProgram(installation: string, modules: string): void {
  const name = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const platform = `ripgrep-${process.platform}-${process.arch}`;
  const target = join(modules, '@vscode', 'ripgrep', 'bin', name);
  if (existsSync(target)) return;
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join(installation, 'node_modules', '@vscode', platform, 'bin', name), target);
  chmodSync(target, 0o755);
}

function replaceModule(source: string, target: string): void {
  const entryPoints = [join(__dirname, 'natives', source)];
  buildSync({ entryPoints, outfile: target, allowOverwrite: true, platform: 'node', format: 'cjs', target: 'node20' });
}
