import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { type Catalogue, type ScanSettings, type SourceReport, visible } from '../core/index';
import { type FoundFile, ScanPool, inLanes, listFiles, scanFile } from '../platform/index';
import { failureText } from './failure';
import type { Output } from './output';

/** Less than this is read before threads would have started. Bytes. */
const WORTH_THREADS = 32e6;

/**
 * So many bytes hold so many findings that the memory counts for more than the time. From here on V8 collects garbage
 * earlier, in every thread: a fifth less memory for a tenth more work.
 */
const WORTH_SAVING_MEMORY = 4e9;

type Read = (file: { readonly path: string; readonly size: number }) => Promise<SourceReport>;
type Outcome = { readonly report: SourceReport } | { readonly error: unknown };

/** What files are read with, and where what cannot be read is said. */
export interface Reading {
  readonly catalogue: Catalogue;
  readonly settings: ScanSettings;
  readonly output: Output;
}

/** What is in files and folders. */
export interface ReadFiles {
  /** A file that was named is among them even when it is no event log; of a folder only event logs are. */
  readonly sources: readonly SourceReport[];
  /** Paths of the files in folders that are no event logs. */
  readonly otherFiles: readonly string[];
}

/**
 * Reads files and folders, in the order in which they were named. What cannot be read is said and does not keep the others from
 * being read.
 */
export async function readAll(paths: readonly string[], reading: Reading): Promise<ReadFiles> {
  const { catalogue, settings } = reading;
  const files = await filesOf(paths);
  const size = files.reduce((sum, file) => sum + ('size' in file ? file.size : 0), 0);
  if (size < WORTH_THREADS)
    return readFiles(files, paths, { ...reading, width: 1, read: ({ path }) => scanFile(path, catalogue, settings) });
  if (size >= WORTH_SAVING_MEMORY) setFlagsFromString('--optimize-for-size');
  const pool = new ScanPool({ workerFile: join(__dirname, 'worker.js'), catalogue: () => catalogue });
  try {
    return await readFiles(files, paths, {
      ...reading,
      width: pool.width,
      read: ({ path, size }) => pool.scan(path, settings, { size }),
    });
  } finally {
    await pool.dispose();
  }
}

/** Each file once, by whichever path it comes first: an event that is counted twice would be two crashes. */
async function filesOf(paths: readonly string[]): Promise<FoundFile[]> {
  const seen = new Set<string>();
  const files: FoundFile[] = [];
  for (const path of paths) {
    for await (const file of listFiles(path)) {
      const place = await realpath(file.path).catch(() => resolve(file.path));
      if (!seen.has(place)) files.push(file);
      seen.add(place);
    }
  }
  return files;
}

async function readFiles(
  files: readonly FoundFile[],
  named: readonly string[],
  { width, read, output }: Reading & { readonly width: number; readonly read: Read },
): Promise<ReadFiles> {
  const outcomes = new Map<FoundFile, Outcome>();
  await inLanes(files, width, async (file) => {
    outcomes.set(file, await outcomeOf(file, read));
  });
  const sources: SourceReport[] = [];
  const otherFiles: string[] = [];
  // Threads end in any order; what is printed has the order of the files.
  for (const file of files) {
    const outcome = outcomes.get(file);
    if (!outcome) continue;
    if ('error' in outcome) output.complain(`wintriage: ${visible(file.path)}: ${failureText(outcome.error)}\n`);
    else if (outcome.report.format !== undefined || named.includes(file.path)) sources.push(outcome.report);
    else otherFiles.push(file.path);
  }
  return { sources, otherFiles };
}

async function outcomeOf(file: FoundFile, read: Read): Promise<Outcome> {
  if ('error' in file) return { error: file.error };
  try {
    return { report: await read(file) };
  } catch (error) {
    return { error };
  }
}
