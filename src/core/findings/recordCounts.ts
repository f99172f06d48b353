import type { Level } from '../records/eventRecord';
import type { RecordBrief } from '../records/recordBrief';
import { ownCopy } from '../text/ownCopy';

/** How many records of a source are of one kind. */
export interface RecordCount {
  /** As written; empty where the record names none. */
  readonly provider: string;
  readonly eventId: number | undefined;
  readonly level: Level | undefined;
  readonly count: number;
}

/** The records of a source by kind. */
export interface RecordTally {
  /** Sorted by nothing: in the order of the first record of each kind within the order of the first of each provider. */
  readonly kinds: readonly RecordCount[];
  /** Records of more kinds than are kept apart, which `kinds` does not count; mostly 0. */
  readonly otherCount: number;
}

/** A file may hold any number of kinds; Windows itself has fewer than this in all its logs. */
const MOST_KINDS = 10_000;
const LONGEST_PROVIDER = 256;

/** Level and event id in one number; -1 stands for what is missing. */
const LEVELS = 8;

/** Counts the records of a source by provider, event id and level. Costs two look-ups for each. */
export class RecordCounts {
  private readonly providers = new Map<string, Map<number, { count: number }>>();
  private kindCount = 0;
  private otherCount = 0;

  add({ provider, eventId, level }: RecordBrief): void {
    const key = ((eventId ?? -1) + 1) * LEVELS + (level ?? -1) + 1;
    const known = this.providers.get(provider)?.get(key);
    if (known) known.count++;
    else this.addKind(provider, key);
  }

  get tally(): RecordTally {
    const kinds = [...this.providers].flatMap(([provider, counts]) =>
      [...counts].map(([key, { count }]) => ({ provider, ...kindOf(key), count })),
    );
    return { kinds, otherCount: this.otherCount };
  }

  private addKind(provider: string, key: number): void {
    if (this.kindCount === MOST_KINDS || provider.length > LONGEST_PROVIDER) {
      this.otherCount++;
      return;
    }
    this.kindCount++;
    const counts = this.providers.get(provider);
    if (counts) counts.set(key, { count: 1 });
    else this.providers.set(ownCopy(provider), new Map([[key, { count: 1 }]]));
  }
}

function kindOf(key: number): Pick<RecordCount, 'eventId' | 'level'> {
  const eventId = Math.floor(key / LEVELS) - 1;
  const level = LEVEL_OF[key % LEVELS];
  return { eventId: eventId < 0 ? undefined : eventId, level };
}

const LEVEL_OF: readonly (Level | undefined)[] = [undefined, 0, 1, 2, 3, 4, 5];
