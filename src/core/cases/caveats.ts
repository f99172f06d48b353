import type { Finding } from '../findings/finding';
import type { Sign } from '../rules/rule';
import { type Claimed, findingsOf, hasSign } from './claims';
import type { SettledFinding } from './comparableTimes';
import type { Caveat } from './incident';
import type { IncidentContext } from './incidentContext';
import type { WindowsLog } from './suppliedLogs';

/** What a person must know before trusting an incident. */
export function caveatsOf(claimed: Claimed, missing: readonly Sign[], context: IncidentContext): Caveat[] {
  const unread = context.sources.filter(({ isPartial }) => isPartial).map(({ path }) => path);
  return [
    ...otherCrashCaveat(claimed, context),
    ...(unread.length > 0
      ? [{ kind: 'not-read-to-end', paths: unread } as const]
      : suppliedCaveat(claimed, missing, context)),
    ...evidenceCaveats(findingsOf(claimed), context),
  ];
}

/** What there is to mind about the records themselves. */
function evidenceCaveats(findings: readonly Finding[], context: IncidentContext): Caveat[] {
  const { clock, otherClocks } = context;
  const settled = findings.flatMap(({ id }) => context.settled.get(id) ?? []);
  const assumed = settled.find(({ server }) => server.assumedFrom !== undefined)?.server;
  const inferred = pathsOf(findings.filter(({ record }) => record.eventIdInferred));
  const paths = pathsOf(findings);
  const sources = context.sources.filter(({ path }) => paths.includes(path));
  const undecided = pathsOf(sources.filter(({ dateOrder }) => dateOrder?.assumed));
  const partly = pathsOf(sources.filter(({ coverage }) => coverage.findingsLeftOut > 0));
  return [
    ...(assumed?.assumedFrom !== undefined
      ? [
          {
            kind: 'computer-assumed',
            unit: context.settings.unnamedComputer,
            folder: assumed.assumedFrom,
            computer: assumed.computer,
          } as const,
        ]
      : []),
    ...offsetCaveats(settled),
    ...(clock !== 'none' && otherClocks.dated.length > 0
      ? [{ kind: 'times-not-comparable', clock, paths: otherClocks.dated } as const]
      : []),
    ...(otherClocks.none.length > 0 ? [{ kind: 'times-missing-elsewhere', paths: otherClocks.none } as const] : []),
    ...(clock === 'none' && eventCount(findings) > 1 ? [{ kind: 'times-missing' } as const] : []),
    ...(undecided.length > 0 ? [{ kind: 'date-order-assumed', paths: undecided } as const] : []),
    ...(partly.length > 0 ? [{ kind: 'findings-left-out', paths: partly } as const] : []),
    ...(inferred.length > 0 ? [{ kind: 'event-id-inferred', paths: inferred } as const] : []),
  ];
}

function otherCrashCaveat({ rule, occurrences, lost }: Claimed, { otherCrash }: IncidentContext): Caveat[] {
  if (!otherCrash) return [];
  const signs = rule.signs.filter(({ id }) => hasSign(lost, id) && !hasSign(occurrences, id));
  const { id: ruleId, shortTitle } = otherCrash.rule;
  return [{ kind: 'other-crash', ruleId, shortTitle, signs }];
}

/** Logs that would hold missing signs, but that no source holds for the time of the incident. */
function suppliedCaveat({ occurrences }: Claimed, missing: readonly Sign[], context: IncidentContext): Caveat[] {
  const { clock, server, supplied } = context;
  const last = occurrences.at(-1);
  if (clock === 'none' || !last) return [];
  const asked = new Set(missing.flatMap(({ source }): WindowsLog[] => (source === 'pxe' ? [] : [source])));
  const time = { milliseconds: last.time, zone: clock };
  const logs = [...asked].filter((log) => supplied.lacks(log, server, time));
  return logs.length > 0 ? [{ kind: 'log-not-supplied', logs }] : [];
}

/** One caveat for each offset that was applied, and one where it could have been another. */
function offsetCaveats(settled: readonly SettledFinding[]): Caveat[] {
  const applied = new Map<string, Extract<Caveat, { kind: 'offset-applied' }>>();
  for (const { finding, offset } of settled) {
    if (!offset) continue;
    const key = `${offset.origin} ${offset.minutes}`;
    const paths = [...new Set([...(applied.get(key)?.paths ?? []), finding.path])];
    applied.set(key, { kind: 'offset-applied', minutes: offset.minutes, origin: offset.origin, paths });
  }
  const twice = pathsOf(settled.filter(({ offset }) => offset?.cameTwice).map(({ finding }) => finding));
  return [...applied.values(), ...(twice.length > 0 ? [{ kind: 'time-came-twice', paths: twice } as const] : [])];
}

function pathsOf(places: readonly Pick<Finding, 'path'>[]): string[] {
  return [...new Set(places.map(({ path }) => path))];
}

/** Two signs may stand on one event. */
export function eventCount(findings: readonly Finding[]): number {
  return new Set(findings.map(({ path, record }) => `${path}#${record.span.start}`)).size;
}
