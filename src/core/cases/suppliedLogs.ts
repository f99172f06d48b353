import type { SourceReport } from '../findings/finding';
import { MOST_COMPUTERS } from '../findings/sourceSummary';
import type { EventTime } from '../records/eventTime';
import { type ProviderAliases, comparedProvider } from '../rules/provider';
import type { Catalogue, EvidenceSource } from '../rules/rule';
import type { Server, Servers } from './computers';

/** A log that is exported by itself. */
export type WindowsLog = Exclude<EvidenceSource, 'pxe'>;

/** No zone is further from UTC, in milliseconds. */
const FURTHEST = 14 * 3_600_000;

/** Formats that hold no events of a Windows log. */
const NO_EVENTS: readonly SourceReport['format'][] = [undefined, 'evt', 'reg', 'reg-query', 'cmtrace'];

/**
 * A source of events, the servers that it can be of (empty: any), and which logs it holds: undefined where it shows none of
 * their providers.
 */
interface Supply {
  readonly source: SourceReport;
  readonly servers: ReadonlySet<string>;
  readonly logs: ReadonlySet<WindowsLog> | undefined;
}

/** Tells which logs of a server no source can hold for a time. */
export class SuppliedLogs {
  private readonly supplies: readonly Supply[];

  constructor(
    sources: readonly SourceReport[],
    catalogue: Pick<Catalogue, 'rules' | 'providerAliases'>,
    servers: Pick<Servers, 'named'>,
  ) {
    const logOf = logsOfProviders(catalogue);
    this.supplies = sources
      .filter(({ format }) => !NO_EVENTS.includes(format))
      .map((source) => ({
        source,
        servers: serversOf(source, servers),
        logs: logsIn(source, logOf, catalogue.providerAliases),
      }));
  }

  /**
   * Whether no source that may be of the server holds the log at a time, or all that do begin later. A log that ends before
   * may just be one in which nothing happened since, so that says nothing.
   */
  lacks(log: WindowsLog, { key }: Server, time: EventTime): boolean {
    const own = this.supplies.filter(({ servers }) => servers.size === 0 || servers.has(key));
    return own.every(({ source, logs }) => (logs !== undefined && !logs.has(log)) || beginsAfter(source, time));
  }
}

/** Of files that name more computers than are kept, nothing is known. */
function serversOf({ computers }: SourceReport, servers: Pick<Servers, 'named'>): ReadonlySet<string> {
  return new Set(computers.length < MOST_COMPUTERS ? computers.map((computer) => servers.named(computer).key) : []);
}

function beginsAfter({ firstTime }: SourceReport, { milliseconds, zone }: EventTime): boolean {
  if (!firstTime) return false;
  return firstTime.milliseconds - (firstTime.zone === zone ? 0 : FURTHEST) > milliseconds;
}

function logsIn(
  { counts }: SourceReport,
  logOf: ReadonlyMap<string, WindowsLog>,
  aliases: ProviderAliases,
): ReadonlySet<WindowsLog> | undefined {
  const logs = new Set(counts.kinds.flatMap(({ provider }) => logOf.get(comparedProvider(provider, aliases)) ?? []));
  return logs.size === 0 || counts.otherCount > 0 ? undefined : logs;
}

/** The log to which a provider writes, as far as the signs of the catalogue tell. */
function logsOfProviders({
  rules,
  providerAliases,
}: Pick<Catalogue, 'rules' | 'providerAliases'>): ReadonlyMap<string, WindowsLog> {
  const logs = new Map<string, WindowsLog>();
  for (const { source, providers } of rules.flatMap(({ signs }) => signs)) {
    if (source === 'pxe') continue;
    for (const provider of providers) logs.set(comparedProvider(provider, providerAliases), source);
  }
  return logs;
}
