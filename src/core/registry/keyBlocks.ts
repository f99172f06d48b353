import { isBlank } from './blanks';
import { keyBefore, keysOf, spanOf } from './entries';
import type { RegDocument } from './regDocument';
import type { Span } from '../text/span';

/** Where each key stands with its values and all lines up to the next key, without the blank ones at the end. */
export function keyBlocks(document: RegDocument): readonly Span[] {
  const { keyEntries, text } = document;
  return Array.from(keyEntries, (entry, index) => {
    const next = keyEntries[index + 1];
    const { start } = spanOf(document, entry);
    return { start, end: blockEnd(text, next === undefined ? text.length : spanOf(document, next).start) };
  });
}

/**
 * The keys, as numbers of their blocks, that have a problem of any kind or whose path is known, in their order. A problem with what
 * stands in a key above is none: a file read in parts does not show it when the two are far apart.
 */
export function keysWorthALook(document: RegDocument, isKnown: (path: string) => boolean): readonly number[] {
  const entries = new Set<number>();
  for (const { span, related } of document.problems) {
    const key = keyBefore(document, span.start);
    const isOfKeyAbove = related !== undefined && related.start < (key?.span.start ?? 0);
    if (key && !isOfKeyAbove) entries.add(key.entry);
  }
  for (const key of keysOf(document)) if (key.isEffective && isKnown(key.path)) entries.add(key.entry);
  return [...document.keyEntries.keys()].filter((index) => entries.has(document.keyEntries[index] ?? -1));
}

function blockEnd(text: string, to: number): number {
  let end = to;
  for (let unit = text.charCodeAt(end - 1); end > 0; unit = text.charCodeAt(end - 1)) {
    if (!isBlank(unit) && unit !== LF && unit !== CR) break;
    end--;
  }
  return end;
}

const LF = 10;
const CR = 13;
