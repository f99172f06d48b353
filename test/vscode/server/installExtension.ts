import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { InstalledServer } from '../provision/server';
import type { ServerFolders } from './startServer';

/** Installs a packaged extension, as `code --install-extension` does. */
export function installPackage(server: InstalledServer, vsix: string, folders: ServerFolders): void {
  const directories = ['--extensions-dir', folders.extensions, '--server-data-dir', folders.serverData];
  const args = [server.main, '--install-extension', vsix, '--accept-server-license-terms', ...directories];
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}' };
  const result = spawnSync(server.node, args, { encoding: 'utf8', timeout: 120_000, env });
  if (result.status !== 0) throw new Error(`${vsix} cannot be installed: ${result.stdout}${result.stderr}`);
}

/**
 * Makes the extension in `source` look installed. An address that names it as under development would do too, but only
 * for a browser that reaches the server under the very name in that address.
 */
export function linkExtension(source: string, folders: ServerFolders): void {
  const { publisher, name, version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as Manifest;
  mkdirSync(folders.extensions, { recursive: true });
  symlinkSync(source, join(folders.extensions, `${publisher}.${name}-${version}`), 'junction');
}

interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly version: string;
}
