import { groupBy } from '../lists/groupBy';
import { type Steps, allSteps } from '../lists/steps';
import type { Finding, SourceReport } from '../findings/finding';
import type { Catalogue, Rule } from '../rules/rule';
import { type Claimed, settleClaims } from './claims';
import { type SettledFinding, settleTimes } from './comparableTimes';
import { type Server, assignServers } from './computers';
import { groupByCrash } from './crashes';
import type { CaseSettings } from './caseSettings';
import type { Case, Incident } from './incident';
import type { OtherClocks } from './incidentContext';
import { incidentOf } from './incidentOf';
import { occurrencesOf } from './occurrences';
import { crashesByRule, otherCrashNear } from './otherCrashes';
import { type RegistrySource, assignRegistries } from './registrySources';
import { SuppliedLogs } from './suppliedLogs';
import { readTraits } from './traits';

/** Times are comparable within a zone only, and findings without a time only within their source. */
type Clock = 'utc' | 'unstated' | 'none';

/** Findings on one server whose times can be compared. */
interface Comparable {
  readonly clock: Clock;
  readonly members: readonly SettledFinding[];
}

/** A server with all that was seen on it. */
interface SeenServer {
  readonly server: Server;
  readonly members: readonly SettledFinding[];
  readonly registry: readonly RegistrySource[];
}

/** What is the same for all servers of a case. */
interface Shared {
  readonly sources: readonly SourceReport[];
  readonly settled: ReadonlyMap<string, SettledFinding>;
  readonly settings: CaseSettings;
  readonly supplied: SuppliedLogs;
}

/**
 * Joins what all sources gave into incidents: per server, per crash, each with the confidence that its signs allow. The
 * findings of the case's sources have UTC times wherever those can be known.
 */
export function correlate(sources: readonly SourceReport[], catalogue: Catalogue, settings: CaseSettings): Case {
  return allSteps(correlateInSteps(sources, catalogue, settings));
}

/** The same, for who has other work to do in between. */
export function* correlateInSteps(
  sources: readonly SourceReport[],
  catalogue: Catalogue,
  settings: CaseSettings,
): Steps<Case> {
  const servers = assignServers(sources, settings);
  const all = settleTimes(sources, (finding) => servers.of(finding), settings);
  const registries = assignRegistries(sources, { servers, catalogue, settings });
  const supplied = new SuppliedLogs(sources, catalogue, servers);
  const settled = new Map(all.map((each) => [each.finding.id, each]));
  yield;
  const incidents: Incident[] = [];
  for (const [key, members] of groupBy(all, ({ server }) => server.key)) {
    const seen = { server: members[0].server, members, registry: registries.get(key) ?? [] };
    for (const incident of incidentsOn(seen, catalogue.rules, { sources, settled, settings, supplied })) {
      incidents.push(incident);
      yield;
    }
  }
  const stands = standsIn(incidents, catalogue.rules);
  return {
    sources: sources.map((source) => ({
      ...source,
      findings: source.findings.filter(stands).map((finding) => settled.get(finding.id)?.finding ?? finding),
    })),
    incidents: distinctIds(incidents.sort(byComputerAndTime)),
  };
}

function* incidentsOn(
  { server, members, registry }: SeenServer,
  rules: readonly Rule[],
  shared: Shared,
): Generator<Incident> {
  const { settings } = shared;
  const groups = comparableGroups(members);
  const findings = members.map(({ finding }) => finding);
  const context = { ...shared, server, registry, traits: readTraits(findings, registry, settings) };
  for (const group of groups) {
    const { clock } = group;
    const claims = claimsOf(group, rules, settings);
    const crashes = crashesByRule(clock === 'none' ? [] : claims);
    const other = otherClocks(group, groups);
    for (const claimed of claims) {
      const otherCrash = otherCrashNear(claimed, crashes, windowOf(settings));
      yield incidentOf(claimed, { ...context, clock, otherClocks: other, otherCrash });
    }
  }
}

/** A supporting sign is a finding only where an incident of its rule holds it. */
function standsIn(incidents: readonly Incident[], rules: readonly Rule[]): (finding: Finding) => boolean {
  const held = new Set(incidents.flatMap(({ seen }) => seen.flatMap(({ findings }) => findings.map(({ id }) => id))));
  const supporting = new Set(
    rules.flatMap((rule) => rule.signs.filter((sign) => sign.supporting).map((sign) => `${rule.id}/${sign.id}`)),
  );
  return ({ id, ruleId, signId }) => held.has(id) || !supporting.has(`${ruleId}/${signId}`);
}

function comparableGroups(members: readonly SettledFinding[]): Comparable[] {
  const groups = groupBy(members, ({ finding }) => {
    const clock = clockOf(finding);
    return clock === 'none' ? finding.path : `?${clock}`;
  });
  return [...groups.values()].map((group) => ({ clock: clockOf(group[0].finding), members: group }));
}

function clockOf({ record }: Finding): Clock {
  return record.timeCreated?.value.zone ?? 'none';
}

/** Sources with findings on the same server whose times cannot be compared with these, by their clock. */
function otherClocks(group: Comparable, groups: readonly Comparable[]): OtherClocks {
  if (group.clock === 'none') return { dated: [], none: [] };
  const pathsOf = (clock: Clock): string[] => {
    const members = groups.filter((other) => other.clock === clock).flatMap((other) => other.members);
    return [...new Set(members.map(({ finding }) => finding.path))];
  };
  return { dated: pathsOf(group.clock === 'utc' ? 'unstated' : 'utc'), none: pathsOf('none') };
}

function claimsOf({ members, clock }: Comparable, rules: readonly Rule[], settings: CaseSettings): Claimed[] {
  const candidates = rules.flatMap((rule) => {
    const own = members.flatMap(({ finding }) =>
      finding.ruleId === rule.id ? [{ finding, time: finding.record.timeCreated?.value.milliseconds ?? 0 }] : [],
    );
    const occurrences = occurrencesOf(own, rule);
    const groups = clock === 'none' ? [occurrences] : groupByCrash(occurrences, rule, windowOf(settings));
    return groups.map((group) => ({ rule, occurrences: group }));
  });
  return settleClaims(candidates);
}

function windowOf({ windowMinutes }: CaseSettings): number {
  return windowMinutes * 60_000;
}

function byComputerAndTime(a: Incident, b: Incident): number {
  return (
    compare(a.computer?.toLowerCase() ?? '', b.computer?.toLowerCase() ?? '') ||
    (a.firstTime?.milliseconds ?? 0) - (b.firstTime?.milliseconds ?? 0) ||
    compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Two crashes in one second keep apart. */
function distinctIds(incidents: readonly Incident[]): Incident[] {
  const seen = new Map<string, number>();
  return incidents.map((incident) => {
    const count = (seen.get(incident.id) ?? 0) + 1;
    seen.set(incident.id, count);
    return count === 1 ? incident : { ...incident, id: `${incident.id}~${count}` };
  });
}
