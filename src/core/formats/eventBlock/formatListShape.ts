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
  /** Units from the name to behind the colon: the same for all properties of an object. */
  readonly width: number;
  readonly value?: Located<string>;
}

/** What `Format-List` prints of `Get-WinEvent` or `Get-EventLog`. */
export class FormatListShape implements BlockShape {
  /** Properties of the object so far; one that comes again starts the next object. */
  private names = new Set<string>();
  /** Those since the last one that stands below a blank line, where the next object may have started without its first. */
  private lastNames: Set<string> | undefined;
  /** Width and indentation of the properties of the object; its values go on in lines that are indented further. */
  private width = 0;
  private indent = Infinity;

  kindOf({ text }: TextWindow, line: TextLine, at: number): LineKind {
    const property = propertyOn(text, line);
    if (!property || line.from - at > this.indent) return 'part';
    const isNext = this.names.size === 0 || (property.width === this.width && this.names.has(property.name));
    const isAfterBlank = isAfterBlankLine(text, line.from);
    const isOther = property.width !== this.width && isAfterBlank;
    if (isNext || isOther) return this.start(property, line.from - at, isAfterBlank);
    if (property.width !== this.width) return 'part';
    if (isAfterBlank) this.lastNames = new Set();
    this.lastNames?.add(property.name);
    this.names.add(property.name);
    return isAfterBlank ? 'maybe' : 'part';
  }

  /** A blank line stands between objects. One that comes without has started above, with properties that the one before lost. */
  private start({ name, width }: Property, indent: number, isAfterBlank: boolean): LineKind {
    const above = isAfterBlank ? undefined : this.lastNames;
    this.reset();
    this.names = new Set([...(above ?? []), name]);
    this.width = width;
    this.indent = indent;
    return above ? 'startAbove' : 'start';
  }

  reset(): void {
    this.names.clear();
    this.lastNames = undefined;
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
  const width = (first && propertyOn(block.text, first)?.width) ?? 0;
  let at = 0;
  for (let line = first; line; line = lineAt(block, at)) {
    const property = propertyOn(block.text, line);
    if (property?.width === width && line.from - at < width) found.push({ ...property, lineFrom: line.from });
    at = line.next;
  }
  return found;
}

function propertyOn(text: string, { from, to }: TextLine): Property | undefined {
  const match = PROPERTY.exec(text.slice(from, Math.min(to, from + LONGEST_PROPERTY)));
  const [whole = '', name = ''] = match ?? [];
  const known = KNOWN.get(name);
  return known && { name, ...known, valueFrom: from + whole.length, width: whole.length };
}
