import type { Finding, SourceReport } from '../findings/finding';
import type { Catalogue, Rule } from '../rules/rule';
import { type Claimed, settleClaims } from './claims';
import { type SettledFinding, settleTimes } from './comparableTimes';
import { type Server, assignServers } from './computers';
import { groupByCrash } from './crashes';
import type { CaseSettings } from './caseSettings';
import type { Case, Incident } from './incident';
import { type IncidentContext, incidentOf } from './incidentOf';
import { occurrencesOf } from './occurrences';
import { assignRegistries } from './registrySources';

/** Times are comparable within a zone only, and findings without a time only within their source. */
type Clock = 'utc' | 'unstated' | 'none';

/** Findings whose times can be compared. */
interface Comparable {
  readonly server: Server;
  readonly clock: Clock;
  readonly members: readonly SettledFinding[];
}

/**
 * Joins what all sources gave into incidents: per server, per crash, each with the confidence that its signs allow. The
 * findings of the case's sources have UTC times wherever those can be known.
 */
export function correlate(sources: readonly SourceReport[], catalogue: Catalogue, settings: CaseSettings): Case {
  const servers = assignServers(sources, settings);
  const settled = settleTimes(sources, (finding) => servers.of(finding), settings);
  const registries = assignRegistries(sources, { servers, catalogue, settings });
  const groups = comparableGroups(settled);
  const byId = new Map(settled.map((each) => [each.finding.id, each]));
  const incidents = groups.flatMap((group) => {
    const notComparable = otherClocks(group, groups);
    const registry = registries.get(group.server.key) ?? [];
    const context: IncidentContext = { ...group, settled: byId, sources, settings, notComparable, registry };
    return claimsOf(group, catalogue.rules, settings).map((claimed) => incidentOf(claimed, context));
  });
  const stands = standsIn(incidents, catalogue.rules);
  return {
    sources: sources.map((source) => ({
      ...source,
      findings: source.findings.filter(stands).map((finding) => byId.get(finding.id)?.finding ?? finding),
    })),
    incidents: distinctIds(incidents.sort(byComputerAndTime)),
  };
}

/** A supporting sign is a finding only where an incident of its rule holds it. */
function standsIn(incidents: readonly Incident[], rules: readonly Rule[]): (finding: Finding) => boolean {
  const held = new Set(incidents.flatMap(({ seen }) => seen.flatMap(({ findings }) => findings.map(({ id }) => id))));
  const supporting = new Set(
    rules.flatMap((rule) => rule.signs.filter((sign) => sign.supporting).map((sign) => `${rule.id}/${sign.id}`)),
  );
  return ({ id, ruleId, signId }) => held.has(id) || !supporting.has(`${ruleId}/${signId}`);
}

function comparableGroups(settled: readonly SettledFinding[]): Comparable[] {
  const groups = new Map<string, { server: Server; clock: Clock; members: SettledFinding[] }>();
  for (const member of settled) {
    const clock = member.finding.record.timeCreated?.value.zone ?? 'none';
    const key = JSON.stringify([member.server.key, clock, clock === 'none' ? member.finding.path : '']);
    const group = groups.get(key);
    if (group) group.members.push(member);
    else groups.set(key, { server: member.server, clock, members: [member] });
  }
  return [...groups.values()];
}

/** Sources with findings on the same server whose times could not be compared with these. */
function otherClocks(group: Comparable, groups: readonly Comparable[]): string[] {
  const others = groups.filter((other) => other !== group && other.server.key === group.server.key);
  const paths = others.flatMap(({ members }) => members.map(({ finding }) => finding.path));
  return group.clock === 'none' ? [] : [...new Set(paths)];
}

function claimsOf({ members, clock }: Comparable, rules: readonly Rule[], settings: CaseSettings): Claimed[] {
  const candidates = rules.flatMap((rule) => {
    const own = members.flatMap(({ finding }) =>
      finding.ruleId === rule.id ? [{ finding, time: finding.record.timeCreated?.value.milliseconds ?? 0 }] : [],
    );
    const occurrences = occurrencesOf(own, rule);
    const groups = clock === 'none' ? [occurrences] : groupByCrash(occurrences, rule, settings.windowMinutes * 60_000);
    return groups.map((group) => ({ rule, occurrences: group }));
  });
  return settleClaims(candidates);
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
