import { access, writeFile } from 'node:fs/promises';
import { visible } from '../core/index';
import { UsageError } from './usage';

/** A file to be written, and its bytes. */
export interface NewFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes files and prints their paths. Whether one of them exists is asked before anything is written, so that a fix is
 * never left without its undo.
 */
export async function writeNewFiles(
  files: readonly NewFile[],
  { force, print }: { readonly force: boolean; readonly print: (text: string) => void },
): Promise<void> {
  if (!force) for (const { path } of files) await refuseExisting(path);
  for (const { path, bytes } of files) {
    await writeFile(path, bytes, { flag: force ? 'w' : 'wx' });
    print(`${visible(path)}\n`);
  }
}

async function refuseExisting(path: string): Promise<void> {
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (exists) throw new UsageError(`${path} exists; --force overwrites it`);
}
