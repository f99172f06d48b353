import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { builtInKnownRegistry } from '../catalogue';
import {
  type CheckedReg,
  KnownKeys,
  type RegTarget,
  isRegFaulty,
  decodeRegistry,
  readReg,
  readRegistry,
  regCheckJson,
  regDiagnostics,
  renderJson,
  renderRegCheck,
} from '../core/index';
import { listFiles } from '../platform/index';
import type { Output } from './output';
import { formatOption, targetOptions } from './options';
import { UsageError } from './usage';

/** `wintriage reg check`: what an import would refuse or ignore, and what is published of the values. */
export async function regCheck(args: string[], { print }: Output): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      product: { type: 'string' },
      bitness: { type: 'string' },
    },
  });
  const isJson = formatOption(values.format) === 'json';
  const target = targetOptions(values);
  if (positionals.length === 0) throw new UsageError('reg check needs at least one file or folder');
  const files = await checkAll(positionals, target);
  print(isJson ? renderJson(regCheckJson(files)) : renderRegCheck(files));
  if (files.length === 0) return 2;
  return files.some(isRegFaulty) ? 1 : 0;
}

/** A file that is named is checked whatever it is; of a folder, those whose name ends in .reg. */
async function checkAll(paths: readonly string[], target: RegTarget): Promise<CheckedReg[]> {
  const known = new KnownKeys(builtInKnownRegistry());
  const checked: CheckedReg[] = [];
  for (const named of paths) {
    for await (const file of listFiles(named)) {
      if ('error' in file) throw file.error;
      if (file.path !== named && !/\.reg$/i.test(file.path)) continue;
      const { text, encoding } = decodeRegistry(await readFile(file.path));
      const document = readRegistry(text, encoding) ?? readReg(text, encoding);
      checked.push({ path: file.path, document, diagnostics: regDiagnostics(document, known, target) });
    }
  }
  return checked;
}
