import type { Confidence, Incident, SeenSign, ServerTraits } from '../cases/incident';
import type { Finding } from '../findings/finding';
import type { EventRecord } from '../records/eventRecord';
import type { EventTime } from '../records/eventTime';
import type { Sign } from '../rules/rule';
import { describeEvent, type EventKnowledge, type EventText } from './eventText';
import { evidencePlace } from './names';
import { renderClock, renderRange, timeOf, type TimeSettings } from './timeText';
import { plain } from './visibleText';

/** One sign of an incident as a row: the finding shown for it and its event in words. */
export interface SeenRow {
  readonly sign: Sign;
  readonly finding: Finding;
  readonly event: EventText;
  readonly time: EventTime | undefined;
  /** How often the sign was seen. */
  readonly count: number;
  /** An earlier row is about the same event: what is particular here is the sign. */
  readonly isSameEvent: boolean;
}

/** From the lowest up. */
export const CONFIDENCE_ORDER: readonly Confidence[] = ['possible', 'matches', 'confirmed'];

/** Whether a confidence is at least another. */
export function isAtLeast(confidence: Confidence, minimum: Confidence): boolean {
  return CONFIDENCE_ORDER.indexOf(confidence) >= CONFIDENCE_ORDER.indexOf(minimum);
}

/** The seen signs of an incident in order of time; signs without a time come last, in the rule's order. */
export function seenRows(incident: Incident, knowledge: EventKnowledge): readonly SeenRow[] {
  const rows = incident.seen.flatMap((seen) => rowOf(seen, knowledge));
  const rank = (row: SeenRow): number => row.time?.milliseconds ?? Number.MAX_SAFE_INTEGER;
  rows.sort((one, other) => rank(one) - rank(other));
  return rows.map((row, index) => ({ ...row, isSameEvent: rows.slice(0, index).some((other) => isSame(other, row)) }));
}

/** `2012-03-14 09:14:07 to 09:16:09 UTC`, or that the time is unknown. */
export function incidentRange(incident: Incident, settings: TimeSettings): string {
  const { firstTime, lastTime } = incident;
  return firstTime && lastTime ? renderRange(firstTime, lastTime, settings) : 'time not known';
}

/** The server's name as shown; one that no record names is said to be unnamed. */
export function computerName(computer: string | undefined): string {
  return computer === undefined ? 'Server not named in the logs' : plain(computer);
}

/** The folder or file whose events were taken for those of one server because they name no computer. */
export function assumedFolder(incident: Incident): string | undefined {
  return incident.caveats.find((one) => one.kind === 'computer-assumed')?.folder;
}

/** `Application Error 1000 (would be in the Application log)` */
export function missingText(sign: Sign): string {
  return `${plain(sign.title)} (would be in ${evidencePlace(sign.source)})`;
}

/** `64-bit (from the fault offset), ConfigMgr 2007 (from the settings)`; empty when nothing is known. */
export function traitsText({ bitness, product }: ServerTraits): string {
  const parts: string[] = [];
  if (bitness) {
    parts.push(`${bitness.value}-bit (from ${BITNESS_ORIGINS[bitness.origin]})`);
  }
  if (product) {
    const name = product.value === 'configmgr2007' ? 'ConfigMgr 2007' : 'ConfigMgr 2012';
    parts.push(`${name} (from ${PRODUCT_ORIGINS[product.origin]})`);
  }
  return parts.join(', ');
}

const BITNESS_ORIGINS = {
  'fault-offset': 'the fault offset',
  registry: 'the registry',
  setting: 'the settings',
} as const;
const PRODUCT_ORIGINS = { path: 'a path in the log', registry: 'the registry', setting: 'the settings' } as const;

/** `seen 3 times`, or nothing for a sign seen once. */
export function repeatText(count: number): string {
  return count > 1 ? `seen ${count} times` : '';
}

/** Parts that are not empty, with a separator between them. */
export function joinParts(parts: readonly string[], separator = ' · '): string {
  return parts.filter((part) => part !== '').join(separator);
}

/** What is particular about a row: `2nd time, restart after 120 s`, or the sign's title where the event was told before. */
export function rowBrief({ event, sign, isSameEvent }: SeenRow): string {
  return isSameEvent ? plain(sign.title) : event.brief;
}

/** The event of a row and what is particular about it: `SCM 7031: 2nd time, restart after 120 s`. */
export function rowText(row: SeenRow): string {
  return joinParts([row.event.shortName, rowBrief(row)], ': ');
}

/** `09:14:08`, with the zone where it is another than that of the incident. */
export function rowClock({ finding, time }: SeenRow, incident: Incident, settings: TimeSettings): string {
  const shown = time && timeOf(finding.record, settings);
  return shown ? renderClock(shown, settings, incident.firstTime) : 'no time';
}

/** Whether a finding is about this record of this source. */
export function isShownBy(finding: Finding, path: string, record: EventRecord): boolean {
  return finding.path === path && finding.record.span.start === record.span.start;
}

function rowOf(seen: SeenSign, knowledge: EventKnowledge): SeenRow[] {
  const [finding] = seen.findings;
  if (!finding) return [];
  return [
    {
      sign: seen.sign,
      finding,
      event: describeEvent(finding.record, knowledge),
      time: finding.record.timeCreated?.value,
      count: countEvents(seen),
      isSameEvent: false,
    },
  ];
}

function isSame(one: SeenRow, other: SeenRow): boolean {
  return isShownBy(one.finding, other.finding.path, other.finding.record);
}

/** The same event in a second export is one event: per path, the path with the most counts. */
function countEvents(seen: SeenSign): number {
  const counts = new Map<string, number>();
  for (const { path } of seen.findings) counts.set(path, (counts.get(path) ?? 0) + 1);
  return Math.max(...counts.values());
}
