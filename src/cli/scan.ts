import { parseArgs } from 'node:util';
import { loadBuiltInCatalogue } from '../catalogue';
import { correlate, isReadSource, jsonReport, renderJson, renderTextReport } from '../core/index';
import { computersOf, registryFiles, withFiles } from './registryFiles';
import { readAll } from './readAll';
import type { Output } from './output';
import { caseSettings, formatOption, scanSettings, timeSettings } from './options';
import { UsageError } from './usage';

const options = {
  format: { type: 'string', default: 'text' },
  window: { type: 'string', default: '10' },
  'time-zone': { type: 'string' },
  'date-order': { type: 'string' },
  encoding: { type: 'string' },
  zone: { type: 'string', default: 'utc' },
  'log-bias': { type: 'string', default: 'west' },
  'separate-files': { type: 'boolean', default: false },
  product: { type: 'string' },
  bitness: { type: 'string' },
  registry: { type: 'string', multiple: true },
} as const;

/** `wintriage scan`: reads files and folders and prints what was found. */
export async function scan(args: string[], output: Output): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const isJson = formatOption(values.format) === 'json';
  const settings = caseSettings(values);
  const registries = registryFiles(values.registry ?? []);
  const reading = scanSettings(values);
  const times = timeSettings(values, settings);
  if (positionals.length === 0) throw new UsageError('scan needs at least one file or folder');
  const started = performance.now();
  const catalogue = loadBuiltInCatalogue();
  const { sources, otherFiles } = await readAll(withFiles(positionals, registries), {
    catalogue,
    settings: reading,
    output,
  });
  const registryComputers = computersOf(sources, registries);
  const found = correlate(sources, catalogue, { ...settings, registryComputers });
  const report = {
    times,
    otherFiles,
    color: output.color,
    milliseconds: performance.now() - started,
  } as const;
  output.print(isJson ? renderJson(jsonReport(found, otherFiles)) : renderTextReport(found, catalogue, report));
  if (!sources.some(isReadSource)) return 2;
  return found.incidents.length > 0 ? 1 : 0;
}
