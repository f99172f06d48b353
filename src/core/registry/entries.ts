import { partitionPoint } from '../lists/partitionPoint';
import type { Span } from '../text/span';
import { type RegDocument, type RegKey, type RegNotation, type RegValue } from './regDocument';
import { cleanKeyPath } from './keyPath';
import { writtenName } from './quoted';

/** Numbers for each entry: its tag and four offsets in the text, in this order, and the type of its data. */
export const ENTRY_SIZE = 6;
export const TAG = 0;
/** Where the entry starts: `[`, `"`, `@` or the first character of the line. */
export const START = 1;
/** Where the name or the path ends, quotation mark included. */
export const NAME_END = 2;
/** Where the path, the bytes, the digits or the string starts. */
export const DATA_START = 3;
/** Where the entry ends: `]`, the last byte, the last character of the line. */
export const END = 4;
export const TYPE = 5;

/** The low four bits of a tag. */
export const KIND_MASK = 15;
export const KEY = 1;
export const KEY_DELETION = 2;
export const VALUE = 3;
export const VALUE_DELETION = 4;
/** One or more lines. */
export const COMMENT = 5;
/** Lines of which an import takes no notice. */
export const IGNORED = 6;

/** The next four bits of the tag of a value. */
export const NOTATION_MASK = 15 << 4;
export const STRING = 1 << 4;
export const DWORD = 2 << 4;
export const HEX = 3 << 4;
/** As Windows 3.1 wrote it: everything to the end of the line. */
export const PLAIN = 4 << 4;
export const QUERY = 5 << 4;
/** Set when an import understands the entry and still does nothing with it. */
export const WITHOUT_EFFECT = 1 << 8;

const NOTATIONS: Readonly<Record<number, RegNotation>> = {
  [STRING]: 'string',
  [DWORD]: 'dword',
  [HEX]: 'hex',
  [PLAIN]: 'plain',
  [QUERY]: 'query',
};

export function entryCount(document: RegDocument): number {
  return document.entries.length / ENTRY_SIZE;
}

/** One number of an entry; 0 beyond the last one. */
export function fieldOf(document: RegDocument, entry: number, field: number): number {
  return document.entries[entry * ENTRY_SIZE + field] ?? 0;
}

export function kindOf(document: RegDocument, entry: number): number {
  return fieldOf(document, entry, TAG) & KIND_MASK;
}

export function spanOf(document: RegDocument, entry: number): Span {
  return { start: fieldOf(document, entry, START), end: fieldOf(document, entry, END) };
}

/** All keys and deletions of keys, in the order of the text. */
export function* keysOf(document: RegDocument): Generator<RegKey> {
  for (const entry of document.keyEntries) yield keyAt(document, entry);
}

/** The values and deletions of values below one key line, up to the next one. */
export function* valuesOf(document: RegDocument, key: RegKey): Generator<RegValue> {
  const count = entryCount(document);
  for (let entry = key.entry + 1; entry < count && !isKey(kindOf(document, entry)); entry++) {
    if (isValue(kindOf(document, entry))) yield valueAt(document, entry);
  }
}

/** All values and deletions of values, also those that are below no key. */
export function* allValuesOf(document: RegDocument): Generator<RegValue> {
  const count = entryCount(document);
  for (let entry = 0; entry < count; entry++) {
    if (isValue(kindOf(document, entry))) yield valueAt(document, entry);
  }
}

/** The key or value whose text holds the offset, in time that grows with the logarithm of the document. */
export function itemAt(document: RegDocument, offset: number): RegKey | RegValue | undefined {
  const entry = lastStartingBefore(document, offset);
  if (entry < 0 || offset > fieldOf(document, entry, END)) return undefined;
  const kind = kindOf(document, entry);
  if (isKey(kind)) return keyAt(document, entry);
  return isValue(kind) ? valueAt(document, entry) : undefined;
}

/** Where the entry of any kind stands that holds the offset: lines that are ignored and comments as well. */
export function entrySpanAt(document: RegDocument, offset: number): Span | undefined {
  const entry = lastStartingBefore(document, offset);
  return entry < 0 || offset > fieldOf(document, entry, END) ? undefined : spanOf(document, entry);
}

/** The last key line that starts at or before the offset. */
export function keyBefore(document: RegDocument, offset: number): RegKey | undefined {
  const entry = lastStartingBefore(document, offset);
  return entry < 0 ? undefined : keyAbove(document, entry + 1);
}

/** The key line that an entry stands below. */
export function keyAbove(document: RegDocument, entry: number): RegKey | undefined {
  const { keyEntries } = document;
  const key = keyEntries[partitionPoint(keyEntries.length, (index) => (keyEntries[index] ?? 0) < entry) - 1];
  return key === undefined ? undefined : keyAt(document, key);
}

export function keyAt(document: RegDocument, entry: number): RegKey {
  const pathSpan = { start: fieldOf(document, entry, DATA_START), end: fieldOf(document, entry, NAME_END) };
  return {
    kind: kindOf(document, entry) === KEY ? 'key' : 'key-deletion',
    entry,
    path: cleanKeyPath(document.text.slice(pathSpan.start, pathSpan.end)),
    pathSpan,
    span: spanOf(document, entry),
    isEffective: (fieldOf(document, entry, TAG) & WITHOUT_EFFECT) === 0,
  };
}

export function valueAt(document: RegDocument, entry: number): RegValue {
  const tag = fieldOf(document, entry, TAG);
  const span = spanOf(document, entry);
  const notation = NOTATIONS[tag & NOTATION_MASK] ?? 'string';
  const nameSpan = { start: span.start, end: fieldOf(document, entry, NAME_END) };
  const dataSpan = { start: fieldOf(document, entry, DATA_START), end: span.end };
  return {
    kind: (tag & KIND_MASK) === VALUE ? 'value' : 'value-deletion',
    entry,
    name: nameOf(document, nameSpan, notation),
    nameSpan,
    type: fieldOf(document, entry, TYPE) >>> 0,
    notation,
    typeSpan: typeSpanOf(document, notation, nameSpan.end, dataSpan.start),
    dataSpan,
    span,
    isEffective: (tag & WITHOUT_EFFECT) === 0,
  };
}

export function isKey(kind: number): boolean {
  return kind === KEY || kind === KEY_DELETION;
}

export function isValue(kind: number): boolean {
  return kind === VALUE || kind === VALUE_DELETION;
}

function nameOf(document: RegDocument, { start, end }: Span, notation: RegNotation): string {
  if (notation === 'query') return document.text.slice(start, end);
  return writtenName(document.text, start, end);
}

/** The type stands right before its data: `dword:`, `hex(7):`, in the output of `reg query` in a column of its own. */
function typeSpanOf(document: RegDocument, notation: RegNotation, from: number, to: number): Span {
  const written = document.text.slice(from, to);
  if (notation === 'dword' || notation === 'hex') {
    return { start: from + written.search(/[dh]/), end: from + written.indexOf(':') };
  }
  const column = notation === 'query' ? /REG_\w+/.exec(written) : null;
  if (!column) return { start: to, end: to };
  return { start: from + column.index, end: from + column.index + column[0].length };
}

function lastStartingBefore(document: RegDocument, offset: number): number {
  return partitionPoint(entryCount(document), (entry) => fieldOf(document, entry, START) <= offset) - 1;
}
