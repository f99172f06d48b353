import { type EventLabel, labelNamed } from '../../languages/index';
import type { TextWindow } from '../../text/span';
import { skipWhiteSpace, trimmedEnd } from '../../text/whiteSpace';
import { type TextLine, lineAt } from './textLine';

/** `Event ID:      512`; places in the window. */
export interface LabelLine {
  readonly label: EventLabel;
  /** Configuration files hardly ever have such keys: the label has two words, or names what only an event has. */
  readonly isTelling: boolean;
  readonly line: TextLine;
  /** Where the value starts; `line.to` when there is none. */
  readonly valueFrom: number;
}

/** Longest label of all languages, with the blanks that some write before the colon. */
const LONGEST_LABEL = 40;
const COLONS = /[:\uff1a]/;
/** Labels that no other text has by chance, even where they are a single word. */
const TELLING: ReadonlySet<EventLabel> = new Set(['logName', 'eventId']);

/** The field that stands on the line; undefined when it starts with no label of any language and a colon. */
export function labelOf(text: string, line: TextLine): LabelLine | undefined {
  const start = text.slice(line.from, Math.min(line.to, line.from + LONGEST_LABEL));
  const colon = start.search(COLONS);
  if (colon < 0) return undefined;
  const name = start.slice(0, colon).trim();
  const label = labelNamed(name);
  if (!label) return undefined;
  const valueFrom = skipWhiteSpace(text, line.from + colon + 1, line.to);
  return { label, isTelling: TELLING.has(label) || name.includes(' '), line, valueFrom };
}

/** The labels of one event, from its first to `Description:`, `Event Xml:` or the last before other text. */
export interface Header {
  readonly fields: ReadonlyMap<EventLabel, LabelLine>;
  readonly from: number;
  readonly to: number;
  readonly next: number;
}

/**
 * The run of label lines that starts with `line`, single blank lines between them allowed. Undefined when it is none
 * of an event; `more` when the window ends before that is known.
 */
export function readHeader(window: TextWindow, line: TextLine): Header | 'more' | undefined {
  const fields = new Map<EventLabel, LabelLine>();
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

/** So many labels that no other text has make an event, also where the label of its id is damaged. */
const ENOUGH_TELLING = 3;

/** Whether a header is so complete that it starts an event even in the middle of a description. */
export function isUnmistakable({ fields }: Header): boolean {
  const tellingCount = [...fields.values()].filter(({ isTelling }) => isTelling).length;
  return fields.has('eventId') || fields.has('logName') || tellingCount >= ENOUGH_TELLING;
}

function isEvent(fields: ReadonlyMap<EventLabel, LabelLine>): boolean {
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
