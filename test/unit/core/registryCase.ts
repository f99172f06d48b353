import { loadBuiltInCatalogue } from '../../../src/catalogue';
import { type CaseSettings, type Incident, SourceScan, type SourceReport, correlate } from '../../../src/core';
import { crash, shapes } from '../scenario';

export const catalogue = loadBuiltInCatalogue();
export const SMS = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS';
export const SMS32 = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS';

/** A text read as the file at a path, in blocks. */
export function scan(path: string, text: string, blockSize = 0x10000): SourceReport {
  const source = new SourceScan(path, catalogue, { dateOrder: 'auto' });
  for (let at = 0; at < text.length; at += blockSize) source.push(text.slice(at, at + blockSize));
  return source.finish('utf-16le');
}

/** What regedit writes for keys and values. */
export function exported(...keys: readonly (readonly string[])[]): string {
  const blocks = keys.map((lines) => `${lines.join('\r\n')}\r\n\r\n`);
  return ['Windows Registry Editor Version 5.00\r\n\r\n', ...blocks].join('');
}

/** The crash of one server in `case/System.xml`, and these registry files by their paths. */
export function incidentWith(files: Readonly<Record<string, string>>, settings: Partial<CaseSettings> = {}): Incident {
  const reports = Object.entries(files).map(([path, text]) => scan(path, text));
  const log = scan('case/System.xml', shapes['Event Viewer XML']?.write(crash) ?? '');
  const { incidents } = correlate([log, ...reports], catalogue, {
    windowMinutes: 10,
    localOffsetMinutes: undefined,
    unnamedComputer: 'folder',
    ...settings,
  });
  const [incident] = incidents;
  if (!incident || incidents.length > 1) throw new Error(`${incidents.length} incidents`);
  return incident;
}
