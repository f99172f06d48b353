import type { DateOrder } from '../../records/eventTime';
import type { EventLabel } from '../../languages/index';
import type { Located, TextWindow } from '../../text/span';
import { type TextLine, filledLineAt } from '../copiedText/textLine';
import type { BlockEvent, BlockShape, LineKind } from './blockShape';
import { type WrittenLabel, labelledValues, trimmed } from './labelledValues';

/** The three lines above each message: `Log: 'System' Date/Time: 14/03/2012 9:14:08 AM` and so on. */
const HEADER: readonly (readonly WrittenLabel[])[] = [
  [
    ['Log:', 'logName'],
    ['Date/Time:', 'date'],
  ],
  [
    ['Type:', 'level'],
    ['Category:', undefined],
  ],
  [
    ['Event:', 'eventId'],
    ['Source:', 'source'],
  ],
];

const START = /^Log: '.{1,256}' Date\/Time:/;
const LONGEST_START = 300;
/** Frames the headings between the events of one log and level. */
const RULE = '~~~~~~~~';
const DATE_NOTE = /\bdates\b.{1,60}\bformat\s(dd\/mm|mm\/dd)\/yyyy/i;
const LONGEST_NOTE = 120;

/** What the tool "Vino's Event Viewer" writes, which help forums ask for. */
export class VewShape implements BlockShape {
  statedOrder: DateOrder | undefined;

  kindOf({ text }: TextWindow, { from, to }: TextLine): LineKind {
    if (START.test(text.slice(from, Math.min(to, from + LONGEST_START)))) return 'start';
    return text.startsWith(RULE, from) || noteOn(text, { from, to }) ? 'end' : 'part';
  }

  heading({ text }: TextWindow, line: TextLine): void {
    const order = noteOn(text, line);
    if (order) this.statedOrder = order === 'dd/mm' ? 'dayFirst' : 'monthFirst';
  }

  readEvent(block: TextWindow): BlockEvent | undefined {
    const fields = new Map<EventLabel, Located<string>>();
    let at = 0;
    for (const labels of HEADER) {
      const line = filledLineAt(block, at);
      const values = line && labelledValues(block, line, labels);
      if (!line || !values) return undefined;
      for (const [label, value] of values) fields.set(label, value);
      at = line.next;
    }
    const log = fields.get('logName');
    if (log) fields.set('logName', unquoted(log));
    return { fields: fields.set('description', trimmed(block, at, block.text.length)) };
  }
}

/** The note that says which order the dates have: `All dates below are in the format dd/mm/yyyy`. */
function noteOn(text: string, { from, to }: Pick<TextLine, 'from' | 'to'>): string | undefined {
  if (to - from > LONGEST_NOTE || !text.startsWith('Note:', from)) return undefined;
  return DATE_NOTE.exec(text.slice(from, to))?.[1]?.toLowerCase();
}

/** `System` of `'System'`. */
function unquoted({ value, span }: Located<string>): Located<string> {
  if (!/^'.*'$/.test(value)) return { value, span };
  return { value: value.slice(1, -1), span: { start: span.start + 1, end: span.end - 1 } };
}
