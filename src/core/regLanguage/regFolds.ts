import { COMMENT, type RegDocument, breakLength, entryCount, kindOf, spanOf } from '../registry/index';
import { keysOf } from '../registry/index';
import type { Span } from '../text/span';

/** Something that can be folded to its first line. */
export interface RegFold {
  readonly kind: 'key' | 'value' | 'comment' | 'region';
  readonly span: Span;
}

/** Each key with its values, values over several lines, blocks of comments, and `;#region` to `;#endregion`. */
export function foldsOf(document: RegDocument): readonly RegFold[] {
  return [...keyFolds(document), ...entryFolds(document), ...regionFolds(document)];
}

/** A key folds up to its last entry; a comment right above the next key belongs to that one. */
function* keyFolds(document: RegDocument): Generator<RegFold> {
  const last = entryCount(document) - 1;
  let entry = last;
  let end = last < 0 ? 0 : spanOf(document, last).end;
  const folds: RegFold[] = [];
  for (const key of [...keysOf(document)].reverse()) {
    if (entry > key.entry) end = spanOf(document, entry).end;
    if (entry > key.entry) folds.push({ kind: 'key', span: { start: key.span.start, end } });
    entry = key.entry - 1;
    if (entry >= 0 && kindOf(document, entry) === COMMENT) entry--;
  }
  yield* folds.reverse();
}

function* entryFolds(document: RegDocument): Generator<RegFold> {
  for (let entry = 0; entry < entryCount(document); entry++) {
    const span = spanOf(document, entry);
    if (!hasBreak(document.text, span)) continue;
    yield { kind: kindOf(document, entry) === COMMENT ? 'comment' : 'value', span };
  }
}

function* regionFolds({ text }: RegDocument): Generator<RegFold> {
  const open: number[] = [];
  for (const found of text.matchAll(/^[ \t]*;[ \t]*#(end)?region\b/gm)) {
    if (found[1] === undefined) {
      open.push(found.index);
      continue;
    }
    const start = open.pop();
    if (start !== undefined) yield { kind: 'region', span: { start, end: found.index + found[0].length } };
  }
}

function hasBreak(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) if (breakLength(text, at) > 0) return true;
  return false;
}
