import type { Level } from '../../records/eventRecord';
import type { EventTime } from '../../records/eventTime';
import type { BiasDirection } from '../../records/logEntry';
import { NameCache } from '../../text/nameCache';
import { ownCopy } from '../../text/ownCopy';
import { levelOfType } from './levelOfType';
import { startOfDay, usualTimeOfDay } from './writtenTime';

/** Attributes as ConfigMgr writes them. Cuts out the time of day, and what stands between it and the last quote of the type. */
const ATTRIBUTES =
  /time="(\d\d:\d\d:\d\d\.\d{3})\d*((?:[+-]+\d+)?" date="[\d-]*" component="[^"\r\n]*" context="[^"\r\n]*" type="\d+)" thread="\d*" file="[^"\r\n]*">/y;

/** What stands behind the time of day. */
const REST = /^((?:[+-]+\d+)?)" date="([\d-]*)" component="([^"]*)" context="[^"]*" type="(\d+)$/;

const NO_TIME: EventTime = { milliseconds: NaN, zone: 'unstated' };

/** What entries of one component, day and type have in common. */
export interface EntryKind {
  /** Units from behind the time of day to the end of the type. */
  readonly length: number;
  readonly provider: string;
  readonly level: Level | undefined;
  readonly startOfDay: EventTime;
}

/**
 * The values that are counted, of attributes that are written as ConfigMgr does, at a small part of what reading each attribute costs.
 * One object serves all entries of a source.
 */
export class UsualAttributes {
  /** Behind the `>`. */
  end = 0;
  kind: EntryKind = { length: 0, provider: '', level: undefined, startOfDay: NO_TIME };
  timeCreated = NO_TIME;
  private readonly kinds: NameCache<EntryKind>;

  constructor(biasDirection: BiasDirection) {
    const names = new NameCache(ownCopy);
    this.kinds = new NameCache((rest) => kindOf(rest, names, biasDirection));
  }

  /** Reads from behind the `<`. False when anything is not as usual, and nothing is known then. */
  read(text: string, from: number): boolean {
    ATTRIBUTES.lastIndex = from;
    const match = ATTRIBUTES.exec(text);
    const timeOfDay = match?.[1];
    const rest = match?.[2];
    if (timeOfDay === undefined || rest === undefined) return false;
    this.kind = this.kinds.of(rest);
    this.end = ATTRIBUTES.lastIndex;
    const { milliseconds, zone } = this.kind.startOfDay;
    this.timeCreated = { milliseconds: milliseconds + usualTimeOfDay(timeOfDay), zone };
    return !Number.isNaN(this.timeCreated.milliseconds);
  }
}

function kindOf(rest: string, names: NameCache, biasDirection: BiasDirection): EntryKind {
  const [, bias = '', date = '', provider = '', type = ''] = REST.exec(rest) ?? [];
  return {
    length: rest.length,
    provider: names.of(provider),
    level: levelOfType(type),
    startOfDay: startOfDay(date, bias, biasDirection),
  };
}
