import type { EventLabel } from '../../languages/index';
import type { EventDataItem } from '../../records/eventRecord';
import type { Located, TextWindow } from '../../text/span';
import { slice } from '../copiedText/textContext';
import { type TextLine, lineAt } from '../copiedText/textLine';
import type { BlockEvent, BlockShape, LineKind } from './blockShape';
import { trimmed } from './labelledValues';

/** `- System`, which the Event Viewer writes in English in every display language, as it is the name of an element. */
const START = /^[-+]\s{1,8}System$/;
/** `- Provider`, `- EventID 7031`: an element with attributes or children below it. */
const NODE = /^[-+]\s{1,8}([A-Za-z_][\w.-]{0,80})(?:\s+|$)/;
/** `[ Name] Service Control Manager`: an attribute of the element above. */
const ATTRIBUTE = /^\[\s{0,4}([A-Za-z_][\w.-]{0,80})\]\s*/;
/** `Channel System`, `param1 Print Spooler`: an element with its text. */
const ELEMENT = /^([A-Za-z_]\w{0,80})(?:\s+|$)/;
/** The name of the only value where there is just one: any other first word may be part of the value. */
const NUMBERED = /^param\d{1,2}$/;
/** `0000: 57 00 44 00 …`: eight bytes of the binary data, and the same as letters. */
const BYTES = /^[\dA-F]{4,8}:((?: [\dA-F]{2}){1,8})(?:\s|$)/i;
const BYTES_HEADING = 'In Bytes';
const RULE = '--------';
const LONGEST_NODE = 96;

/** What an attribute or element of `System` means, by `element` or `element/attribute`. */
const MEANINGS: ReadonlyMap<string, EventLabel | 'recordId'> = new Map<string, EventLabel | 'recordId'>([
  ['Provider/Name', 'source'],
  ['EventID', 'eventId'],
  ['Level', 'level'],
  ['TimeCreated/SystemTime', 'date'],
  ['EventRecordID', 'recordId'],
  ['Channel', 'logName'],
  ['Computer', 'computer'],
  ['Security/UserID', 'user'],
]);

/** The friendly view of the Details tab. */
export class FriendlyViewShape implements BlockShape {
  kindOf({ text }: TextWindow, { from, to }: TextLine): LineKind {
    return to - from <= LONGEST_NODE && START.test(text.slice(from, to)) ? 'start' : 'part';
  }

  readEvent(block: TextWindow): BlockEvent {
    const view = new FriendlyView(block);
    const first = lineAt(block, 0);
    for (let line = first && lineAt(block, first.next); line; line = lineAt(block, line.next)) {
      if (line.from < line.to) view.readLine(line);
    }
    return view.event();
  }
}

/** What the lines of one event say, one after the other. */
class FriendlyView {
  private readonly fields = new Map<EventLabel, Located<string>>();
  private recordId: Located<string> | undefined;
  private readonly data: Located<string>[] = [];
  private readonly bytes: Located<string>[] = [];
  private node = '';
  /** What the lines belong to: `System`, the data below it, the dump of the binary data, its bytes. */
  private part: 'system' | 'data' | 'dump' | 'bytes' = 'system';

  constructor(private readonly block: TextWindow) {}

  event(): BlockEvent {
    const items = itemsOf(this.data);
    const named = items.find(({ name }) => name === 'Binary');
    const binary = joined(this.bytes) ?? named;
    const eventData = items.filter((item) => item !== named && item.value !== binary?.value);
    return { fields: this.fields, recordId: this.recordId, eventData, binary };
  }

  readLine(line: TextLine): void {
    const { text } = this.block;
    const head = text.slice(line.from, Math.min(line.to, line.from + LONGEST_NODE));
    const node = NODE.exec(head);
    if (head.startsWith(RULE)) this.part = 'dump';
    else if (head === BYTES_HEADING) this.part = 'bytes';
    else if (this.part === 'bytes') this.readBytes(line, head);
    else if (node?.[1] === 'EventData' || node?.[1] === 'UserData') this.part = 'data';
    else if (this.part === 'system') this.readSystem(line, node ?? ELEMENT.exec(head), ATTRIBUTE.exec(head));
    else if (this.part === 'data' && !node) this.data.push(slice(this.block, line.from, line.to));
  }

  private readSystem(line: TextLine, element: RegExpExecArray | null, attribute: RegExpExecArray | null): void {
    if (element) this.node = element[1] ?? '';
    const found = element ?? attribute;
    if (!found) return;
    const meaning = MEANINGS.get(attribute ? `${this.node}/${attribute[1] ?? ''}` : this.node);
    const value = trimmed(this.block, line.from + found[0].length, line.to);
    if (meaning === 'recordId') this.recordId = value;
    else if (meaning) this.fields.set(meaning, value);
  }

  private readBytes(line: TextLine, head: string): void {
    const bytes = BYTES.exec(head)?.[1];
    if (bytes === undefined) return;
    const from = line.from + head.indexOf(bytes);
    this.bytes.push(trimmed(this.block, from, from + bytes.length));
  }
}

/** Lines of data, with their names where each of them starts with a name of its own. */
function itemsOf(lines: readonly Located<string>[]): readonly EventDataItem[] {
  const items = lines.map((line) => {
    const match = ELEMENT.exec(line.value);
    return { line, name: match?.[1], valueFrom: match?.[0].length ?? 0 };
  });
  const names = new Set(items.map(({ name }) => name));
  const isNamed =
    !names.has(undefined) &&
    names.size === items.length &&
    items.some(({ line, valueFrom }) => valueFrom < line.value.length);
  if (!isNamed || (items.length === 1 && !NUMBERED.test(items[0]?.name ?? ''))) return lines;
  return items.map(({ line: { value, span }, name, valueFrom }) => ({
    ...(name !== undefined && { name }),
    value: value.slice(valueFrom),
    span: { start: span.start + valueFrom, end: span.end },
  }));
}

/** The hex digits of all lines of a dump, over which the span goes. */
function joined(lines: readonly Located<string>[]): Located<string> | undefined {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return undefined;
  const value = lines.map((line) => line.value.replaceAll(' ', '')).join('');
  return { value: value.toUpperCase(), span: { start: first.span.start, end: last.span.end } };
}
