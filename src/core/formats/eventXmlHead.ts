import type { Level, RecordHead } from '../records/eventRecord';
import type { EventTime } from '../records/eventTime';
import { type Located, type TextWindow, spanIn } from '../text/span';
import { parseSystemTime } from './systemTime';
import { type Slice, decodeEntities, findAttribute, isSpace, trimSlice } from './xmlText';

/**
 * What every event of an XML export says about itself, found by searching for the few tags that hold it. This runs for
 * each event of the file, so nothing is parsed that is not asked for here; `prefix` is `ev:` where elements are named
 * `<ev:Event>`, mostly empty.
 *
 * `xml` is the text of one event, which starts at `from` of the window.
 */
export function readXmlHead(window: TextWindow, from: number, xml: string, prefix: string): RecordHead {
  const place = (slice: Slice) => spanIn(window, from + slice.from, from + slice.to);
  const provider = attributeOf(xml, `<${prefix}Provider`, 'Name', 0);
  const eventId = numberOf(xml, textOf(xml, `<${prefix}EventID`, provider?.to));
  const level = numberOf(xml, textOf(xml, `<${prefix}Level`, eventId?.slice.to));
  const timeCreated = timeOf(xml, attributeOf(xml, `<${prefix}TimeCreated`, 'SystemTime', level?.slice.to));
  const computer = textOf(xml, `<${prefix}Computer`, timeCreated?.slice.to);
  return {
    span: spanIn(window, from, from + xml.length),
    provider: located(xml, provider ?? NOTHING, place),
    ...(eventId && { eventId: { value: eventId.value % 0x10000, span: place(eventId.slice) } }),
    ...(level && isLevel(level.value) && { level: { value: level.value, span: place(level.slice) } }),
    ...(timeCreated && { timeCreated: { value: timeCreated.value, span: place(timeCreated.slice) } }),
    ...(computer && { computer: located(xml, computer, place) }),
  };
}

function timeOf(xml: string, slice: Slice | undefined): { value: EventTime; slice: Slice } | undefined {
  const value = slice && parseSystemTime(xml.slice(slice.from, slice.to));
  return slice && value && { value, slice };
}

/** Where an event names no provider: nothing, at its start. */
const NOTHING: Slice = { from: 0, to: 0 };

export function isLevel(value: number): value is Level {
  return value >= 0 && value <= 5;
}

function located(xml: string, slice: Slice, place: (slice: Slice) => Located<string>['span']): Located<string> {
  return { value: decodeEntities(xml.slice(slice.from, slice.to)), span: place(slice) };
}

/** `hint`: offset where Windows, which always writes the same order, would have the tag or later. */
function attributeOf(xml: string, tag: string, name: string, hint = 0): Slice | undefined {
  const from = findTag(xml, tag, hint);
  const to = from < 0 ? -1 : xml.indexOf('>', from);
  return to < 0 ? undefined : findAttribute(xml, name, { from: from + tag.length, to });
}

/** Where the text of the first such element stands; undefined when it is empty or not closed. */
function textOf(xml: string, tag: string, hint = 0): Slice | undefined {
  const from = findTag(xml, tag, hint);
  const open = from < 0 ? -1 : xml.indexOf('>', from);
  const close = open < 0 ? -1 : xml.indexOf('<', open);
  if (close < 0 || xml.charAt(open - 1) === '/') return undefined;
  const slice = trimSlice(xml, { from: open + 1, to: close });
  return slice.from < slice.to ? slice : undefined;
}

/** `<Provider` but not `<ProviderName`; searched from the hint on, else from the start. */
function findTag(xml: string, tag: string, hint: number): number {
  let at = xml.indexOf(tag, hint);
  while (at >= 0 && !endsName(xml.charCodeAt(at + tag.length))) at = xml.indexOf(tag, at + 1);
  return at < 0 && hint > 0 ? findTag(xml, tag, 0) : at;
}

function endsName(unit: number): boolean {
  return isSpace(unit) || unit === 62 || unit === 47;
}

function numberOf(xml: string, slice: Slice | undefined): { value: number; slice: Slice } | undefined {
  if (!slice || slice.to - slice.from > 10) return undefined;
  let value = 0;
  for (let at = slice.from; at < slice.to; at++) {
    const digit = xml.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return { value, slice };
}
