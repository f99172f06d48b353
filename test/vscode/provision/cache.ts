import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../paths';

/**
 * The folder `name` of the cache, made by `fill` when it is not there yet. It is filled under another name and
 * moved into place when complete, so an interrupted run leaves nothing that a later one would take for whole.
 */
export function cached(name: string, fill: (folder: string) => void): string {
  const target = join(cacheFolder, name);
  if (existsSync(target)) return target;
  mkdirSync(cacheFolder, { recursive: true });
  const partial = mkdtempSync(join(cacheFolder, `.partial-${name}-`));
  try {
    fill(partial);
    moveIntoPlace(partial, target);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return target;
}

/** Two runs may fill the same folder at the same time; the first one wins and both use its result. */
function moveIntoPlace(partial: string, target: string): void {
  try {
    renameSync(partial, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  }
}
