import { isKey, isValue, keyAt, kindOf, TAG, WITHOUT_EFFECT, entryCount, fieldOf, valueAt } from './entries';
import { foldName, pathParts } from './keyPath';
import type { RegDocument } from './regDocument';
import type { Span } from '../text/span';

/** What a file does, by the last line that does it. */
export interface Touched {
  /** Keys that it creates or opens, by path in lower case. */
  readonly keys: ReadonlyMap<string, { readonly path: string; readonly span: Span }>;
  readonly deletions: ReadonlyMap<string, { readonly path: string; readonly span: Span }>;
  /** Values that it sets or deletes, by path and name in lower case. */
  readonly values: ReadonlyMap<string, TouchedValue>;
}

export interface TouchedValue {
  readonly path: string;
  readonly name: string;
  readonly span: Span;
  readonly isDeletion: boolean;
}

export function touchedBy(document: RegDocument): Touched {
  const keys = new Map<string, { path: string; span: Span }>();
  const deletions = new Map<string, { path: string; span: Span }>();
  const values = new Map<string, TouchedValue>();
  let open = '';
  for (let entry = 0; document.isImported && entry < entryCount(document); entry++) {
    if ((fieldOf(document, entry, TAG) & WITHOUT_EFFECT) !== 0) continue;
    const kind = kindOf(document, entry);
    if (isKey(kind)) {
      const key = keyAt(document, entry);
      open = canonicalPath(key.path);
      (key.kind === 'key' ? keys : deletions).set(foldName(open), { path: open, span: key.span });
    } else if (isValue(kind)) {
      const { name, span, kind: valueKind } = valueAt(document, entry);
      values.set(valueId(open, name), { path: open, name, span, isDeletion: valueKind === 'value-deletion' });
    }
  }
  return { keys, deletions, values };
}

/** The path with its root in upper case and without empty parts. */
export function canonicalPath(path: string): string {
  return pathParts(path).join('\\');
}

/** The same for a value in any case. NUL is in no path. */
export function valueId(path: string, name: string): string {
  return `${foldName(path)}\0${foldName(name)}`;
}

/** The line that touches the path, or the nearest key above or below it. */
export function spanNear(entries: ReadonlyMap<string, { readonly span: Span }>, path: string): Span | undefined {
  for (let folded = foldName(path); folded !== ''; folded = folded.slice(0, Math.max(0, folded.lastIndexOf('\\')))) {
    const found = entries.get(folded);
    if (found) return found.span;
  }
  return undefined;
}
