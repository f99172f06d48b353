import type { TextWindow } from '../../text/span';
import { type TextLine, filledLineAt, lineAt } from '../copiedText/textLine';
import type { BlockEvent, BlockShape, LineKind } from './blockShape';
import { FormatListShape, type PropertyNotation } from './formatListShape';
import type { KnownProperty, PropertyMeaning } from './shellProperties';

/** Stands above and below the properties of each event. */
const RULE = '='.repeat(20);

/** What FullEventLogView calls its columns; `other` for one that nobody asks for. [from memory] */
const COLUMNS: Readonly<Partial<Record<string, PropertyMeaning>>> = {
  'Event Time': 'date',
  'Record ID': 'recordId',
  'Event ID': 'eventId',
  Level: 'level',
  Channel: 'logName',
  Provider: 'source',
  Description: 'description',
  Computer: 'computer',
  User: 'user',
  Opcode: 'other',
  Task: 'other',
  Keywords: 'other',
  'Process ID': 'other',
  'Thread ID': 'other',
};

function columnNamed(name: string): KnownProperty | undefined {
  const meaning = COLUMNS[name.replace(HARD_BLANK, ' ')];
  return meaning && { meaning, rank: 0 };
}

/** As which a mail may have sent the blank in a name: with other blanks the text would be taken for one of another format. */
const HARD_BLANK = '\u00a0';

/** `Event ID          : 7031`. */
const NOTATION: PropertyNotation = {
  pattern: /^([A-Z][a-z]{2,11}(?:[ \u00a0](?:ID|Time))?)[ \u00a0]{1,24}:(?=[ \u00a0]|$)/,
  isAligned: true,
  named: columnNamed,
};

/** The text that FullEventLogView of NirSoft writes: a property a line, each event between two rules. */
export class RuledListShape implements BlockShape {
  private readonly list = new FormatListShape(NOTATION);
  /** Where the lines stand: below the rule that opens an event, amid its properties, or below the rule that closes it. */
  private place: 'opened' | 'inside' | 'outside' = 'outside';

  kindOf(window: TextWindow, line: TextLine, at: number): LineKind {
    const { place } = this;
    if (isRule(window, line)) {
      this.list.reset();
      this.place = place === 'inside' ? 'outside' : 'opened';
      return place === 'inside' ? 'part' : 'start';
    }
    const isFirst = this.list.kindOf(window, line, at) === 'start';
    if (isFirst) this.place = 'inside';
    if (isFirst && place !== 'opened') return 'start';
    return place === 'outside' ? 'end' : 'part';
  }

  readEvent(block: TextWindow): BlockEvent {
    return this.list.readEvent(withoutRules(block));
  }

  reset(): void {
    this.list.reset();
    this.place = 'outside';
  }
}

function isRule({ text }: TextWindow, { from }: Pick<TextLine, 'from'>): boolean {
  return text.startsWith(RULE, from);
}

/** The lines between the rules, of which one may be missing. */
function withoutRules(block: TextWindow): TextWindow {
  const first = lineAt(block, 0);
  const next = first && isRule(block, first) ? filledLineAt(block, first.next) : first;
  const from = next?.from ?? block.text.length;
  let line = next;
  while (line && !isRule(block, line)) line = lineAt(block, line.next);
  return { ...block, text: block.text.slice(from, line?.from), base: block.base + from };
}
