import { ownCopy } from '../text/ownCopy';
import { comparedProvider } from './provider';
import type { Catalogue } from './rule';

/** Which events are worth reading in full. */
export interface Interest {
  /**
   * Whether a rule may have something to say about such an event. Asked for every event of a file, so it costs one look-up
   * of the provider as written. Without an event id the provider alone decides, as the id may be inferred later.
   */
  wants(provider: string, eventId: number | undefined): boolean;
}

/** The wanted event ids of a provider; a sign without event ids wants them all. */
type WantedIds = ReadonlySet<number> | 'all';

/** A file may name any number of providers; spellings beyond these, and longer ones, are looked at anew. */
const LARGEST_CACHE = 4096;
const LONGEST_SPELLING = 256;

/** Gathers what the signs of all rules ask for. */
export function compileInterest(catalogue: Pick<Catalogue, 'rules' | 'providerAliases'>): Interest {
  const wanted = wantedByProvider(catalogue);
  const seen = new Map<string, WantedIds | undefined>();
  const look = (provider: string): WantedIds | undefined => {
    const ids = wanted.get(comparedProvider(provider, catalogue.providerAliases));
    if (seen.size < LARGEST_CACHE && provider.length <= LONGEST_SPELLING) seen.set(ownCopy(provider), ids);
    return ids;
  };
  return {
    wants(provider, eventId) {
      const known = seen.get(provider);
      const ids = known === undefined && !seen.has(provider) ? look(provider) : known;
      if (ids === undefined) return false;
      return ids === 'all' || eventId === undefined || ids.has(eventId);
    },
  };
}

function wantedByProvider({
  rules,
  providerAliases,
}: Pick<Catalogue, 'rules' | 'providerAliases'>): ReadonlyMap<string, WantedIds> {
  const wanted = new Map<string, WantedIds>();
  for (const { providers, eventIds } of rules.flatMap(({ signs }) => signs)) {
    for (const name of providers) {
      const provider = comparedProvider(name, providerAliases);
      const before = wanted.get(provider) ?? new Set();
      wanted.set(provider, before === 'all' || eventIds === undefined ? 'all' : new Set([...before, ...eventIds]));
    }
  }
  return wanted;
}
