import { parseArgs } from 'node:util';
import { loadBuiltInCatalogue } from '../catalogue';
import { type SourceReport, correlate, jsonReport, renderTextReport } from '../core/index';
import { listFiles, scanFile } from '../platform/index';
import { caseSettings, dateOrder, formatOption } from './options';
import { UsageError } from './usage';

const options = {
  format: { type: 'string', default: 'text' },
  window: { type: 'string', default: '10' },
  'time-zone': { type: 'string' },
  'date-order': { type: 'string' },
  'separate-files': { type: 'boolean', default: false },
  product: { type: 'string' },
  bitness: { type: 'string' },
} as const;

/** `wintriage scan`: reads files and folders and prints what was found. */
export async function scan(args: string[], print: (text: string) => void): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const isJson = formatOption(values.format) === 'json';
  const settings = caseSettings(values);
  if (positionals.length === 0) throw new UsageError('scan needs at least one file or folder');
  const started = performance.now();
  const catalogue = loadBuiltInCatalogue();
  const sources: SourceReport[] = [];
  for (const path of positionals) {
    for await (const source of readPath(path, (file) => scanFile(file, catalogue, { dateOrder: dateOrder(values) }))) {
      sources.push(source);
    }
  }
  const found = correlate(sources, catalogue, settings);
  const report = {
    times: { displayZone: 'utc' },
    color: useColor(),
    milliseconds: performance.now() - started,
  } as const;
  print(isJson ? `${JSON.stringify(jsonReport(found), undefined, 2)}\n` : renderTextReport(found, catalogue, report));
  if (sources.every(({ format }) => format === undefined)) return 2;
  return found.incidents.length > 0 ? 1 : 0;
}

/**
 * A file that was named is reported even when it is no event log; of a folder only event logs are. What cannot be read is
 * said on standard error and does not keep the others from being read.
 */
async function* readPath(path: string, read: (file: string) => Promise<SourceReport>): AsyncGenerator<SourceReport> {
  for await (const file of listFiles(path)) {
    try {
      if ('error' in file) throw file.error;
      const source = await read(file.path);
      if (source.format !== undefined || file.path === path) yield source;
    } catch (error) {
      process.stderr.write(`wintriage: ${file.path}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
}

/** https://no-color.org: any value but the empty string turns colour off. */
function useColor(): boolean {
  return process.stdout.isTTY && !process.env['NO_COLOR'];
}
