import type { EventLabel } from '../../languages/index';
import type { Located, TextWindow } from '../../text/span';
import { type TextLine, endOfLine, isAfterBlankLine, lineAt } from '../copiedText/textLine';
import type { BlockEvent, BlockShape, LineKind } from './blockShape';
import { trimmed } from './labelledValues';
import { bytesIn, stringsIn } from './listedValues';
import { type KnownProperty, type PropertyMeaning, isLabel, propertyNamed } from './shellProperties';

/** How a property is written: what stands before its value, the name in the first group. */
export interface PropertyNotation {
  readonly pattern: RegExp;
  /** The names of one object are filled up to one width, so that a line of a value is no property by chance. */
  readonly isAligned: boolean;
  /** Each value ends with its line. */
  readonly isOneLine?: true;
  /** Blank lines between objects; one when left out. */
  readonly blankLines?: number;
  /** What a property says; undefined for a name that none of these events has. */
  readonly named: (name: string) => KnownProperty | undefined;
}

/** `Name   : value`, as `Format-List` prints it. */
export const ALIGNED: PropertyNotation = {
  pattern: /^([A-Za-z_]{2,24}) {1,24}:(?= |$)/,
  isAligned: true,
  named: propertyNamed,
};

const LONGEST_PROPERTY = 52;

/** Stands at the start of each of the files that were put together. */
const MARK = '\uFEFF';

/** A property on a line; places in the text. */
interface Property extends KnownProperty {
  readonly name: string;
  readonly valueFrom: number;
  /** Units from the name to the value: the same for all properties of an object. Endless where they are not aligned. */
  readonly width: number;
  readonly value?: Located<string>;
}

/** What `Format-List` prints of `Get-WinEvent`, `Get-EventLog` or Win32_NTLogEvent, and lists of properties in another notation. */
export class FormatListShape implements BlockShape {
  /** Properties of the object so far; one that comes again starts the next object. */
  private names = new Set<string>();
  /** Those since the last one that stands below a blank line, where the next object may have started without its first. */
  private lastNames: Set<string> | undefined;
  /** Width of the properties of the object, and indentation of the first. */
  private width = 0;
  private indent = Infinity;

  constructor(private readonly notation: PropertyNotation = ALIGNED) {}

  kindOf({ text }: TextWindow, line: TextLine, at: number): LineKind {
    const property = propertyOn(text, line, this.notation);
    const indent = indentOf(text, line, at);
    if (!property || this.isValue(indent)) return 'part';
    const isNext = this.names.size === 0 || (property.width === this.width && this.names.has(property.name));
    const isAfterBlank = isAfterBlankLine(text, line.from, this.notation.blankLines);
    const isOther = property.width !== this.width && isAfterBlank;
    if (isNext || isOther) return this.start(property, indent, isAfterBlank);
    if (property.width !== this.width) return 'part';
    if (isAfterBlank) this.lastNames = new Set();
    this.lastNames?.add(property.name);
    this.names.add(property.name);
    return isAfterBlank ? 'maybe' : 'part';
  }

  /** Values that are aligned go on below their start. What is indented by less is a property, or its object has a damaged first line. */
  private isValue(indent: number): boolean {
    return indent - this.indent >= (this.notation.isAligned ? this.width : 1);
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
    const best = new Map<PropertyMeaning, Property>();
    const properties = propertiesOf(block, this.notation);
    for (const [index, property] of properties.entries()) {
      const next = properties[index + 1]?.lineFrom ?? block.text.length;
      const end = this.notation.isOneLine ? Math.min(next, endOfLine(block.text, property.valueFrom)) : next;
      const value = trimmed(block, property.valueFrom, end);
      const known = best.get(property.meaning);
      if (value.value !== '' && (!known || property.rank < known.rank))
        best.set(property.meaning, { ...property, value });
    }
    const fields = new Map<EventLabel, Located<string>>();
    for (const [meaning, { value }] of best) if (isLabel(meaning) && value) fields.set(meaning, value);
    const valueOf = (meaning: PropertyMeaning): Located<string> | undefined => best.get(meaning)?.value;
    return {
      fields,
      recordId: valueOf('recordId'),
      binary: bytesIn(valueOf('binary')),
      eventData: stringsIn(valueOf('insertionStrings')),
    };
  }
}

/** Of the line that starts at `at`. */
function indentOf(text: string, { from }: TextLine, at: number): number {
  return from - at - (text.startsWith(MARK, at) ? MARK.length : 0);
}

/** The properties of one object, in the order of its lines. */
function propertiesOf(
  block: TextWindow,
  notation: PropertyNotation,
): readonly (Property & { readonly lineFrom: number })[] {
  const found: (Property & { readonly lineFrom: number })[] = [];
  const first = lineAt(block, 0);
  const width = (first && propertyOn(block.text, first, notation)?.width) ?? 0;
  let at = 0;
  for (let line = first; line; line = lineAt(block, at)) {
    const property = propertyOn(block.text, line, notation);
    if (property?.width === width && line.from - at < width) found.push({ ...property, lineFrom: line.from });
    at = line.next;
  }
  return found;
}

function propertyOn(
  text: string,
  { from, to }: TextLine,
  { pattern, isAligned, named }: PropertyNotation,
): Property | undefined {
  const match = pattern.exec(text.slice(from, Math.min(to, from + LONGEST_PROPERTY)));
  const [whole = '', name = ''] = match ?? [];
  const known = named(name);
  return known && { name, ...known, valueFrom: from + whole.length, width: isAligned ? whole.length : Infinity };
}
