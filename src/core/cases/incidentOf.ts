import { renderIso } from '../records/parseTime';
import type { EventTime } from '../records/eventTime';
import { caveatsOf, eventCount } from './caveats';
import type { Remediation } from '../rules/rule';
import { type Claimed, findingsOf, hasSign } from './claims';
import type { Confidence, Incident, SeenSign } from './incident';
import type { IncidentContext } from './incidentContext';
import { registryFindings } from './registryFindings';
import { preferredRemediation } from './traits';

/** Puts together what a person is shown of one incident. */
export function incidentOf(claimed: Claimed, context: IncidentContext): Incident {
  const { rule, occurrences, confidence, lost } = claimed;
  const { server, clock, traits } = context;
  const findings = findingsOf(claimed);
  const zone = clock === 'none' ? undefined : clock;
  const times = zone && occurrences.map(({ time }): EventTime => ({ milliseconds: time, zone }));
  const firstTime = times?.at(0);
  const seen = rule.signs.flatMap((sign): SeenSign[] => {
    const own = findings.filter(({ signId }) => signId === sign.id);
    return own.length === 0 ? [] : [{ sign, findings: own }];
  });
  const missing = rule.signs.filter(({ id }) => !hasSign(occurrences, id) && !hasSign(lost, id));
  const remediations = remediationsOf(claimed, context);
  const registryState = registryFindings(remediations, context.registry);
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
    missing,
    remediations,
    preferredRemediation: preferredRemediation(remediations, traits, registryState),
    traits,
    ...(registryState && { registryState }),
    caveats: caveatsOf(claimed, missing, context),
  };
}

/** What another crash may have left behind is no reason to change the registry. */
function remediationsOf({ rule }: Claimed, { otherCrash }: IncidentContext): readonly Remediation[] {
  return otherCrash ? rule.remediations.filter(({ registry }) => !registry) : rule.remediations;
}

/** Without times nobody can say that several events are of one crash. */
function lower(confidence: Confidence): Confidence {
  return confidence === 'matches' ? 'possible' : confidence;
}
