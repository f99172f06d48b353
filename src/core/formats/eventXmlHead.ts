import type { Level, RecordHead } from '../records/eventRecord';
import { type Located, type TextWindow, spanIn } from '../text/span';
import { parseSystemTime } from './systemTime';
import { type Slice, decodeEntities, findAttribute, trimSlice } from './xmlText';

/**
 * What every event of an XML export says about itself, found by searching for the few tags that hold it. This runs for
 * each event of the file, so nothing is parsed that is not asked for here; `prefix` is `ev:` where elements are named
 * `<ev:Event>`, mostly empty.
 *
 * `xml` is the text of one event, which starts at `from` of the window.
 */
export function readXmlHead(window: TextWindow, from: number, xml: string, prefix: string): RecordHead {
  const place = (slice: Slice) => spanIn(window, from + slice.from, from + slice.to);
  const provider = attributeOf(xml, `<${prefix}Provider`, 'Name');
  const eventId = numberOf(xml, textOf(xml, `<${prefix}EventID`));
  const level = numberOf(xml, textOf(xml, `<${prefix}Level`));
  const time = attributeOf(xml, `<${prefix}TimeCreated`, 'SystemTime');
  const timeCreated = time && parseSystemTime(xml.slice(time.from, time.to));
  const computer = textOf(xml, `<${prefix}Computer`);
  return {
    span: spanIn(window, from, from + xml.length),
    provider: provider
      ? { value: decodeEntities(xml.slice(provider.from, provider.to)), span: place(provider) }
      : { value: '', span: spanIn(window, from, from) },
    ...(eventId && { eventId: { value: eventId.value % 0x10000, span: place(eventId.slice) } }),
    ...(level && isLevel(level.value) && { level: { value: level.value, span: place(level.slice) } }),
    ...(time && timeCreated && { timeCreated: { value: timeCreated, span: place(time) } }),
    ...(computer && { computer: located(xml, computer, place) }),
  };
}

export function isLevel(value: number): value is Level {
  return value >= 0 && value <= 5;
}

function located(xml: string, slice: Slice, place: (slice: Slice) => Located<string>['span']): Located<string> {
  return { value: decodeEntities(xml.slice(slice.from, slice.to)), span: place(slice) };
}

function attributeOf(xml: string, tag: string, name: string): Slice | undefined {
  const from = findTag(xml, tag);
  const to = from < 0 ? -1 : xml.indexOf('>', from);
  return to < 0 ? undefined : findAttribute(xml, name, { from: from + tag.length, to });
}

/** Where the text of the first such element stands; undefined when it is empty or not closed. */
function textOf(xml: string, tag: string): Slice | undefined {
  const from = findTag(xml, tag);
  const open = from < 0 ? -1 : xml.indexOf('>', from);
  const close = open < 0 ? -1 : xml.indexOf('<', open);
  if (close < 0 || xml.charAt(open - 1) === '/') return undefined;
  const slice = trimSlice(xml, { from: open + 1, to: close });
  return slice.from < slice.to ? slice : undefined;
}

/** `<Provider` but not `<ProviderName`. */
function findTag(xml: string, tag: string): number {
  let at = xml.indexOf(tag);
  while (at >= 0 && !endsName(xml.charAt(at + tag.length))) at = xml.indexOf(tag, at + 1);
  return at;
}

function endsName(next: string): boolean {
  return next === '>' || next === ' ' || next === '/' || next === '\n' || next === '\r' || next === '\t';
}

function numberOf(xml: string, slice: Slice | undefined): { value: number; slice: Slice } | undefined {
  if (!slice) return undefined;
  const text = xml.slice(slice.from, slice.to);
  return /^\d{1,10}$/.test(text) ? { value: Number(text), slice } : undefined;
}
