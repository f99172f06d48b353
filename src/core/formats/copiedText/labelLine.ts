import type { TextWindow } from '../../text/span';
import { skipWhiteSpace, trimmedEnd } from '../../text/whiteSpace';
import { type TextLine, lineAt } from './textLine';

/** Fields of "Copy details as text" and of support articles. */
export type Label =
  | 'logName'
  | 'source'
  | 'date'
  | 'time'
  | 'eventId'
  | 'category'
  | 'task'
  | 'level'
  | 'keywords'
  | 'opcode'
  | 'user'
  | 'userName'
  | 'computer'
  | 'description'
  | 'eventXml';

/** `Event ID:      512`; places in the window. */
export interface LabelLine {
  readonly label: Label;
  /** The label has two words: configuration files hardly ever have such keys. */
  readonly isTelling: boolean;
  readonly line: TextLine;
  /** Where the value starts; `line.to` when there is none. */
  readonly valueFrom: number;
}

const LABELS: ReadonlyMap<string, Label> = new Map<string, Label>([
  ['log name', 'logName'],
  ['source', 'source'],
  ['event source', 'source'],
  ['date', 'date'],
  ['logged', 'date'],
  ['time', 'time'],
  ['event id', 'eventId'],
  ['task category', 'category'],
  ['event category', 'category'],
  ['category', 'category'],
  ['task', 'task'],
  ['level', 'level'],
  ['type', 'level'],
  ['event type', 'level'],
  ['keywords', 'keywords'],
  ['keyword', 'keywords'],
  ['opcode', 'opcode'],
  ['user', 'user'],
  ['user name', 'userName'],
  ['computer', 'computer'],
  ['description', 'description'],
  ['event xml', 'eventXml'],
]);

const LONGEST_LABEL = 20;

/** The field that stands on the line; undefined when it starts with no known label and a colon. */
export function labelOf(text: string, line: TextLine): LabelLine | undefined {
  const start = text.slice(line.from, Math.min(line.to, line.from + LONGEST_LABEL));
  const colon = start.indexOf(':');
  if (colon < 0) return undefined;
  const name = start.slice(0, colon).trim().toLowerCase();
  const label = LABELS.get(name);
  if (!label) return undefined;
  const valueFrom = skipWhiteSpace(text, line.from + colon + 1, line.to);
  return { label, isTelling: name.includes(' '), line, valueFrom };
}

/** The labels of one event, from its first to `Description:`, `Event Xml:` or the last before other text. */
export interface Header {
  readonly fields: ReadonlyMap<Label, LabelLine>;
  readonly from: number;
  readonly to: number;
  readonly next: number;
}

/**
 * The run of label lines that starts with `line`, single blank lines between them allowed. Undefined when it is none
 * of an event; `more` when the window ends before that is known.
 */
export function readHeader(window: TextWindow, line: TextLine): Header | 'more' | undefined {
  const fields = new Map<Label, LabelLine>();
  let current = labelOf(window.text, line);
  let last = line;
  while (current && !fields.has(current.label)) {
    fields.set(current.label, current);
    last = current.line;
    if (current.label === 'description' || current.label === 'eventXml') break;
    const following = lineAfter(window, last.next);
    if (following === 'more') return 'more';
    current = following && labelOf(window.text, following);
  }
  if (!isEvent(fields)) return undefined;
  return { fields, from: line.from, to: last.to, next: last.next };
}

/** Whether a header is so complete that it starts an event even in the middle of a description. */
export function isUnmistakable({ fields }: Header): boolean {
  return fields.has('eventId') || fields.has('logName');
}

function isEvent(fields: ReadonlyMap<Label, LabelLine>): boolean {
  if (fields.size < 2 || !(fields.has('source') || fields.has('eventId'))) return false;
  return [...fields.values()].some(({ isTelling, label }) => isTelling && label !== 'eventXml');
}

function lineAfter(window: TextWindow, at: number): TextLine | 'more' | undefined {
  const line = lineAt(window, at);
  const isBlank = line?.from === line?.to;
  const following = line && isBlank ? lineAt(window, line.next) : line;
  return following ?? (window.ended ? undefined : 'more');
}

/** Where the value of a label line ends without white space. */
export function valueEnd(text: string, { line, valueFrom }: LabelLine): number {
  return trimmedEnd(text, valueFrom, line.to);
}
