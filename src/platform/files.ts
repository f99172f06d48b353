import { createReadStream } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Large enough that the cost of a read does not show, small enough to be passed by unnoticed in memory. */
const BLOCK_LENGTH = 1024 * 1024;

/** Folders that hold programs, not somebody's logs. */
const NOT_ENTERED = new Set(['node_modules', '.git']);

/** The bytes of a file, in blocks, in order. Throws what the file system says: no such file, no permission. */
export async function* readFileBlocks(path: string, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path, { highWaterMark: BLOCK_LENGTH, ...(signal && { signal }) });
  for await (const block of stream) yield block as Uint8Array;
}

/** A file, or something that could not be read and why. */
export type FoundFile = { readonly path: string } | { readonly path: string; readonly error: Error };

/**
 * The files that a path stands for: itself, or every file below it in the order of names. Links below a folder are not
 * followed, as they may lead back up.
 */
export async function* listFiles(path: string): AsyncGenerator<FoundFile> {
  try {
    if ((await stat(path)).isDirectory()) yield* listFolder(path);
    else yield { path };
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
      else if (entry.isFile()) yield { path };
    } catch (error) {
      yield { path, error: asError(error) };
    }
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
