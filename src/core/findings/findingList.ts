import type { EventRecord } from '../records/eventRecord';
import { matchSigns } from '../rules/matchSigns';
import type { Catalogue } from '../rules/rule';
import type { Range, Span } from '../text/span';
import type { Finding } from './finding';

/** Findings kept for each source; the others are counted. They take about 2 KB each. */
export const MOST_FINDINGS = 20_000;

/** The first ones of each sign are kept even so: a rare sign is not left out because another one came very often. */
const FIRST_OF_EACH = 1000;

/** The findings of one source, in the order of their records, and how many were left out. */
export class FindingList {
  readonly findings: Finding[] = [];
  leftOut = 0;
  /** How many findings there were of each sign. */
  private readonly counts = new Map<string, number>();

  /** `path` is how the findings name the source. */
  constructor(
    private readonly path: string,
    private readonly catalogue: Catalogue,
  ) {}

  /**
   * Adds what is found in a record, whose insertion strings are filled in: one finding for each sign of each rule that it shows.
   * They share one copy of the record: strings cut out of a block would keep the whole block in memory.
   */
  addFrom(record: EventRecord, rangeOf: (span: Span) => Range): void {
    const { rules, providerAliases } = this.catalogue;
    const matched = rules
      .flatMap((rule) => matchSigns(record, rule, providerAliases).map((match) => ({ rule, ...match })))
      .filter(({ rule, sign }) => this.hasRoom(`${rule.id}/${sign.id}`));
    if (matched.length === 0) return;
    const copy = structuredClone(record);
    const recordRange = rangeOf(record.span);
    for (const { rule, sign, place } of matched) {
      this.findings.push({
        id: `${this.path}#${record.span.start}/${rule.id}/${sign.id}`,
        ruleId: rule.id,
        signId: sign.id,
        path: this.path,
        range: rangeOf(place),
        recordRange,
        record: copy,
      });
    }
  }

  /** Counts one more finding of the sign; false when it is left out. */
  private hasRoom(sign: string): boolean {
    const count = (this.counts.get(sign) ?? 0) + 1;
    this.counts.set(sign, count);
    const isKept = count <= FIRST_OF_EACH || this.findings.length < MOST_FINDINGS;
    if (!isKept) this.leftOut++;
    return isKept;
  }
}
