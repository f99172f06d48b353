import { relative, resolve } from 'node:path';
import type { SourceReport } from '../core/index';
import { UsageError } from './usage';

/** A registry export, and the computer that `--registry COMPUTER=FILE` says it is of. */
export interface RegistryFile {
  readonly computer: string;
  readonly path: string;
}

/** Throws UsageError for what is not of the form `COMPUTER=FILE`. */
export function registryFiles(options: readonly string[]): readonly RegistryFile[] {
  return options.map((option) => {
    const [, computer, path] = /^([^=]+)=(.+)$/.exec(option) ?? [];
    if (computer === undefined || path === undefined)
      throw new UsageError(`--registry takes COMPUTER=FILE, not ${option}`);
    return { computer, path };
  });
}

/** The paths to be scanned, with the exports that are not among them. */
export function withFiles(paths: readonly string[], files: readonly RegistryFile[]): readonly string[] {
  const added = files.map(({ path }) => path).filter((path) => !paths.some((scanned) => isBelow(path, scanned)));
  return [...paths, ...added];
}

/** The computer of each export by the path by which it was read. Throws UsageError for a file that is no registry export. */
export function computersOf(
  sources: readonly SourceReport[],
  files: readonly RegistryFile[],
): ReadonlyMap<string, string> {
  return new Map(
    files.map(({ path, computer }) => {
      const source = sources.find((each) => resolve(each.path) === resolve(path));
      if (!source?.registry) throw new UsageError(`${path} is neither a registry export nor the output of reg query`);
      return [source.path, computer];
    }),
  );
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way === '' || !/^\.\.(?:[\\/]|$)/.test(way);
}
