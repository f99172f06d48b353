import type { EventLabel } from '../../languages/index';
import { type Located, type TextWindow, spanIn } from '../../text/span';
import { slice } from '../copiedText/textContext';
import { type TextLine, filledLineAt, lineAt } from '../copiedText/textLine';
import type { BlockEvent, BlockShape, LineKind } from './blockShape';
import { type WrittenLabel, labelledValues, trimmed } from './labelledValues';

/** `[138976] Service Control Manager`: the number of the record and its source. */
const START = /^\[(\d{1,15})\][ \t]+(?=\S)/;
const LONGEST_NUMBER = 24;
/** `System log on \\PXE01:` above the records of a log. */
const HEADING = /^(.{1,256}) log on \\\\[^\\/\s]{1,256}:$/;
const LONGEST_HEADING = 540;

/** The lines between the source and the message. Windows has no user for most events; the line is then missing. */
const LINES: readonly (readonly WrittenLabel[])[] = [
  [['Type:', 'level']],
  [['Computer:', 'computer']],
  [
    ['Time:', 'date'],
    ['ID:', 'eventId'],
  ],
  [['User:', 'user']],
];

/** What PsLogList of Sysinternals prints. */
export class PsLogListShape implements BlockShape {
  above: string | undefined;
  private channel: string | undefined;

  kindOf({ text }: TextWindow, { from, to }: TextLine): LineKind {
    if (START.test(text.slice(from, Math.min(to, from + LONGEST_NUMBER)))) return 'start';
    return headingOn(text, { from, to }) === undefined ? 'part' : 'end';
  }

  heading({ text }: TextWindow, line: TextLine): void {
    this.channel = headingOn(text, line);
    this.above = text.slice(line.from, line.to);
  }

  readEvent(block: TextWindow): BlockEvent | undefined {
    const first = lineAt(block, 0);
    const start = first && START.exec(block.text.slice(first.from, first.to));
    if (!first || !start) return undefined;
    const number = start[1] ?? '';
    const fields = new Map<EventLabel, Located<string>>([
      ['source', trimmed(block, first.from + start[0].length, first.to)],
    ]);
    const next = readLines(block, first.next, fields);
    if (!fields.has('date')) return undefined;
    if (this.channel !== undefined) {
      fields.set('logName', { value: this.channel, span: spanIn(block, first.from, first.from) });
    }
    return {
      fields: fields.set('description', trimmed(block, next, block.text.length)),
      recordId: slice(block, first.from + 1, first.from + 1 + number.length),
    };
  }
}

/** Reads the lines with labels, and returns where the message starts. */
function readLines(block: TextWindow, from: number, fields: Map<EventLabel, Located<string>>): number {
  let at = from;
  for (const labels of LINES) {
    const line = filledLineAt(block, at);
    const values = line && labelledValues(block, line, labels);
    if (!line || !values) continue;
    for (const [label, value] of values) fields.set(label, value);
    at = line.next;
  }
  return at;
}

/** The log that a heading names. */
export function headingOn(text: string, { from, to }: Pick<TextLine, 'from' | 'to'>): string | undefined {
  return to - from <= LONGEST_HEADING ? HEADING.exec(text.slice(from, to))?.[1] : undefined;
}
