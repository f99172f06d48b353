import type { EventRecord } from '../../records/eventRecord';
import { type Span, type TextWindow, spanIn } from '../../text/span';
import { trimmedEnd } from '../../text/whiteSpace';
import { type EventXmlResult, parseEventXml } from '../eventXmlRecord';
import type { Problem } from '../format';
import { isUnmistakable, readHeader } from './labelLine';
import { parseSupportLine } from './supportLine';
import { LONGEST_RECORD, type MoreNeeded, type Reading, type Searched, type TextContext } from './textContext';
import { type TextLine, endOfLine, lineAt } from './textLine';
import { type XmlStart, xmlStart } from './xmlStart';

const END_TAG = '</Event>';
const START_TAG = '<Event>';

/** An event in XML: places in the window, and whether its end tag was copied too. */
interface XmlExtent {
  readonly from: number;
  readonly to: number;
  readonly isClosed: boolean;
}

/** What XML inside a text gave; `isClosed` is false when its end was not copied. */
export interface XmlRead {
  readonly record?: EventRecord;
  readonly problems: readonly Problem[];
  readonly isClosed: boolean;
  readonly next: number;
}

/** An event in XML between other text; undefined when none starts on the line. */
export function readXmlFragment(context: TextContext, line: TextLine, searched: Searched): Reading | undefined {
  const start = xmlStart(context.window.text, line);
  return start && readXml(context, start, searched);
}

/** The event in XML that starts at `start`, up to its end tag or to where it plainly was cut off. */
export function readXml(context: TextContext, start: XmlStart, searched: Searched): XmlRead | MoreNeeded | undefined {
  const extent = findExtent(context, start, searched.xml);
  if ('searched' in extent) return extent;
  const { window } = context;
  if (!holdsEvent(window.text.slice(extent.from, extent.to))) return undefined;
  const { record, problems } = start.isHeadless ? parseHeadless(window, extent) : parse(window, extent);
  const { isClosed } = extent;
  return {
    ...(record && { record }),
    problems: isClosed ? problems : [cutOff(window, extent)],
    isClosed,
    next: extent.to,
  };
}

function parse(window: TextWindow, { from, to }: XmlExtent): EventXmlResult {
  return parseEventXml(window, from, to);
}

/** Reads the rest of an event as if its first tag stood directly before it, so that all places come out right. */
function parseHeadless(window: TextWindow, { from, to }: XmlExtent): EventXmlResult {
  const text = `${START_TAG}${window.text.slice(from, to)}`;
  const span = spanIn(window, from, to);
  const base = span.start - START_TAG.length;
  const { record, problems } = parseEventXml({ text, base, ended: true }, 0, text.length);
  // What is missing, or about the tag that is not there, has its place at the start of the event.
  const inside = <T extends { readonly span: Span }>(each: T): T => ({
    ...each,
    span: { start: Math.max(each.span.start, span.start), end: Math.max(each.span.end, span.start) },
  });
  return {
    ...(record && { record: { ...record, span, provider: inside(record.provider) } }),
    problems: problems.map(inside),
  };
}

function findExtent(context: TextContext, start: XmlStart, searched: number | undefined): XmlExtent | MoreNeeded {
  let found = extentAt(context, start, searched ?? start.from);
  while (typeof found === 'number') found = extentAt(context, start, found);
  return found;
}

/** The extent, when it ends on the line around `at`; else the place of the next line. */
function extentAt(context: TextContext, { from, isHeadless }: XmlStart, at: number): XmlExtent | MoreNeeded | number {
  const { window } = context;
  const lineEnd = endOfLine(window.text, at);
  const close = window.text.slice(at, lineEnd).indexOf(END_TAG);
  if (close >= 0) return { from, to: at + close + END_TAG.length, isClosed: true };
  if (lineEnd - from > LONGEST_RECORD) return { from, to: lineEnd, isClosed: false };
  return extentBeforeNextLine(context, { from, isHeadless }, at);
}

function extentBeforeNextLine(context: TextContext, start: XmlStart, at: number): XmlExtent | MoreNeeded | number {
  const { text } = context.window;
  const next = lineAt(context.window, lineAt(context.window, at)?.next ?? text.length);
  const isOther = next ? startsOther(context, next, start.isHeadless) : context.window.ended || 'more';
  if (isOther === 'more') return { searched: { xml: at } };
  if (next && !isOther) return next.from;
  return { from: start.from, to: trimmedEnd(text, start.from, next?.from ?? text.length), isClosed: false };
}

/** Whether the line belongs to another event, so that the one before it was cut off. */
function startsOther(context: TextContext, line: TextLine, isHeadless: boolean): boolean | 'more' {
  const other = xmlStart(context.window.text, line);
  if (other) return isHeadless || !other.isHeadless;
  const header = readHeader(context.window, line);
  if (header === 'more') return 'more';
  return (header && isUnmistakable(header)) ?? !!parseSupportLine(context, line);
}

/** XML that is about something else is part of the prose. */
function holdsEvent(xml: string): boolean {
  return xml.includes('<System') && (xml.includes('<EventID') || xml.includes('<Provider'));
}

function cutOff(window: TextWindow, { from, to }: XmlExtent): Problem {
  return { code: 'xml-cut-off', span: spanIn(window, from, Math.min(from + '<Event'.length, to)) };
}
