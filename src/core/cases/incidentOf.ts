import { renderIso } from '../records/parseTime';
import type { EventTime } from '../records/eventTime';
import type { Finding, SourceReport } from '../findings/finding';
import type { Claimed } from './claims';
import type { SettledFinding } from './comparableTimes';
import type { Server } from './computers';
import type { CaseSettings } from './caseSettings';
import type { Occurrence } from './occurrences';
import type { Caveat, Confidence, Incident, SeenSign, ServerTraits } from './incident';
import { registryFindings } from './registryFindings';
import type { RegistrySource } from './registrySources';
import { preferredRemediation } from './traits';

/** Sources with signs on the same server whose times cannot be compared: because of their zone, or as they have none. */
export interface OtherClocks {
  readonly dated: readonly string[];
  readonly none: readonly string[];
}

/** What an incident is made from besides its own signs. */
export interface IncidentContext {
  readonly server: Server;
  readonly clock: 'utc' | 'unstated' | 'none';
  /** By the id of the finding. */
  readonly settled: ReadonlyMap<string, SettledFinding>;
  readonly sources: readonly SourceReport[];
  readonly settings: CaseSettings;
  readonly otherClocks: OtherClocks;
  /** A crash of another rule that may have left the signs behind. */
  readonly otherCrash: Claimed | undefined;
  /** What all that was seen on the server tells of it. */
  readonly traits: ServerTraits;
  /** Registry exports of the server. */
  readonly registry: readonly RegistrySource[];
}

/** Puts together what a person is shown of one incident. */
export function incidentOf(claimed: Claimed, context: IncidentContext): Incident {
  const { rule, occurrences, confidence } = claimed;
  const { server, clock, traits } = context;
  const findings = occurrences.flatMap((occurrence) => occurrence.findings);
  const zone = clock === 'none' ? undefined : clock;
  const times = zone && occurrences.map(({ time }): EventTime => ({ milliseconds: time, zone }));
  const firstTime = times?.at(0);
  const seen = rule.signs.flatMap((sign): SeenSign[] => {
    const own = findings.filter(({ signId }) => signId === sign.id);
    return own.length === 0 ? [] : [{ sign, findings: own }];
  });
  const registryState = registryFindings(rule.remediations, context.registry);
  const when = firstTime ? renderIso(firstTime) : (findings[0]?.path ?? '');
  return {
    id: [rule.id, server.computer ?? server.key, when].join('@'),
    ruleId: rule.id,
    title: rule.title,
    shortTitle: rule.shortTitle,
    references: rule.references,
    confidence: clock === 'none' && eventCount(findings) > 1 ? lower(confidence) : confidence,
    severity: rule.severity,
    computer: server.computer,
    firstTime,
    lastTime: times?.at(-1),
    seen,
    missing: rule.signs.filter(({ id }) => !hasSign(occurrences, id) && !hasSign(claimed.lost, id)),
    remediations: rule.remediations,
    preferredRemediation: preferredRemediation(rule.remediations, traits, registryState),
    traits,
    ...(registryState && { registryState }),
    caveats: [...otherCrashCaveat(claimed, context), ...caveatsOf(findings, context)],
  };
}

function hasSign(occurrences: readonly Occurrence[], id: string): boolean {
  return occurrences.some(({ signId }) => signId === id);
}

function otherCrashCaveat({ rule, occurrences, lost }: Claimed, { otherCrash }: IncidentContext): Caveat[] {
  if (!otherCrash) return [];
  const signs = rule.signs.filter(({ id }) => hasSign(lost, id) && !hasSign(occurrences, id));
  const { id: ruleId, shortTitle } = otherCrash.rule;
  return [{ kind: 'other-crash', ruleId, shortTitle, signs }];
}

/** Without times nobody can say that several events are of one crash. */
function lower(confidence: Confidence): Confidence {
  return confidence === 'matches' ? 'possible' : confidence;
}

/** Two signs may stand on one event. */
function eventCount(findings: readonly Finding[]): number {
  return new Set(findings.map(({ path, record }) => `${path}#${record.span.start}`)).size;
}

function caveatsOf(findings: readonly Finding[], context: IncidentContext): Caveat[] {
  const { clock, otherClocks } = context;
  const settled = findings.flatMap(({ id }) => context.settled.get(id) ?? []);
  const assumed = settled.find(({ server }) => server.assumedFrom !== undefined)?.server;
  const inferred = pathsOf(findings.filter(({ record }) => record.eventIdInferred));
  const undecided = context.sources.filter(
    ({ path, dateOrder }) => dateOrder?.assumed && pathsOf(findings).includes(path),
  );
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
    ...(undecided.length > 0
      ? [{ kind: 'date-order-assumed', paths: undecided.map(({ path }) => path) } as const]
      : []),
    ...(inferred.length > 0 ? [{ kind: 'event-id-inferred', paths: inferred } as const] : []),
  ];
}

/** One caveat for each offset that was applied. */
function offsetCaveats(settled: readonly SettledFinding[]): Caveat[] {
  const applied = new Map<string, Extract<Caveat, { kind: 'offset-applied' }>>();
  for (const { finding, offset } of settled) {
    if (!offset) continue;
    const key = `${offset.origin} ${offset.minutes}`;
    const paths = [...new Set([...(applied.get(key)?.paths ?? []), finding.path])];
    applied.set(key, { kind: 'offset-applied', ...offset, paths });
  }
  return [...applied.values()];
}

function pathsOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ path }) => path))];
}
