import type { EventLabel } from '../../languages/index';
import type { EscapedText } from '../../text/escapes';
import type { Located, TextWindow } from '../../text/span';
import { type TextLine, lineAt } from '../copiedText/textLine';
import { slice } from '../copiedText/textContext';
import { singleQuote, undoubled } from '../quotedText';
import type { BlockEvent, BlockShape, LineKind } from './blockShape';
import { trimmed } from './labelledValues';

/**
 * `03/14/2012 09:14:08 AM`, alone on a line above the event. In an export as CSV it is the first line of the column `_raw`: a quote
 * stands before it, and the columns before that one.
 */
const DATE = /^(?:(?:[^",]{0,64},|"[^"]{0,64}",){0,9}")?(\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d(?:\.\d{1,6})? [AP]M)$/;
const LONGEST_DATE = 640;
const QUOTE = 34;
const LETTER_M = 77;
const FIRST = 'LogName=';

/** All but `Message` take one line; their order differs between versions of Splunk. */
const LABELS: ReadonlyMap<string, EventLabel | 'recordId'> = new Map([
  ['LogName', 'logName'],
  ['SourceName', 'source'],
  ['EventCode', 'eventId'],
  ['Type', 'level'],
  ['ComputerName', 'computer'],
  ['User', 'user'],
  ['RecordNumber', 'recordId'],
  ['Message', 'description'],
]);
const FIELD = /^([A-Za-z]{4,16})=/;
const LONGEST_NAME = 20;

/**
 * An event as Splunk reads it out of a log of Windows: a line for the date, a line for each field, the message last. Sources: "Monitor
 * Windows event log data" in the documentation of Splunk; test data of NVIDIA Morpheus and of Splunk's OCSF parsers. The month comes
 * first also where the Event Viewer has the day first, as notes of one event from both show.
 */
export class SplunkShape implements BlockShape {
  readonly statedOrder = 'monthFirst';

  private isOpen = false;
  /** What the line before was taken for, if it is a date. */
  private dateAbove: LineKind | undefined;

  kindOf({ text }: TextWindow, { from, to }: TextLine): LineKind {
    const above = this.dateAbove;
    this.dateAbove = dateLength(text, from, to) > 0 ? this.dateKind() : undefined;
    if (this.dateAbove) return this.dateAbove;
    if (!text.startsWith(FIRST, from)) return 'part';
    this.isOpen = true;
    if (above === undefined) return 'start';
    return above === 'start' ? 'part' : 'startAbove';
  }

  reset(): void {
    this.isOpen = false;
    this.dateAbove = undefined;
  }

  readEvent(block: TextWindow): BlockEvent | undefined {
    const fields = new Map<EventLabel, Located<string>>();
    let recordId: Located<string> | undefined;
    let at = 0;
    let field: Field = { to: block.text.length, isQuoted: false };
    for (let line = lineAt(block, at); line && !fields.has('description'); line = lineAt(block, at)) {
      const { from, to } = line;
      const name = FIELD.exec(block.text.slice(from, Math.min(to, from + LONGEST_NAME)))?.[1] ?? '';
      const label = LABELS.get(name);
      const valueFrom = from + name.length + 1;
      if (at === 0 && label === undefined) {
        const date = to - dateLength(block.text, from, to);
        fields.set('date', slice(block, date, to));
        field = fieldAt(block.text, date);
      } else if (label === 'recordId') recordId = trimmed(block, valueFrom, to);
      else if (label === 'description') fields.set(label, messageOf(block, valueFrom, field));
      else if (label) fields.set(label, trimmed(block, valueFrom, to));
      at = line.next;
    }
    return fields.has('eventId') ? { fields, recordId } : undefined;
  }

  /** The first event starts with its date; of the others the date tells nothing until the next line does. */
  private dateKind(): LineKind {
    return this.isOpen ? 'maybe' : 'start';
  }
}

/** What of a block is the event: all of it, or a field of CSV in which quotes are doubled. */
interface Field {
  readonly to: number;
  readonly isQuoted: boolean;
}

/** Units of the date that ends at `to`; 0 when the line is none. */
function dateLength(text: string, from: number, to: number): number {
  const mayBe = to > from && to - from <= LONGEST_DATE && text.charCodeAt(to - 1) === LETTER_M;
  return (mayBe ? DATE.exec(text.slice(from, to))?.[1]?.length : undefined) ?? 0;
}

/** The field whose content starts there. One that is not closed ends with the block. */
function fieldAt(text: string, from: number): Field {
  if (from === 0 || text.charCodeAt(from - 1) !== QUOTE) return { to: text.length, isQuoted: false };
  const to = singleQuote(text, from);
  return { to: to < 0 ? text.length : to, isQuoted: true };
}

function messageOf(block: TextWindow, from: number, { to, isQuoted }: Field): EscapedText {
  const message = trimmed(block, from, Math.max(from, to));
  return isQuoted ? undoubled(message.value, message.span) : message;
}
