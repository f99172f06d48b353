import type { EventRecord } from '../records/eventRecord';
import { matchSigns } from '../rules/matchSigns';
import type { Catalogue } from '../rules/rule';
import type { Range, Span } from '../text/span';
import type { Finding } from './finding';

/** Where a record stands, and how the places in it become lines and columns. */
export interface FoundAt {
  readonly path: string;
  readonly rangeOf: (span: Span) => Range;
}

/**
 * The findings of one record, whose insertion strings are filled in: one for each sign of each rule that it shows. They
 * share one copy of the record: strings cut out of a block would keep the whole block in memory.
 */
export function findingsIn(record: EventRecord, catalogue: Catalogue, { path, rangeOf }: FoundAt): Finding[] {
  const matched = catalogue.rules.flatMap((rule) =>
    matchSigns(record, rule, catalogue.providerAliases).map((match) => ({ rule, ...match })),
  );
  if (matched.length === 0) return [];
  const copy = structuredClone(record);
  const recordRange = rangeOf(record.span);
  return matched.map(({ rule, sign, place }) => ({
    id: `${path}#${record.span.start}/${rule.id}/${sign.id}`,
    ruleId: rule.id,
    signId: sign.id,
    path,
    range: rangeOf(place),
    recordRange,
    record: copy,
  }));
}
