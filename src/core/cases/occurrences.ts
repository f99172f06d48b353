import type { Finding } from '../findings/finding';
import type { Rule } from '../rules/rule';

/** One event that shows a sign: one finding, or several where several exports hold the same event. */
export interface Occurrence {
  readonly signId: string;
  /** Milliseconds; comparable with all others of the same list. */
  readonly time: number;
  readonly findings: readonly Finding[];
}

/** A finding with a time that can be compared. */
export interface TimedFinding {
  readonly finding: Finding;
  readonly time: number;
}

/**
 * Joins findings of one event in several exports, and sorts by time; signs of the same time stand in the order of the rule,
 * which is the order in which they happen.
 */
export function occurrencesOf(findings: readonly TimedFinding[], rule: Pick<Rule, 'signs'>): Occurrence[] {
  const order = new Map(rule.signs.map((sign, index) => [sign.id, index]));
  const bySecond = new Map<string, Draft[]>();
  for (const { finding, time, repeats } of distinctInEachFile(mostExactFirst(findings))) {
    const key = `${finding.signId} ${finding.record.eventId?.value ?? ''} ${Math.floor(time / 1000)}`;
    const drafts = bySecond.get(key) ?? [];
    const same = drafts.find((draft) => isSameEvent(draft.findings, finding));
    if (same) same.findings.push(finding, ...repeats);
    else drafts.push({ signId: finding.signId, time, findings: [finding, ...repeats] });
    bySecond.set(key, drafts);
  }
  const place = (occurrence: Occurrence) => order.get(occurrence.signId) ?? 0;
  return [...bySecond.values()].flat().sort((a, b) => a.time - b.time || place(a) - place(b));
}

/** A list export has the time to the second and no record id: where there is another export, that one is shown. */
function mostExactFirst(findings: readonly TimedFinding[]): readonly TimedFinding[] {
  const isListed = ({ finding }: TimedFinding) => Number(finding.record.recordId === undefined);
  return [...findings].sort((a, b) => isListed(a) - isListed(b));
}

interface Draft extends Occurrence {
  readonly findings: Finding[];
}

/** An event of a file, with what stands for the same event further down: exports that overlap are put into one file. */
interface InFile extends TimedFinding {
  readonly repeats: Finding[];
}

function distinctInEachFile(findings: readonly TimedFinding[]): Iterable<InFile> {
  const known = new Map<string, InFile>();
  for (const { finding, time } of findings) {
    const key = `${finding.signId} ${finding.path} ${time} ${identityOf(finding)}`;
    const first = known.get(key);
    if (first) first.repeats.push(finding);
    else known.set(key, { finding, time, repeats: [] });
  }
  return known.values();
}

/** What two copies of one event have in common, and two events of the same moment do not. */
function identityOf({ record: { eventId, recordId, message, eventData } }: Finding): string {
  const id = eventId?.value ?? '';
  if (recordId !== undefined) return `${id} #${recordId.value}`;
  return `${id} ${eventData.map(({ value }) => value).join('\n')} ${message?.value ?? ''}`;
}

/** Two different records of one file are two events; records of two files are one event unless their record ids say otherwise. */
function isSameEvent(known: readonly Finding[], finding: Finding): boolean {
  const recordId = finding.record.recordId?.value;
  return known.every(
    (other) =>
      other.path !== finding.path &&
      (recordId === undefined || other.record.recordId === undefined || other.record.recordId.value === recordId),
  );
}
