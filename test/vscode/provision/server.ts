import { join } from 'node:path';
import type { VsCodeVersion } from '../versions';
import { cached } from './cache';
import { addNativeParts, searchPackage } from './nativeParts';
import { npmInstall, npmInstallProduction } from './npm';

/** A VS Code server on this machine: `node main --port ...` starts it. */
export interface InstalledServer {
  readonly node: string;
  readonly main: string;
}

/** VS Code's server from npm, installed when it is wanted for the first time (half a minute, 300 MB). */
export function provideServer(version: VsCodeVersion): InstalledServer {
  const node = provideNode(version.nodeMajor);
  const folder = cached(version.serverPackage.replace('@', '-'), (partial) => {
    console.log(`Installing ${version.serverPackage} (once) ...`);
    npmInstall(partial, [version.serverPackage, searchPackage]);
    npmInstallProduction(serverFolder(partial), node);
    addNativeParts(partial, serverFolder(partial));
  });
  return { node, main: join(serverFolder(folder), 'out', 'server-main.js') };
}

function serverFolder(installation: string): string {
  return join(installation, 'node_modules', 'code-server', 'lib', 'vscode');
}

/** This Node when it is of the wanted major version, otherwise one from npm. */
function provideNode(major: number): string {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const folder = cached(`node-${major}`, (partial) => {
    console.log(`Installing Node ${major} (once) ...`);
    npmInstall(partial, [`${name}@${major}`]);
  });
  return join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
