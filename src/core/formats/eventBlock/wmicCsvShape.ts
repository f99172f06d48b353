import type { EventLabel } from '../../languages/index';
import type { Located, TextWindow } from '../../text/span';
import type { TextLine } from '../copiedText/textLine';
import type { BlockEvent, BlockShape, LineKind } from './blockShape';
import { trimmed } from './labelledValues';
import { bytesIn } from './listedValues';
import { type PropertyMeaning, isLabel, propertyNamed } from './shellProperties';

const HEADER = /^Node(?:,[A-Za-z]{2,24}){2,24}$/;
const LONGEST_HEADER = 512;
/** Units of a line in which the id of an event stands: behind its bytes, of which there may be many. */
const LONGEST_START = 0x4000;
const NODE = /^[^\s,]{1,255}$/;

/** Columns whose values may hold commas; those before them are counted from the left, those behind them from the right. */
const FREE: readonly string[] = ['InsertionStrings', 'Message'];

/** Half-open places in the text of an event. */
interface Field {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/**
 * CSV as wmic writes it: nothing is quoted, so that commas and line breaks of a message stand as they are between those of the fields.
 * Source: csv.xsl of Windows, which also writes arrays as `{1;2}`, and the properties of Win32_NTLogEvent in the order of their names.
 */
export class WmicCsvShape implements BlockShape {
  private names: readonly string[] = [];
  /** Which column is the id. */
  private idAt = -1;
  private header: string | undefined;

  get above(): string | undefined {
    return this.header;
  }

  kindOf({ text }: TextWindow, line: TextLine): LineKind {
    if (headerOn(text, line)) return 'end';
    return this.idAt > 0 && startsRow(text, line, this.idAt) ? 'start' : 'part';
  }

  heading({ text }: TextWindow, line: TextLine): void {
    this.header = headerOn(text, line);
    this.names = this.header?.split(',') ?? [];
    this.idAt = this.names.findIndex(isId);
  }

  readEvent(block: TextWindow): BlockEvent | undefined {
    const fields = fieldsOf(block.text, this.names);
    if (!fields) return undefined;
    const found = new Map<PropertyMeaning, Located<string>>();
    for (const { name, from, to } of [...fields].sort(byRank)) {
      const meaning = propertyNamed(name)?.meaning;
      const value = trimmed(block, from, to);
      if (meaning && value.value !== '' && !found.has(meaning)) found.set(meaning, value);
    }
    const labels = [...found].filter((entry): entry is [EventLabel, Located<string>] => isLabel(entry[0]));
    return { fields: new Map(labels), recordId: found.get('recordId'), binary: bytesIn(found.get('binary')) };
  }
}

/** Of two properties that mean the same the one of the lower rank comes first. */
function byRank(one: Field, other: Field): number {
  return (propertyNamed(one.name)?.rank ?? 0) - (propertyNamed(other.name)?.rank ?? 0);
}

function isId(name: string): boolean {
  return propertyNamed(name)?.meaning === 'eventId';
}

/** Whether the line has a node, and a number as its id. */
function startsRow(text: string, { from, to }: TextLine, idAt: number): boolean {
  const fields = text.slice(from, Math.min(to, from + LONGEST_START)).split(',', idAt + 2);
  return NODE.test(fields[0] ?? '') && /^\d{1,10}$/.test(fields[idAt] ?? '') && fields.length > idAt + 1;
}

function headerOn(text: string, { from, to }: Pick<TextLine, 'from' | 'to'>): string | undefined {
  const line = to - from <= LONGEST_HEADER ? text.slice(from, to) : '';
  return HEADER.test(line) && line.split(',').some(isId) ? line : undefined;
}

/** The fields of a row; undefined when it has too few. */
function fieldsOf(text: string, names: readonly string[]): readonly Field[] | undefined {
  const firstFree = names.findIndex((name) => FREE.includes(name));
  const leftCount = firstFree < 0 ? names.length - 1 : firstFree;
  const left = fromLeft(text, names.slice(0, leftCount));
  const lastFree = Math.max(...FREE.map((name) => names.indexOf(name)));
  const right = firstFree < 0 ? [] : fromRight(text, names.slice(lastFree + 1));
  if (!left || !right) return undefined;
  const from = (left.at(-1)?.to ?? -1) + 1;
  const to = firstFree < 0 ? text.length : (right[0]?.from ?? text.length + 1) - 1;
  return from <= to
    ? [...left, ...between(text, names.slice(leftCount, Math.max(lastFree, leftCount) + 1), { from, to }), ...right]
    : undefined;
}

function fromLeft(text: string, names: readonly string[]): readonly Field[] | undefined {
  const fields: Field[] = [];
  let from = 0;
  for (const name of names) {
    const to = text.indexOf(',', from);
    if (to < 0) return undefined;
    fields.push({ name, from, to });
    from = to + 1;
  }
  return fields;
}

function fromRight(text: string, names: readonly string[]): readonly Field[] | undefined {
  const fields: Field[] = [];
  let to = text.length;
  for (const name of [...names].reverse()) {
    const comma = to < 0 ? -1 : text.lastIndexOf(',', to - 1);
    if (comma < 0) return undefined;
    fields.unshift({ name, from: comma + 1, to });
    to = comma;
  }
  return fields;
}

/** The insertion strings in braces, what stands behind them in a field without commas, and the message, which takes the rest. */
function between(text: string, names: readonly string[], { from, to }: Omit<Field, 'name'>): readonly Field[] {
  const fields: Field[] = [];
  let at = from;
  for (const [index, name] of names.entries()) {
    const close = name === 'InsertionStrings' && text.startsWith('{', at) ? text.indexOf('},', at) + 1 : at;
    const comma = index === names.length - 1 ? to : text.indexOf(',', Math.max(close, at));
    const end = comma < 0 || comma > to ? to : comma;
    fields.push({ name, from: Math.min(at, to), to: end });
    at = end + 1;
  }
  return fields;
}
