import type * as vscode from 'vscode';
import { rangeBetween, rangeOfSpan } from './places';
import { Slice } from './slices';

/** Units of text that are taken from a document at a time: few enough that reading them does not hold up the host, not even the first ones. */
const BLOCK_LENGTH = 0x10000;

/** The first `length` units of the text of a document, or a few less where a line ends. */
export function documentHead(document: vscode.TextDocument, length: number): string {
  return document.getText(rangeOfSpan(document, { start: 0, end: length }));
}

/**
 * The text of a document in blocks, other work of the extension host coming in between. A document that is edited or
 * closed meanwhile yields no more; compare its version to see whether all of it came.
 *
 * `getText()` without a range would put a 40 MB text together in one go.
 */
export async function* documentBlocks(document: vscode.TextDocument): AsyncIterable<string> {
  const { version } = document;
  const slice = new Slice();
  let start = document.positionAt(0);
  const end = document.lineAt(document.lineCount - 1).range.end;
  while (start.isBefore(end) && document.version === version && !document.isClosed) {
    const stop = document.positionAt(document.offsetAt(start) + BLOCK_LENGTH);
    yield document.getText(rangeBetween(start, stop));
    start = stop;
    if (slice.isOver) await slice.renew();
  }
}
