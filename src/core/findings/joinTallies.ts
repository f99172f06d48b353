import type { RecordCount, RecordTally } from './recordCounts';

/** The records of two parts by kind, in the order in which one count would have them; undefined where it kept too many kinds. */
export function joinTallies(first: RecordTally, second: RecordTally): RecordTally | undefined {
  if (first.otherCount + second.otherCount > 0) return undefined;
  const providers = new Map<string, Map<string, RecordCount>>();
  for (const kind of [...first.kinds, ...second.kinds]) {
    const kinds = providers.get(kind.provider) ?? new Map<string, RecordCount>();
    providers.set(kind.provider, kinds);
    const key = `${kind.eventId ?? ''}/${kind.level ?? ''}`;
    kinds.set(key, { ...kind, count: kind.count + (kinds.get(key)?.count ?? 0) });
  }
  const kinds = [...providers.values()].flatMap((each) => [...each.values()]);
  return kinds.length > MANY ? undefined : { kinds, otherCount: 0 };
}

/** Fewer than a single count keeps apart. */
const MANY = 5000;
