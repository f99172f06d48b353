import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  type RegDocument,
  compareReg,
  encodeRegFile,
  readRegistryBytes,
  regDiffJson,
  renderExactUndo,
  renderJson,
  renderRegDiff,
} from '../core/index';
import { writeNewFiles } from './newFiles';
import type { Output } from './output';
import { formatOption } from './options';
import { UsageError } from './usage';

/** `wintriage reg diff`: what importing a file would change, and the file that takes it back. */
export async function regDiff(args: string[], { print }: Output): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      undo: { type: 'string' },
      force: { type: 'boolean', default: false },
    },
  });
  const isJson = formatOption(values.format) === 'json';
  const [changePath, statePath, ...others] = positionals;
  if (changePath === undefined || statePath === undefined || others.length > 0) {
    throw new UsageError('reg diff takes two files: the one to be imported, and an export of the registry as it is');
  }
  const change = await readRegistryFile(changePath);
  if (change.notation === 'query')
    throw new UsageError(`${changePath} is the output of reg query, which cannot be imported`);
  const comparison = compareReg(change, await readRegistryFile(statePath));
  const named = { comparison, changePath, statePath };
  if (values.undo !== undefined) {
    const file = { path: values.undo, bytes: encodeRegFile(renderExactUndo(named)) };
    // Standard output is the report's.
    await writeNewFiles([file], { force: values.force, print: () => undefined });
  }
  print(isJson ? renderJson(regDiffJson(named)) : renderRegDiff(named));
  return comparison.changes.every(({ kind }) => kind === 'value-same') ? 0 : 1;
}

async function readRegistryFile(path: string): Promise<RegDocument> {
  const document = readRegistryBytes(await readFile(path));
  if (!document) throw new UsageError(`${path} is neither a registry file nor the output of reg query`);
  return document;
}
