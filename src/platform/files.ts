import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders that hold programs, not somebody's logs. */
const NOT_ENTERED = new Set(['node_modules', '.git']);

/** A file with its bytes, or something that could not be read and why. */
export type FoundFile =
  { readonly path: string; readonly size: number } | { readonly path: string; readonly error: Error };

/**
 * The files that a path stands for: itself, or every file below it in the order of names. Links below a folder are not
 * followed, as they may lead back up.
 */
export async function* listFiles(path: string): AsyncGenerator<FoundFile> {
  try {
    const entry = await stat(path);
    if (entry.isDirectory()) yield* listFolder(path);
    else yield { path, size: entry.size };
  } catch (error) {
    yield { path, error: asError(error) };
  }
}

async function* listFolder(folder: string): AsyncGenerator<FoundFile> {
  const names = (await readdir(folder)).filter((name) => !NOT_ENTERED.has(name)).sort();
  for (const name of names) {
    const path = join(folder, name);
    try {
      const entry = await lstat(path);
      if (entry.isDirectory()) yield* listFolder(path);
      else if (entry.isFile()) yield { path, size: entry.size };
    } catch (error) {
      yield { path, error: asError(error) };
    }
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
