import type { EventRecord } from '../records/eventRecord';
import type { Span } from '../text/span';
import { computedOnce } from './computedOnce';
import { matchCondition } from './matchCondition';
import { comparedProvider, type ProviderAliases } from './provider';
import type { Rule, Sign } from './rule';
import { signPlace } from './signPlace';

/** A sign that a record shows, and where the record shows it. */
export interface MatchedSign {
  readonly sign: Sign;
  readonly place: Span;
}

/**
 * The signs of the rule that the record shows, in the rule's order. Provider and event id are compared first, then the
 * condition. A record without an event id shows no sign that names ids; an inferred id counts as an id.
 */
export function matchSigns(record: EventRecord, rule: Rule, aliases: ProviderAliases): readonly MatchedSign[] {
  const provider = comparedProvider(record.provider.value, aliases);
  const shows = (sign: Sign): boolean =>
    comparedProviders(aliases)(sign).includes(provider) &&
    hasEventId(sign, record) &&
    (sign.condition === undefined || matchCondition(sign.condition, record));
  return rule.signs.filter(shows).map((sign) => ({ sign, place: signPlace(sign, record) }));
}

/** The providers of a sign as they are compared. */
const comparedProviders = computedOnce((aliases: ProviderAliases) =>
  computedOnce(({ providers }: Sign) => providers.map((name) => comparedProvider(name, aliases))),
);

function hasEventId(sign: Sign, record: EventRecord): boolean {
  if (sign.eventIds === undefined) return true;
  return record.eventId !== undefined && sign.eventIds.includes(record.eventId.value);
}
