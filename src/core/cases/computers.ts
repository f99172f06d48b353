import type { Finding, SourceReport } from '../findings/finding';
import type { CaseSettings } from './caseSettings';

/** The server that a finding is about. Findings with the same key are about one server. */
export interface Server {
  readonly key: string;
  /** As the records spell it; undefined when none names it. */
  readonly computer: string | undefined;
  /** The folder whose files were taken for one server because the finding's record names none. */
  readonly assumedFrom?: string;
}

/** Tells which server something is about. */
export interface Servers {
  of(finding: Finding): Server;
  /** By the name of its computer, long or short. */
  named(computer: string): Server;
  /** Of a file that names no computer. */
  unnamed(path: string): Server;
}

/**
 * Tells which server each finding is about. Records that name no computer (CSV and TXT exports never do) belong to the one
 * server that the other files of their folder name, else to a server without a name that the folder stands for.
 */
export function assignServers(
  sources: readonly SourceReport[],
  settings: Pick<CaseSettings, 'unnamedComputer'>,
): Servers {
  const names = canonicalNames(sources.flatMap((source) => source.computers));
  const folders = new Map<string, Set<string>>();
  for (const { path, computers } of sources) {
    const named = folders.get(folderOf(path)) ?? new Set();
    for (const computer of computers) named.add(names(computer));
    folders.set(folderOf(path), named);
  }
  const named = (computer: string): Server => ({ key: names(computer).toLowerCase(), computer: names(computer) });
  const unnamed = (path: string): Server => {
    const place = settings.unnamedComputer === 'file' ? path : folderOf(path);
    const [only, ...others] = settings.unnamedComputer === 'file' ? [] : (folders.get(place) ?? []);
    if (only === undefined || others.length > 0) return { key: `?${place}`, computer: undefined, assumedFrom: place };
    return { key: only.toLowerCase(), computer: only, assumedFrom: place };
  };
  return {
    named,
    unnamed,
    of: ({ path, record }) => (record.computer?.value ? named(record.computer.value) : unnamed(path)),
  };
}

/** Path or URI without its last part, for either kind of slash; '' where there is none. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'), 0));
}

/**
 * A server is written `PXE01` in one log and `PXE01.fabrikam.example` in another: the short name stands for the long one
 * when just one long name starts with it. Case does not matter; the first spelling is kept.
 */
function canonicalNames(computers: readonly string[]): (computer: string) => string {
  const spelling = new Map<string, string>();
  const longNames = new Map<string, Set<string>>();
  for (const computer of computers) {
    const name = computer.toLowerCase();
    if (!spelling.has(name)) spelling.set(name, computer);
    const short = shortName(name);
    if (short !== name) longNames.set(short, (longNames.get(short) ?? new Set()).add(name));
  }
  return (computer) => {
    const name = computer.toLowerCase();
    const [longName, ...others] = longNames.get(name) ?? [];
    return spelling.get(longName !== undefined && others.length === 0 ? longName : name) ?? computer;
  };
}

function shortName(name: string): string {
  const dot = name.indexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}
