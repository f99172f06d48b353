import { visible } from '../core/index';

/** What the file system's codes say, for people. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['ENOTDIR', 'there is no such file or folder'],
  ['EACCES', 'it may not be read or written by you'],
  ['EPERM', 'it may not be read or written by you'],
  ['EBUSY', 'another program holds it open'],
  ['EISDIR', 'it is a folder'],
  ['EEXIST', 'it exists'],
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'the disk cannot be written to'],
  ['ELOOP', 'its links lead in a circle'],
  ['ENAMETOOLONG', 'the name is too long'],
]);

/** Whether an error is one of the system, with a code such as `ENOENT`. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

/** Why something about a file went wrong; safe to print. */
export function failureText(error: unknown): string {
  const known = isSystemError(error) ? REASONS.get(error.code ?? '') : undefined;
  return known ?? visible(error instanceof Error ? error.message : String(error));
}
