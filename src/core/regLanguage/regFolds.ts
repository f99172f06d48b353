import { COMMENT, LineEnds, type RegDocument, entryCount, kindOf, spanOf } from '../registry/index';
import type { Span } from '../text/span';

/** Something that can be folded to its first line. */
export interface RegFold {
  readonly kind: 'key' | 'value' | 'comment' | 'region';
  readonly span: Span;
}

/** Each key with its values, values over several lines, blocks of comments, and `;#region` to `;#endregion`. */
export function* foldsOf(document: RegDocument): Generator<RegFold> {
  yield* keyFolds(document);
  yield* entryFolds(document);
  yield* regionFolds(document);
}

/** A key folds up to its last entry; a comment right above the next key belongs to that one. */
function* keyFolds(document: RegDocument): Generator<RegFold> {
  const { keyEntries } = document;
  for (const [index, key] of keyEntries.entries()) {
    const next = keyEntries[index + 1];
    let last = (next ?? entryCount(document)) - 1;
    if (next !== undefined && kindOf(document, last) === COMMENT) last--;
    if (last > key)
      yield { kind: 'key', span: { start: spanOf(document, key).start, end: spanOf(document, last).end } };
  }
}

function* entryFolds(document: RegDocument): Generator<RegFold> {
  const lines = new LineEnds(document.text);
  for (let entry = 0; entry < entryCount(document); entry++) {
    const span = spanOf(document, entry);
    if (lines.endOf(span.start) >= span.end) continue;
    yield { kind: kindOf(document, entry) === COMMENT ? 'comment' : 'value', span };
  }
}

function* regionFolds(document: RegDocument): Generator<RegFold> {
  const open: number[] = [];
  for (const { start: at, end, isEnd } of regionMarks(document)) {
    const start = isEnd ? open.pop() : undefined;
    if (!isEnd) open.push(at);
    if (start !== undefined) yield { kind: 'region', span: { start, end } };
  }
}

function* regionMarks(document: RegDocument): Generator<Span & { readonly isEnd: boolean }> {
  for (let entry = 0; entry < entryCount(document); entry++) {
    if (kindOf(document, entry) !== COMMENT) continue;
    const { start, end } = spanOf(document, entry);
    for (const found of document.text.slice(start, end).matchAll(/^[ \t]*;[ \t]*#(end)?region\b/gm)) {
      const at = start + found.index;
      yield { start: at, end: at + found[0].length, isEnd: found[1] !== undefined };
    }
  }
}
