import { XMLParser } from 'fast-xml-parser';
import type { EventDataItem, EventRecord } from '../records/eventRecord';
import { type Located, type TextWindow, spanIn } from '../text/span';
import { binaryHex } from './binaryHex';
import { headReaderFor } from './eventXmlHead';
import type { Problem } from './format';
import { type XmlElement, childOf, childrenOf, elementsOf, leavesOf } from './xmlTree';
import { findXmlFault } from './xmlFault';
import { decodeEntities } from './xmlText';

/** Entities are undone by {@link decodeEntities}: the parser would count them against limits made for hostile input. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  captureMetaData: true,
  removeNSPrefix: true,
  cdataPropName: '#cdata',
});

/** The library declares the wrapper type `Symbol`; the value is a primitive. */
const metaData = XMLParser.getMetaDataSymbol() as symbol;

/** What one event gave: without a record when not even its System part could be read. */
export interface EventXmlResult {
  readonly record?: EventRecord;
  readonly problems: readonly Problem[];
}

/**
 * Reads the event `window.text.slice(from, to)`, from `<Event` to `</Event>`; what is cut off or damaged is read as far
 * as it goes and reported. Lines may carry the `- ` that browsers and the Event Viewer put before tags.
 */
export function parseEventXml(window: TextWindow, from: number, to: number): EventXmlResult {
  const xml = window.text.slice(from, to);
  const problems = problemsOf(window, from, xml);
  const root = parseTree(xml);
  const head = headReaderFor(prefixOf(xml)).head(window, from, to);
  if (!root)
    return head.eventId || head.provider.value ? { record: { ...head, eventData: [] }, problems } : { problems };
  return { record: { ...head, ...readBody({ window, from, xml, root }) }, problems };
}

/** `ev:` of `<ev:Event …`. */
function prefixOf(xml: string): string {
  const colon = /^<([\w.-]+:)[\w]/.exec(xml);
  return colon?.[1] ?? '';
}

interface Parsed {
  readonly window: TextWindow;
  readonly from: number;
  readonly xml: string;
  readonly root: XmlElement;
}

function parseTree(xml: string): XmlElement | undefined {
  try {
    const parsed: unknown = parser.parse(xml);
    return elementsOf(parsed, metaData)[0];
  } catch {
    // What is wrong, and where, is already among the problems.
    return undefined;
  }
}

function problemsOf(window: TextWindow, from: number, xml: string): Problem[] {
  const fault = findXmlFault(xml);
  if (!fault) return [];
  return [{ code: 'xml-malformed', span: spanIn(window, from + fault.from, from + fault.to), detail: fault.detail }];
}

function readBody(parsed: Parsed): Omit<EventRecord, 'span' | 'provider'> {
  const system = childOf(parsed.root, 'System');
  const eventData = childOf(parsed.root, 'EventData');
  const recordId = numeric(textOf(parsed, childOf(system, 'EventRecordID')));
  const channel = textOf(parsed, childOf(system, 'Channel'));
  const qualifiers = parseInt(childOf(system, 'EventID')?.attributes['Qualifiers'] ?? '', 10);
  const userId = childOf(system, 'Security')?.attributes['UserID'];
  const binary = binaryOf(parsed, eventData);
  const message = textOf(parsed, childOf(childOf(parsed.root, 'RenderingInfo'), 'Message'));
  return {
    ...(recordId && { recordId }),
    ...(channel && { channel }),
    ...(!Number.isNaN(qualifiers) && { qualifiers }),
    ...(userId && { userId: attributePlace(parsed, userId) }),
    ...(binary && { binary }),
    ...(message && { message }),
    eventData: readData(parsed, eventData),
  };
}

/** Hex digits, which NiFi writes as Base64. */
function binaryOf(parsed: Parsed, eventData: XmlElement | undefined): Located<string> | undefined {
  const binary = textOf(parsed, childOf(eventData, 'Binary'));
  return binary && { ...binary, value: binaryHex(binary.value) ?? binary.value };
}

function readData(parsed: Parsed, eventData: XmlElement | undefined): EventDataItem[] {
  const items = eventData
    ? childrenOf(eventData).filter((child) => child.name === 'Data')
    : leavesOf(childOf(parsed.root, 'UserData'));
  return items.map((item) => {
    const name = eventData ? item.attributes['Name'] : item.name;
    return { ...(name !== undefined && { name: decodeEntities(name) }), ...contentOf(parsed, item) };
  });
}

/** Text of an element and the span between its tags; the span of the whole element when it has no inside. */
function contentOf(parsed: Parsed, element: XmlElement): Located<string> {
  const { xml, window, from } = parsed;
  const open = xml.indexOf('>', element.start) + 1;
  const isEmptyTag = xml.charAt(open - 2) === '/';
  const close = isEmptyTag ? open : xml.lastIndexOf('</', Math.max(element.end - 1, open));
  const span = isEmptyTag ? [element.start, open] : [open, Math.max(open, close)];
  return { value: element.text, span: spanIn(window, from + (span[0] ?? 0), from + (span[1] ?? 0)) };
}

function textOf(parsed: Parsed, element: XmlElement | undefined): Located<string> | undefined {
  if (!element?.text) return undefined;
  return contentOf(parsed, element);
}

function numeric(text: Located<string> | undefined): Located<number> | undefined {
  const digits = text?.value.trim();
  return text && digits && /^\d{1,16}$/.test(digits) ? { value: Number(digits), span: text.span } : undefined;
}

function attributePlace(parsed: Parsed, value: string): Located<string> {
  const at = Math.max(0, parsed.xml.lastIndexOf(value));
  return { value, span: spanIn(parsed.window, parsed.from + at, parsed.from + at + value.length) };
}
