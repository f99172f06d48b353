import type { EventLabel } from '../../languages/index';
import type { Located, TextWindow } from '../../text/span';
import { skipWhiteSpace, trimmedEnd } from '../../text/whiteSpace';
import { labelOf } from '../copiedText/labelLine';
import { slice } from '../copiedText/textContext';
import { type TextLine, lineAt } from '../copiedText/textLine';
import type { BlockEvent, BlockShape, LineKind } from './blockShape';

/** `Event[12]:` of older versions of Windows, `Event[12]` of newer ones. */
const START = /^Event\[\d{1,9}\]:?$/i;
const LONGEST_START = 20;

/** Labels in the order in which wevtutil writes them in every display language. */
const ORDER: readonly EventLabel[] = [
  'logName',
  'source',
  'date',
  'eventId',
  'task',
  'level',
  'opcode',
  'keywords',
  'user',
  'userName',
  'computer',
  'description',
];

/** What is left of a NUL and a line end where text went through a console of Windows Server 2022. */
const JOINED = ' ?  ';
/** A label in a language whose words are not known. */
const LABEL = /^[^:\uff1a]{1,40}[:\uff1a]/;

/** What `wevtutil qe /f:text` prints. */
export class WevtutilShape implements BlockShape {
  kindOf({ text }: TextWindow, { from, to }: TextLine): LineKind {
    return to - from <= LONGEST_START && START.test(text.slice(from, to)) ? 'start' : 'part';
  }

  readEvent(block: TextWindow): BlockEvent {
    const fields = new Map<EventLabel, Located<string>>();
    const first = lineAt(block, 0);
    for (let line = first && lineAt(block, first.next); line; line = lineAt(block, line.next)) {
      for (const part of partsOf(block.text, line)) {
        const field = fieldOn(block.text, part, ORDER[fields.size]);
        if (!field) continue;
        const isLast = field.label === 'description';
        const to = isLast ? trimmedEnd(block.text, field.valueFrom, block.text.length) : part.to;
        const from = isLast ? skipWhiteSpace(block.text, field.valueFrom, to) : field.valueFrom;
        fields.set(field.label, slice(block, from, to));
        if (isLast) return { fields };
      }
    }
    return { fields };
  }
}

/** The fields that stand on one line. */
function partsOf(text: string, { from, to, next }: TextLine): readonly TextLine[] {
  let at = from;
  return text
    .slice(from, to)
    .split(JOINED)
    .map((part) => {
      const end = at + part.length;
      const start = skipWhiteSpace(text, at, end);
      at = end + JOINED.length;
      return { from: start, to: trimmedEnd(text, start, end), next };
    });
}

/** The field, by its label, or by its place where the label is of a language whose words are not known. */
function fieldOn(
  text: string,
  line: TextLine,
  expected: EventLabel | undefined,
): { readonly label: EventLabel; readonly valueFrom: number } | undefined {
  const known = labelOf(text, line);
  if (known) return known;
  const label = LABEL.exec(text.slice(line.from, line.to))?.[0];
  if (label === undefined || !expected) return undefined;
  return { label: expected, valueFrom: skipWhiteSpace(text, line.from + label.length, line.to) };
}
