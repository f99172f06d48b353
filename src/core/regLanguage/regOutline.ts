import { type Steps, allSteps } from '../lists/steps';
import {
  type RegDocument,
  type RegKey,
  type RegValue,
  dataOf,
  foldName,
  keysOf,
  valuesOf,
  type RegData,
} from '../registry/index';
import type { Span } from '../text/span';

/** A key of the outline, with the keys and values below it. */
export interface RegOutlineKey {
  readonly key: RegKey;
  /** The path without that of the key above it: `Parameters`, or the whole path at the top. */
  readonly name: string;
  /** To the end of the last entry below it. */
  readonly span: Span;
  readonly values: readonly RegOutlineValue[];
  readonly keys: readonly RegOutlineKey[];
}

export interface RegOutlineValue {
  readonly value: RegValue;
  /** Missing where the value is deleted. */
  readonly data?: RegData;
}

export interface RegOutline {
  readonly keys: readonly RegOutlineKey[];
  /** How many keys were left out. */
  readonly leftOut: number;
}

/** A key that is still being filled. */
interface Draft {
  readonly key: RegKey;
  readonly name: string;
  readonly folded: string;
  end: number;
  readonly values: RegOutlineValue[];
  readonly keys: Draft[];
}

/**
 * The keys of a document, each below the one that it is part of where that stands before it, as in an export. At most `most`
 * keys and values: an export has more than an editor can show.
 */
export function outlineOf(document: RegDocument, most: number): RegOutline {
  return allSteps(outlineInSteps(document, most));
}

/** The same, for who has other work to do in between. */
export function* outlineInSteps(document: RegDocument, most: number): Steps<RegOutline> {
  const tops: Draft[] = [];
  const open: Draft[] = [];
  const count = { left: most, leftOut: 0 };
  for (const key of keysOf(document)) {
    if (count.left <= 0) {
      count.leftOut = document.keyEntries.length - countOf(tops);
      break;
    }
    count.left--;
    const draft = placed(key, tops, open);
    yield* addValues(document, draft, count);
    for (const above of open) above.end = draft.end;
  }
  return { keys: tops.map(finished), leftOut: count.leftOut };
}

function placed(key: RegKey, tops: Draft[], open: Draft[]): Draft {
  const folded = foldName(key.path);
  while (open.length > 0 && !isBelow(folded, open[open.length - 1])) open.pop();
  const above = open[open.length - 1];
  const name = above ? key.path.slice(above.folded.length + 1) : key.path;
  const draft: Draft = { key, name, folded, end: key.span.end, values: [], keys: [] };
  (above?.keys ?? tops).push(draft);
  open.push(draft);
  return draft;
}

function isBelow(folded: string, above: Draft | undefined): boolean {
  return above?.key.kind === 'key' && folded.startsWith(`${above.folded}\\`);
}

function* addValues(document: RegDocument, draft: Draft, count: { left: number; leftOut: number }): Steps<void> {
  for (const value of valuesOf(document, draft.key)) {
    yield;
    draft.end = value.span.end;
    if (count.left <= 0) continue;
    count.left--;
    draft.values.push({ value, ...(value.kind === 'value' && { data: dataOf(document, value) }) });
  }
}

function countOf(drafts: readonly Draft[]): number {
  return drafts.reduce((sum, { keys }) => sum + 1 + countOf(keys), 0);
}

function finished({ key, name, end, values, keys }: Draft): RegOutlineKey {
  return { key, name, span: { start: key.span.start, end }, values, keys: keys.map(finished) };
}
