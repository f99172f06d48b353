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

/** The findings of one record, whose insertion strings are filled in: one for each sign of each rule that it shows. */
export function findingsIn(record: EventRecord, catalogue: Catalogue, { path, rangeOf }: FoundAt): Finding[] {
  return catalogue.rules.flatMap((rule) =>
    matchSigns(record, rule, catalogue.providerAliases).map(({ sign, place }) => ({
      id: `${path}#${record.span.start}/${rule.id}/${sign.id}`,
      ruleId: rule.id,
      signId: sign.id,
      path,
      range: rangeOf(place),
      recordRange: rangeOf(record.span),
      // Strings cut out of a block would keep the whole block in memory.
      record: structuredClone(record),
    })),
  );
}
