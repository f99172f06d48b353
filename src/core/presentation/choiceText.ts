import type { Incident } from '../cases/incident';
import type { Remediation, Rule } from '../rules/rule';
import { pickText } from './escape';
import { computerName, incidentRange, joinParts } from './incidentText';
import { fileName } from './names';
import { remediationTitles } from './remediationText';
import type { TimeSettings } from './timeText';

/** A line among which a person picks. */
export interface ChoiceText {
  readonly label: string;
  readonly description: string;
}

/** A server, by the name that a log gives it. */
export function serverChoice(computer: string): string {
  return pickText(computer);
}

/** A registry export, by its name and where it is. */
export function exportChoice(path: string): ChoiceText {
  return { label: pickText(fileName(path)), description: pickText(path) };
}

/** A registry fix for an incident: several incidents, also of one rule, may offer the same fix. */
export function fixChoice(
  incident: Incident,
  { rule, remediation }: { readonly rule: Rule; readonly remediation: Remediation },
  times: TimeSettings,
): ChoiceText {
  const about = [incident.shortTitle, computerName(incident.computer), incidentRange(incident, times)];
  return { label: remediationTitles(rule, remediation).name, description: pickText(joinParts(about)) };
}
