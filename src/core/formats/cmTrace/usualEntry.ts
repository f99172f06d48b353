import type { Level } from '../../records/eventRecord';
import type { BiasDirection } from '../../records/logEntry';
import { NameCache } from '../../text/nameCache';
import { ownCopy } from '../../text/ownCopy';
import { levelOfType } from './levelOfType';
import { startOfDay, usualTimeOfDay } from './writtenTime';

/**
 * An entry up to the end of its attributes, or up to where they should start when they are not written as ConfigMgr does. Cuts out
 * the time of day, and what stands between it and the last quote of the type.
 */
const ENTRY =
  /<!\[LOG\[[^]*?\]LOG\]!><(?:time="(\d\d:\d\d:\d\d\.\d{3})([+-]+\d+" date="[\d-]*" component="[^"\r\n]*" context="[^"\r\n]*" type="\d+)" thread="\d*" file="[^"\r\n]*">)?/y;

/** What stands behind the time of day. */
const REST = /^([+-]+\d+)" date="([\d-]*)" component="([^"]*)" context="[^"]*" type="(\d+)$/;

/** What entries of one component, day and type have in common. */
interface EntryKind {
  readonly provider: string;
  readonly level: Level | undefined;
  /** Milliseconds. */
  readonly startOfDay: number;
}

/** Reads what entries have in common that are written as ConfigMgr does, at a small part of what reading each attribute costs. */
export class UsualEntries {
  provider = '';
  level: Level | undefined;
  /** In UTC. */
  milliseconds = NaN;
  private readonly kinds: NameCache<EntryKind>;

  constructor(biasDirection: BiasDirection) {
    const names = new NameCache(ownCopy);
    this.kinds = new NameCache((rest) => kindOf(rest, names, biasDirection));
  }

  /**
   * Reads the entry that starts there. Returns where it ends, or, when anything in it is not as usual, the negative of a place up to which
   * the text was looked at.
   */
  read(text: string, start: number): number {
    ENTRY.lastIndex = start;
    const match = ENTRY.exec(text);
    if (!match) return -text.length;
    const end = ENTRY.lastIndex;
    const timeOfDay = match[1];
    const rest = match[2];
    if (timeOfDay === undefined || rest === undefined) return -end;
    const kind = this.kinds.of(rest);
    this.milliseconds = kind.startOfDay + usualTimeOfDay(timeOfDay);
    this.provider = kind.provider;
    this.level = kind.level;
    return Number.isNaN(this.milliseconds) ? -end : end;
  }
}

function kindOf(rest: string, names: NameCache, biasDirection: BiasDirection): EntryKind {
  const [, bias = '', date = '', provider = '', type = ''] = REST.exec(rest) ?? [];
  return { provider: names.of(provider), level: levelOfType(type), startOfDay: startOfDay(date, bias, biasDirection) };
}
