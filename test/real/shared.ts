import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadBuiltInCatalogue } from '../../src/catalogue';
import { type Case, type SourceReport, correlate } from '../../src/core';
import { listFiles, scanFile } from '../../src/platform';

/** Folder of real files that are not part of the project. */
export const shared = resolve(process.env['WINTRIAGE_SHARED'] ?? join(__dirname, '../../../shared'));

if (!existsSync(shared)) {
  console.error(`The real files are not here (${shared}); WINTRIAGE_SHARED names the folder that holds them.`);
  process.exit(1);
}

const catalogue = loadBuiltInCatalogue();

/** What one file of the shared data is read as; `path` is relative to it. */
export function scanSharedFile(path: string): Promise<SourceReport> {
  return scanFile(join(shared, path), catalogue, { dateOrder: 'auto' });
}

/** What `wintriage scan` makes of files or folders of the shared data. */
export async function scanShared(...paths: string[]): Promise<Case> {
  const sources: SourceReport[] = [];
  for (const path of paths) {
    for await (const file of listFiles(join(shared, path))) {
      if ('error' in file) throw file.error;
      const source = await scanFile(file.path, catalogue, { dateOrder: 'auto' });
      if (source.format !== undefined) sources.push(source);
    }
  }
  return correlate(sources, catalogue, { windowMinutes: 10, localOffsetMinutes: undefined, unnamedComputer: 'folder' });
}
