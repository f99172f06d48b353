import { type FileHandle, open } from 'node:fs/promises';
import { BOUNDARY_HEAD, findEventBoundary } from '../core/index';

/** Smaller files are read by one thread before it shows that two threads that are running share the work. Bytes. */
export const WORTH_DIVIDING = 100e6;

/** Smaller files are read by one thread before a second one would have made up for being started and compiled for. Bytes. */
export const WORTH_STARTING = 250e6;

/** So much of the middle of a file is searched for a place to divide it, at most: mostly it is near. Bytes. */
const SEARCHED = [0x10000, 0x100000];

/** The byte at which two threads may divide a file between them; undefined when it has to be read in one go. */
export async function placeToDivide(path: string, size: number): Promise<number | undefined> {
  const file = await open(path);
  try {
    const middle = Math.floor(size / 2);
    const head = await bytesAt(file, 0, BOUNDARY_HEAD);
    for (const length of SEARCHED) {
      const at = findEventBoundary(head, await bytesAt(file, middle, length));
      if (at !== undefined) return middle + at;
    }
    return undefined;
  } finally {
    await file.close();
  }
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  return bytes.subarray(0, bytesRead);
}
