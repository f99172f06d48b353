import {
  ROOTS,
  type RegDocument,
  dwordData,
  foldName,
  headerText,
  keyBefore,
  keysOf,
  lineEndFrom,
  quote,
  renderValue,
  valuesOf,
} from '../registry/index';
import type { KnownKey, KnownType, KnownValue } from '../rules/knownRegistry';
import type { Span } from '../text/span';
import type { KnownKeys } from './knownKeys';
import { lineStart } from './textEdit';

/** Something that can be written at a place. */
export interface RegCompletion {
  readonly kind: 'header' | 'root' | 'key' | 'path' | 'value' | 'type' | 'data';
  /** What is listed: a name, a path, a type. */
  readonly label: string;
  /** What is written, as a snippet: `$0` is where the cursor goes. */
  readonly snippet: string;
  /** What it replaces. */
  readonly span: Span;
  readonly key?: KnownKey;
  readonly value?: KnownValue;
  /** The registry type of a `type`, the number of a `data`. */
  readonly type?: KnownType | 'REG_NONE';
  readonly number?: number;
}

/** Keys of the document that are looked through for names below a path. */
const MOST_KEYS = 20_000;
const MOST_NAMES = 200;

/** Where somebody writes. */
interface Place {
  readonly document: RegDocument;
  readonly known: KnownKeys;
  readonly offset: number;
  /** The line up to the cursor, and what is behind it. */
  readonly before: string;
  readonly after: string;
}

/** What can be written at an offset: headers, roots and keys, names of values, types and known numbers. */
export function completionsAt(document: RegDocument, offset: number, known: KnownKeys): readonly RegCompletion[] {
  const { text } = document;
  const start = lineStart(text, offset);
  const after = text.slice(offset, lineEndFrom(text, offset));
  const place: Place = { document, known, offset, before: text.slice(start, offset), after };
  const { before } = place;
  const path = /^[ \t]*\[-?([^\]]*)$/.exec(before)?.[1];
  if (path !== undefined) return pathCompletions(place, path);
  const data = /^[ \t]*(@|"(?:[^"\\]|\\.)*")[ \t]*=[ \t]*([^ \t"]*)$/.exec(before);
  if (data) return dataCompletions(place, data[1] ?? '', data[2] ?? '');
  if (start === 0 && /^[A-Za-z0-9. \t]*$/.test(before)) return headers(place);
  return /^[ \t]*(?:"[^"]*|@?|[A-Za-z]\w*)$/.test(before) ? nameCompletions(place) : [];
}

function headers({ before, offset, after }: Place): RegCompletion[] {
  const span = { start: offset - before.length, end: offset + after.length };
  return [headerText(5), headerText(4)].map((label) => ({ kind: 'header', label, snippet: `${label}\n\n$0`, span }));
}

/** Roots first, then the names below the path so far; whole known paths at any place. */
function pathCompletions({ document, known, offset, after }: Place, path: string): RegCompletion[] {
  const folded = foldName(path);
  const whole = { start: offset - path.length, end: offset + (/^[^\]]*/.exec(after)?.[0].length ?? 0) };
  const paths = known.all
    .filter((key) => !key.path.includes('*') && foldName(key.path).startsWith(folded))
    .map((key): RegCompletion => ({
      kind: 'path',
      label: key.path,
      snippet: escapeSnippet(key.path),
      span: whole,
      key,
    }));
  const last = path.lastIndexOf('\\');
  const part = { start: offset - (path.length - last - 1), end: offset + (/^[^\]\\]*/.exec(after)?.[0].length ?? 0) };
  if (last < 0) {
    const roots = ROOTS.map((root): RegCompletion => ({
      kind: 'root',
      label: root,
      snippet: `${root}\\\\`,
      span: part,
    }));
    return [...roots, ...paths];
  }
  const names = namesBelow(document, known, path.slice(0, last));
  const keys = names.map((name): RegCompletion => ({
    kind: 'key',
    label: name,
    snippet: escapeSnippet(name),
    span: part,
  }));
  return [...keys, ...paths];
}

/** Names of keys below a path, in the known keys and in the document. */
function namesBelow(document: RegDocument, known: KnownKeys, parent: string): readonly string[] {
  const folded = `${foldName(parent)}\\`;
  const names = new Map<string, string>();
  const add = (path: string): void => {
    if (!foldName(path).startsWith(folded) || names.size >= MOST_NAMES) return;
    const name = path.slice(folded.length).split('\\', 1)[0] ?? '';
    if (name !== '*' && !names.has(foldName(name))) names.set(foldName(name), name);
  };
  for (const key of known.all) add(key.path);
  let looked = 0;
  for (const { path } of keysOf(document)) {
    if (looked++ > MOST_KEYS) break;
    add(path);
  }
  return [...names.values()].sort();
}

/** Known values of the key above, with the number that an article tells to set; those that are there already are left out. */
function nameCompletions({ document, known, offset, before, after }: Place): RegCompletion[] {
  const key = keyBefore(document, offset);
  if (key?.kind !== 'key') return [];
  const present = new Set([...valuesOf(document, key)].map(({ name }) => foldName(name)));
  const typed = before.trimStart();
  // The editor has put the second quotation mark there by itself.
  const end = offset + (/^"[ \t]*$/.test(after) ? 1 : 0);
  const span = { start: offset - typed.length, end };
  const values = known.keysOf(key.path).flatMap((each) =>
    each.values
      .filter(({ name }) => !present.has(foldName(name)))
      .map((value): RegCompletion => ({
        ...{ kind: 'value', label: value.name, span, key: each, value },
        snippet: valueSnippet(value),
      })),
  );
  return [...values, { kind: 'value', label: '@', snippet: '@=$0', span }];
}

function valueSnippet(value: KnownValue): string {
  const name = escapeSnippet(quote(value.name));
  const number = value.expected ?? value.default;
  if (value.type === 'REG_DWORD') return `${name}=dword:\${1:${(number ?? 0).toString(16).padStart(8, '0')}}`;
  const notation = value.type === undefined ? undefined : TYPES.find(({ type }) => type === value.type);
  return `${name}=${notation?.snippet ?? '$0'}`;
}

/** How each type is written. */
const TYPES: readonly { readonly label: string; readonly type: KnownType | 'REG_NONE'; readonly snippet: string }[] = [
  { label: '""', type: 'REG_SZ', snippet: '"$0"' },
  { label: 'dword:', type: 'REG_DWORD', snippet: 'dword:${0:00000000}' },
  { label: 'hex:', type: 'REG_BINARY', snippet: 'hex:$0' },
  { label: 'hex(0):', type: 'REG_NONE', snippet: 'hex(0):$0' },
  { label: 'hex(2):', type: 'REG_EXPAND_SZ', snippet: 'hex(2):${0:00,00}' },
  { label: 'hex(7):', type: 'REG_MULTI_SZ', snippet: 'hex(7):${0:00,00,00,00}' },
  { label: 'hex(b):', type: 'REG_QWORD', snippet: 'hex(b):${0:00,00,00,00,00,00,00,00}' },
];

/** Types behind `=`, the known one of the value first; known numbers in any case. */
function dataCompletions({ document, known, offset, after }: Place, name: string, written: string): RegCompletion[] {
  if (/^hex(?:\([0-9a-f]+\))?:/.test(written)) return [];
  const key = keyBefore(document, offset);
  const value = key && known.valueOf(key.path, unquoted(name))?.value;
  const rest = /^[^;\s]*/.exec(after)?.[0].length ?? 0;
  const span = { start: offset - written.length, end: offset + rest };
  const numbers = value?.type === 'REG_DWORD' ? numberCompletions(value, span) : [];
  if (written.startsWith('dword:')) return numbers;
  const types = [...TYPES].sort((one, other) => Number(other.type === value?.type) - Number(one.type === value?.type));
  return [
    ...numbers,
    ...types.map((each): RegCompletion => ({ kind: 'type', ...each, span })),
    { kind: 'type', label: '-', snippet: '-', span },
  ];
}

function numberCompletions(value: KnownValue, span: Span): RegCompletion[] {
  const numbers = [value.expected, value.default, ...value.meanings.keys()];
  return [...new Set(numbers)].flatMap((number): RegCompletion[] => {
    if (number === undefined) return [];
    const label = renderValue('', dwordData(number)).slice(2);
    return [{ kind: 'data', label, snippet: label, span, value, number }];
  });
}

function unquoted(name: string): string {
  return name === '@' ? '' : name.slice(1, -1).replace(/\\(["\\])/g, '$1');
}

/** What a snippet would take for its own. */
function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
