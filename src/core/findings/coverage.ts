import type { ProblemCode } from '../formats/format';
import type { RecordBrief } from '../records/recordBrief';

/** Fields that an event has in its own log; exports lack some of them. */
export type CoveredField = 'provider' | 'eventId' | 'level' | 'timeCreated' | 'computer';

/** What of a source was not read, as numbers. */
export interface Coverage {
  /** Records without the field: the source does not have it, or it could not be read. Fields that all records have are left out. */
  readonly missing: Readonly<Partial<Record<CoveredField, number>>>;
  /** All problems, also those that are not kept one by one. */
  readonly problemCounts: Readonly<Partial<Record<ProblemCode, number>>>;
  /** Lines with text that belong to no event, in formats that have other text between events. */
  readonly skippedLines: number;
  /** Findings beyond those that are kept of one source. */
  readonly findingsLeftOut: number;
}

/** Of a source of which everything was read. */
export const WHOLE: Coverage = { missing: {}, problemCounts: {}, skippedLines: 0, findingsLeftOut: 0 };

/** Counts the records that lack a field. */
export class MissingFields {
  private provider = 0;
  private eventId = 0;
  private level = 0;
  private timeCreated = 0;
  private computer = 0;

  /** So many records lack what this one lacks. */
  add(brief: RecordBrief, count = 1): void {
    if (brief.provider === '') this.provider += count;
    if (brief.eventId === undefined) this.eventId += count;
    if (brief.level === undefined) this.level += count;
    if (brief.timeCreated === undefined) this.timeCreated += count;
    if (brief.computer === undefined) this.computer += count;
  }

  get counts(): Coverage['missing'] {
    const { provider, eventId, level, timeCreated, computer } = this;
    return positive({ provider, eventId, level, timeCreated, computer });
  }
}

/** Of a source that was read in two parts. */
export function joinCoverage(first: Coverage, second: Coverage): Coverage {
  return {
    missing: sums(first.missing, second.missing),
    problemCounts: sums(first.problemCounts, second.problemCounts),
    skippedLines: first.skippedLines + second.skippedLines,
    findingsLeftOut: first.findingsLeftOut + second.findingsLeftOut,
  };
}

type Counts<Key extends string> = Readonly<Partial<Record<Key, number>>>;

function sums<Key extends string>(first: Counts<Key>, second: Counts<Key>): Counts<Key> {
  const sum: Partial<Record<Key, number>> = { ...first };
  for (const key in second) sum[key] = (first[key] ?? 0) + (second[key] ?? 0);
  return sum;
}

function positive<Key extends string>(counts: Readonly<Record<Key, number>>): Counts<Key> {
  const found: Partial<Record<Key, number>> = {};
  for (const key in counts) if (counts[key] > 0) found[key] = counts[key];
  return found;
}
