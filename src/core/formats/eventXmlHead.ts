import type { Level, RecordHead } from '../records/eventRecord';
import type { EventTime } from '../records/eventTime';
import type { RecordBrief } from '../records/recordBrief';
import { NameCache } from '../text/nameCache';
import { type Located, type TextWindow, spanIn } from '../text/span';
import { type HeadPlaces, type HeadTags, findHeadPlaces, headTags } from './eventXmlHeadPlaces';
import type { EventXmlScanner } from './eventXmlScanner';
import { parseSystemTime } from './systemTime';
import { type Slice, nameWritten } from './xmlText';

/**
 * Reads what every event of an XML export says about itself. This runs for each event of the file, so nothing is parsed
 * that is not asked for here.
 */
export class XmlHeadReader {
  private readonly tags: HeadTags;
  private readonly names = new NameCache(nameWritten);

  /** `prefix` is `ev:` where elements are named `<ev:Event>`, mostly empty. */
  constructor(readonly prefix: string) {
    this.tags = headTags(prefix);
  }

  /**
   * The values for the event at `from` to `to` of the window. `scanner` has taken the text of the window; with it, an event that
   * looks like one before costs next to nothing.
   */
  brief(window: TextWindow, from: number, to: number, scanner?: EventXmlScanner): RecordBrief {
    if (!scanner?.readHead(from)) {
      return this.search(window, { from, to }, (places, name) => scanner?.learn(from, places, name));
    }
    const { provider, eventId, level, milliseconds, computer } = scanner;
    const { base } = window;
    const timeCreated: EventTime = { milliseconds, zone: 'utc' };
    return { start: base + from, end: base + to, provider, eventId, level, timeCreated, computer };
  }

  /** The values with their places. */
  head(window: TextWindow, from: number, to: number): RecordHead {
    const { provider, eventId, level, timeCreated, computer } = this.brief(window, from, to);
    const places = findHeadPlaces(window.text, { from, to }, this.tags);
    const located = <T>(value: T, start: number, end: number): Located<T> => ({
      value,
      span: spanIn(window, start, end),
    });
    return {
      span: spanIn(window, from, to),
      provider: located(provider, places.providerFrom, places.providerTo),
      ...(eventId !== undefined && { eventId: located(eventId, places.idFrom, places.idTo) }),
      ...(level !== undefined && { level: located(level, places.levelFrom, places.levelTo) }),
      ...(timeCreated && { timeCreated: located(timeCreated, places.timeFrom, places.timeTo) }),
      ...(computer !== undefined && { computer: located(computer, places.computerFrom, places.computerTo) }),
    };
  }

  /** The values, found by searching. `learn` is told where, and what the provider is. */
  search({ text, base }: TextWindow, event: Slice, learn: (places: HeadPlaces, provider: string) => void): RecordBrief {
    const places = findHeadPlaces(text, event, this.tags);
    const { computerFrom, computerTo, timeFrom, timeTo } = places;
    const provider = this.names.at(text, places.providerFrom, places.providerTo);
    learn(places, provider);
    return {
      start: base + event.from,
      end: base + event.to,
      provider,
      eventId: eventIdAt(text, places.idFrom, places.idTo),
      level: levelAt(text, places.levelFrom, places.levelTo),
      timeCreated: timeFrom < timeTo ? parseSystemTime(text, timeFrom, timeTo) : undefined,
      computer: computerFrom < computerTo ? this.names.at(text, computerFrom, computerTo) : undefined,
    };
  }
}

let last: XmlHeadReader | undefined;

/** The reader for a prefix: the one that was asked for last is kept, as its tables take longer to make than an event to read. */
export function headReaderFor(prefix: string): XmlHeadReader {
  return (last = last?.prefix === prefix ? last : new XmlHeadReader(prefix));
}

/** Low word of the number, as the high word holds the qualifiers. */
function eventIdAt(text: string, from: number, to: number): number | undefined {
  const value = numberAt(text, from, to);
  return value === undefined ? undefined : value % 0x10000;
}

function levelAt(text: string, from: number, to: number): Level | undefined {
  const value = numberAt(text, from, to);
  return value !== undefined && isLevel(value) ? value : undefined;
}

function isLevel(value: number): value is Level {
  return value >= 0 && value <= 5;
}

function numberAt(text: string, from: number, to: number): number | undefined {
  if (from === to || to - from > 10) return undefined;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}
