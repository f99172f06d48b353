import type { EventLabel } from '../../languages/index';
import type { Located, TextWindow } from '../../text/span';
import { type TextLine, isAfterBlankLine, lineAt } from '../copiedText/textLine';
import type { BlockEvent, BlockShape, LineKind } from './blockShape';
import { trimmed } from './labelledValues';

type Meaning = EventLabel | 'recordId' | 'other';

/**
 * Properties of `Get-WinEvent` and `Get-EventLog`, which are the same in every display language. Of two that mean the same
 * the one that stands first here is used: numbers before words, `EventID` before the 32-bit `InstanceId`.
 */
const PROPERTIES: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['Id', 'eventId'],
  ['EventID', 'eventId'],
  ['InstanceId', 'eventId'],
  ['ProviderName', 'source'],
  ['Source', 'source'],
  ['TimeCreated', 'date'],
  ['TimeGenerated', 'date'],
  ['TimeWritten', 'date'],
  ['Level', 'level'],
  ['LevelDisplayName', 'level'],
  ['EntryType', 'level'],
  ['LogName', 'logName'],
  ['MachineName', 'computer'],
  ['UserId', 'user'],
  ['UserName', 'user'],
  ['RecordId', 'recordId'],
  ['Index', 'recordId'],
  ['Message', 'description'],
  ...[
    'Version',
    'Qualifiers',
    'Task',
    'Opcode',
    'Keywords',
    'ProviderId',
    'ProcessId',
    'ThreadId',
    'ActivityId',
    'RelatedActivityId',
    'ContainerLog',
    'MatchedQueryIds',
    'Bookmark',
    'OpcodeDisplayName',
    'TaskDisplayName',
    'KeywordsDisplayNames',
    'Properties',
    'Category',
    'CategoryNumber',
    'ReplacementStrings',
    'Data',
    'Site',
    'Container',
    'PSComputerName',
    'RunspaceId',
    'PSShowComputerName',
  ].map((name): [string, Meaning] => [name, 'other']),
]);

const KNOWN = new Map([...PROPERTIES].map(([name, meaning], rank) => [name, { meaning, rank }]));
const PROPERTY = /^([A-Za-z]{2,24}) {1,24}:(?= |$)/;
const LONGEST_PROPERTY = 52;

/** `Name   : value`; places in the text. */
interface Property {
  readonly name: string;
  readonly meaning: Meaning;
  readonly rank: number;
  readonly valueFrom: number;
  /** Where the colon stands in its line: the same for all properties of an object. */
  readonly column: number;
  readonly value?: Located<string>;
}

/** What `Format-List` prints of `Get-WinEvent` or `Get-EventLog`. */
export class FormatListShape implements BlockShape {
  /** Properties of the object so far; one that comes again starts the next object. */
  private readonly names = new Set<string>();
  /** Place of the colon and indentation of the object; its values go on in lines that are indented further. */
  private column = 0;
  private indent = Infinity;

  kindOf(text: string, line: TextLine, at: number): LineKind {
    const property = propertyOn(text, line, at);
    if (!property || line.from - at > this.indent) return 'part';
    const isNext = this.names.size === 0 || (property.column === this.column && this.names.has(property.name));
    const isOther = property.column !== this.column && isAfterBlankLine(text, line.from);
    if (isNext || isOther) {
      this.reset();
      this.column = property.column;
      this.indent = line.from - at;
    }
    if (property.column === this.column) this.names.add(property.name);
    return isNext || isOther ? 'start' : 'part';
  }

  reset(): void {
    this.names.clear();
    this.indent = Infinity;
  }

  readEvent(block: TextWindow): BlockEvent {
    const best = new Map<Meaning, Property>();
    const properties = propertiesOf(block);
    for (const [index, property] of properties.entries()) {
      const value = trimmed(block, property.valueFrom, properties[index + 1]?.lineFrom ?? block.text.length);
      const known = best.get(property.meaning);
      if (value.value !== '' && (!known || property.rank < known.rank))
        best.set(property.meaning, { ...property, value });
    }
    const fields = new Map<EventLabel, Located<string>>();
    for (const [meaning, { value }] of best) {
      if (meaning !== 'recordId' && meaning !== 'other' && value) fields.set(meaning, value);
    }
    return { fields, recordId: best.get('recordId')?.value };
  }
}

/** The properties of one object, in the order of its lines. */
function propertiesOf(block: TextWindow): readonly (Property & { readonly lineFrom: number })[] {
  const found: (Property & { readonly lineFrom: number })[] = [];
  const first = lineAt(block, 0);
  const column = (first && propertyOn(block.text, first, 0)?.column) ?? 0;
  let at = 0;
  for (let line = first; line; line = lineAt(block, at)) {
    const property = propertyOn(block.text, line, at);
    if (property?.column === column) found.push({ ...property, lineFrom: line.from });
    at = line.next;
  }
  return found;
}

function propertyOn(text: string, { from, to }: TextLine, lineStart: number): Property | undefined {
  const match = PROPERTY.exec(text.slice(from, Math.min(to, from + LONGEST_PROPERTY)));
  const [whole = '', name = ''] = match ?? [];
  const known = KNOWN.get(name);
  const valueFrom = from + whole.length;
  return known && { name, ...known, valueFrom, column: valueFrom - lineStart };
}
