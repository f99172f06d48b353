import { type Slice, findAttribute, trimSlice } from './xmlText';
import { XmlTagSearch } from './xmlTagSearch';

/**
 * Where the values of an event's head stand in a text: half-open offsets. What is missing is an empty stretch at the start
 * of the event.
 */
export interface HeadPlaces {
  readonly providerFrom: number;
  readonly providerTo: number;
  readonly idFrom: number;
  readonly idTo: number;
  readonly levelFrom: number;
  readonly levelTo: number;
  readonly timeFrom: number;
  readonly timeTo: number;
  readonly computerFrom: number;
  readonly computerTo: number;
}

/** The tags that hold the values, and the one that ends the part of the event in which they are. */
export type HeadTags = Readonly<
  Record<'provider' | 'eventId' | 'level' | 'timeCreated' | 'computer' | 'systemEnd', XmlTagSearch>
>;

/** `prefix` is `ev:` where elements are named `<ev:Event>`, mostly empty. */
export function headTags(prefix: string): HeadTags {
  return {
    provider: new XmlTagSearch(`<${prefix}Provider`),
    eventId: new XmlTagSearch(`<${prefix}EventID`),
    level: new XmlTagSearch(`<${prefix}Level`),
    timeCreated: new XmlTagSearch(`<${prefix}TimeCreated`),
    computer: new XmlTagSearch(`<${prefix}Computer`),
    systemEnd: new XmlTagSearch(`</${prefix}System`),
  };
}

/**
 * Searches for the values. Each is searched for behind the one before, as Windows always writes the same order, else in the
 * whole System part; behind that part there are elements of the same names with other contents.
 */
export function findHeadPlaces(text: string, event: Slice, tags: HeadTags): HeadPlaces {
  const { from } = event;
  const systemEnd = tags.systemEnd.find(text, from, event.to);
  const system = systemEnd < 0 ? event : { from, to: systemEnd };
  const missing = { from, to: from };
  const provider = attributeOf(text, tags.provider, 'Name', { system, behind: from }) ?? missing;
  const eventId = textOf(text, tags.eventId, { system, behind: provider.to }) ?? missing;
  const level = textOf(text, tags.level, { system, behind: eventId.to }) ?? missing;
  const time = attributeOf(text, tags.timeCreated, 'SystemTime', { system, behind: level.to }) ?? missing;
  const computer = textOf(text, tags.computer, { system, behind: time.to }) ?? missing;
  return {
    providerFrom: provider.from,
    providerTo: provider.to,
    idFrom: eventId.from,
    idTo: eventId.to,
    levelFrom: level.from,
    levelTo: level.to,
    timeFrom: time.from,
    timeTo: time.to,
    computerFrom: computer.from,
    computerTo: computer.to,
  };
}

/** Where to search. */
interface Stretch {
  readonly system: Slice;
  readonly behind: number;
}

function attributeOf(text: string, tag: XmlTagSearch, name: string, stretch: Stretch): Slice | undefined {
  const from = findTag(text, tag, stretch);
  return from < 0 ? undefined : findAttribute(text, name, { from: from + tag.length, to: stretch.system.to });
}

/** Where the text of the first such element stands; undefined when it is empty or not closed. */
function textOf(text: string, tag: XmlTagSearch, stretch: Stretch): Slice | undefined {
  const from = findTag(text, tag, stretch);
  if (from < 0) return undefined;
  const { to } = stretch.system;
  const open = unitFrom(text, TAG_END, { from: from + tag.length, to });
  if (text.charCodeAt(open - 1) === SLASH) return undefined;
  const close = unitFrom(text, TAG_START, { from: open, to });
  if (close >= to) return undefined;
  const slice = trimSlice(text, { from: open + 1, to: close });
  return slice.from < slice.to ? slice : undefined;
}

const TAG_START = 60;
const TAG_END = 62;
const SLASH = 47;

/** Offset of the first such unit of the stretch, else its end. */
function unitFrom(text: string, unit: number, { from, to }: Slice): number {
  let at = from;
  while (at < to && text.charCodeAt(at) !== unit) at++;
  return at;
}

function findTag(text: string, tag: XmlTagSearch, { system, behind }: Stretch): number {
  const at = tag.find(text, behind, system.to);
  return at < 0 && behind > system.from ? tag.find(text, system.from, system.to) : at;
}
