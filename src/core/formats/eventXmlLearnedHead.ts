import { ownCopy } from '../text/ownCopy';
import type { HeadPlaces, HeadTags } from './eventXmlHeadPlaces';
import { decodeEntities } from './xmlText';
import { usualMilliseconds, usualTimeEnd } from './systemTime';

/** Units of a head, and of a name in it, that are learned; longer ones are searched for. */
const LONGEST_HEAD = 2048;
const LONGEST_NAME = 256;
/** Providers, and pairs of provider and event id, that are known at a time. */
const SLOTS = 512;

const TAG_END = 62;

interface LearnedProvider {
  /** The name as it stands in the text, the same with entities undone, and what stands between it and the event id. */
  readonly written: string;
  readonly name: string;
  readonly beforeId: string;
}

/** Of a provider and an event id. */
interface LearnedKind {
  /** What stands between the event id and the level, and between the level and the time. */
  readonly beforeLevel: string;
  readonly beforeTime: string;
}

type Places = { -readonly [Key in keyof HeadPlaces]: HeadPlaces[Key] };

/**
 * Finds the values of an event's head where another event had them. Nothing is guessed: what stands before and between the
 * values is compared, unit by unit, with what stood there when the values were searched for, and the outcome of that
 * search depends on nothing else. Whatever differs has to be searched for.
 */
export class LearnedHead {
  /** What stands between the start of an event and the name of its provider; ends with a quote. */
  private lead = '';
  private readonly providers = new Array<LearnedProvider | undefined>(SLOTS).fill(undefined);
  private readonly kinds = new Array<LearnedKind | undefined>(SLOTS).fill(undefined);
  private readonly places: Places = {
    providerFrom: 0,
    providerTo: 0,
    provider: undefined,
    idFrom: 0,
    idTo: 0,
    levelFrom: 0,
    levelTo: 0,
    timeFrom: 0,
    timeTo: 0,
    milliseconds: NaN,
    computerFrom: 0,
    computerTo: 0,
  };
  /** A text in which no quote ends a name must not be searched for one with each of its events. */
  private textWithoutQuotes: string | undefined;

  constructor(private readonly tags: Pick<HeadTags, 'computer' | 'systemEnd'>) {}

  /**
   * The places in the event at `from` to `to`; undefined when they have to be searched for. What is returned holds until the
   * next call.
   */
  find(text: string, from: number, to: number): HeadPlaces | undefined {
    const isUsual =
      this.lead !== '' &&
      this.findProvider(text, from, to) &&
      this.findId(text, to) &&
      this.findTime(text, to) &&
      this.findComputer(text, to);
    return isUsual ? this.places : undefined;
  }

  /** `places` is what was found for the event at `from`. */
  learn(text: string, from: number, places: HeadPlaces): void {
    const { providerFrom, providerTo, idFrom, idTo, levelFrom, levelTo, timeFrom } = places;
    const isInOrder = from < providerFrom && providerTo < idFrom && idTo < levelFrom && levelTo < timeFrom;
    if (!isInOrder || timeFrom - from > LONGEST_HEAD) return;
    this.lead = ownCopy(text.slice(from, providerFrom));
    const written = ownCopy(text.slice(providerFrom, providerTo));
    this.providers[providerSlot(text, providerFrom, providerTo)] = {
      written,
      name: decodeEntities(written),
      beforeId: ownCopy(text.slice(providerTo, idFrom)),
    };
    this.kinds[kindSlot(text, places)] = {
      beforeLevel: ownCopy(text.slice(idTo, levelFrom)),
      beforeTime: ownCopy(text.slice(levelTo, timeFrom)),
    };
  }

  private findProvider(text: string, from: number, to: number): boolean {
    const { places, lead } = this;
    const providerFrom = from + lead.length;
    if (providerFrom >= to || text.slice(from, providerFrom) !== lead) return false;
    places.providerFrom = providerFrom;
    places.providerTo = this.nameEnd(text, providerFrom);
    return places.providerTo > providerFrom;
  }

  private nameEnd(text: string, from: number): number {
    if (this.textWithoutQuotes === text) return -1;
    const to = text.indexOf(this.lead.charAt(this.lead.length - 1), from);
    if (to >= 0 && to - from <= LONGEST_NAME) return to;
    this.textWithoutQuotes = text;
    return -1;
  }

  private findId(text: string, to: number): boolean {
    const { places } = this;
    const { providerFrom, providerTo } = places;
    const provider = this.providers[providerSlot(text, providerFrom, providerTo)];
    if (provider?.written !== text.slice(providerFrom, providerTo)) return false;
    const idFrom = providerTo + provider.beforeId.length;
    if (idFrom >= to || text.slice(providerTo, idFrom) !== provider.beforeId) return false;
    places.provider = provider.name;
    places.idFrom = idFrom;
    places.idTo = digitsEnd(text, idFrom, to);
    return places.idTo > idFrom;
  }

  /** Finds the level as well, which is a single digit. */
  private findTime(text: string, to: number): boolean {
    const { places } = this;
    const kind = this.kinds[kindSlot(text, places)];
    if (!kind) return false;
    const { idTo } = places;
    const levelFrom = idTo + kind.beforeLevel.length;
    const levelTo = levelFrom + 1;
    const timeFrom = levelTo + kind.beforeTime.length;
    if (timeFrom >= to || text.slice(idTo, levelFrom) !== kind.beforeLevel) return false;
    if (!isDigit(text.charCodeAt(levelFrom)) || text.slice(levelTo, timeFrom) !== kind.beforeTime) return false;
    places.levelFrom = levelFrom;
    places.levelTo = levelTo;
    places.timeFrom = timeFrom;
    places.milliseconds = usualMilliseconds(text, timeFrom, to);
    if (Number.isNaN(places.milliseconds)) return false;
    places.timeTo = usualTimeEnd(text, timeFrom, to);
    return places.timeTo >= 0 && text.charCodeAt(places.timeTo) === text.charCodeAt(timeFrom - 1);
  }

  private findComputer(text: string, to: number): boolean {
    const { places, tags } = this;
    const tag = this.computerTag(text, places.timeTo, to);
    const from = tag + tags.computer.length + 1;
    if (tag < 0 || from >= to || text.charCodeAt(from - 1) !== TAG_END) return false;
    const end = text.indexOf('<', from);
    // A name with blanks around it, and one that the end of the System part cuts off, are left to the search.
    const isPlain = end > from && end < to && text.charCodeAt(from) > 32 && text.charCodeAt(end - 1) > 32;
    if (!isPlain || tags.systemEnd.isAt(text, end)) return false;
    places.computerFrom = from;
    places.computerTo = end;
    return true;
  }

  /** What is between time and computer differs from event to event, so it is searched, tag by tag. */
  private computerTag(text: string, from: number, to: number): number {
    const { computer, systemEnd } = this.tags;
    let tag = text.indexOf('<', from);
    while (tag >= 0 && tag < to && !computer.isAt(text, tag)) {
      if (systemEnd.isAt(text, tag)) return -1;
      tag = text.indexOf('<', tag + 1);
    }
    return tag < to ? tag : -1;
  }
}

/** Offset behind the digits at `from`, of which no number that counts has more than ten. */
function digitsEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && at < from + 10 && isDigit(text.charCodeAt(at))) at++;
  return at;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** A few units tell names apart well enough; the name itself is compared. */
function providerSlot(text: string, from: number, to: number): number {
  const third = from + Math.floor((to - from) / 3);
  const near = text.charCodeAt(third) * 7 + text.charCodeAt(from + to - third - 1) * 31;
  return (near + text.charCodeAt(to - 1) * 131 + to - from) % SLOTS;
}

function kindSlot(text: string, { providerFrom, providerTo, idFrom, idTo }: HeadPlaces): number {
  let id = providerTo - providerFrom + text.charCodeAt(providerTo - 1) * 31;
  for (let at = idFrom; at < idTo; at++) id = (id * 10 + text.charCodeAt(at)) % 0x1000000;
  return id % SLOTS;
}
