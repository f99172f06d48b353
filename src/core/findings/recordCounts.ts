import type { Level } from '../records/eventRecord';
import type { RecordBrief } from '../records/recordBrief';
import type { Interest } from '../rules/interest';
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

/** Providers that are found without a look-up: those seen last, each by the slot that its name tells. */
const RECENT_SLOTS = 64;

/** Records of one provider, event id and level. */
interface Kind {
  count: number;
  readonly isWanted: boolean;
}

interface ProviderKinds {
  readonly provider: string;
  readonly kinds: Map<number, Kind>;
}

/**
 * Counts the records of a source by provider, event id and level, and tells which of them are worth reading in full: as all records of a
 * kind are or are not, one look-up serves both.
 */
export class RecordCounts {
  private readonly providers = new Map<string, ProviderKinds>();
  private readonly recent = new Array<ProviderKinds | undefined>(RECENT_SLOTS).fill(undefined);
  private kindCount = 0;
  private otherCount = 0;

  constructor(private readonly interest: Interest) {}

  /** Returns whether the record is worth reading in full. */
  add(brief: RecordBrief): boolean {
    const { provider, eventId } = brief;
    const key = keyOf(brief);
    const known = this.kindsOf(provider)?.get(key);
    if (!known) return this.addKind(provider, eventId, key);
    known.count++;
    return known.isWanted;
  }

  /** The count of the records of this kind, which was counted before; undefined where they are wanted or not kept apart. */
  unwanted(brief: RecordBrief): { count: number } | undefined {
    const kind = this.kindsOf(brief.provider)?.get(keyOf(brief));
    return kind?.isWanted ? undefined : kind;
  }

  get tally(): RecordTally {
    const kinds = [...this.providers.values()].flatMap(({ provider, kinds: counts }) =>
      [...counts].map(([key, { count }]) => ({ provider, ...kindOf(key), count })),
    );
    return { kinds, otherCount: this.otherCount };
  }

  private kindsOf(provider: string): Map<number, Kind> | undefined {
    const slot = (provider.length * 7 + provider.charCodeAt(provider.length - 1)) & (RECENT_SLOTS - 1);
    const recent = this.recent[slot];
    if (recent?.provider === provider) return recent.kinds;
    const found = this.providers.get(provider);
    if (found) this.recent[slot] = found;
    return found?.kinds;
  }

  private addKind(provider: string, eventId: number | undefined, key: number): boolean {
    const isWanted = this.interest.wants(provider, eventId);
    if (this.kindCount === MOST_KINDS || provider.length > LONGEST_PROVIDER) {
      this.otherCount++;
      return isWanted;
    }
    this.kindCount++;
    const kind = { count: 1, isWanted };
    const kinds = this.kindsOf(provider);
    if (kinds) kinds.set(key, kind);
    else {
      const copy = ownCopy(provider);
      this.providers.set(copy, { provider: copy, kinds: new Map([[key, kind]]) });
    }
    return isWanted;
  }
}

function keyOf({ eventId, level }: RecordBrief): number {
  return ((eventId ?? -1) + 1) * LEVELS + (level ?? -1) + 1;
}

function kindOf(key: number): Pick<RecordCount, 'eventId' | 'level'> {
  const eventId = Math.floor(key / LEVELS) - 1;
  const level = LEVEL_OF[key % LEVELS];
  return { eventId: eventId < 0 ? undefined : eventId, level };
}

const LEVEL_OF: readonly (Level | undefined)[] = [undefined, 0, 1, 2, 3, 4, 5];
