import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventXmlParts } from '../workload';

/** Gives a folder that is there until `use` has ended. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'wintriage-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function writeLargeXml(path: string, megabytes: number): void {
  const file = openSync(path, 'w');
  for (const part of eventXmlParts(megabytes)) writeSync(file, part);
  closeSync(file);
}
