import * as vscode from 'vscode';
import { type RecordIndex, editorText, entryStart } from '../core';
import { isEntryLog, readEntryAgain } from './documentReading';
import type { OpenDocuments } from './openDocuments';
import { rangeBetween, rangeOfSpan } from './places';

/** How long a message stays in the status bar. Milliseconds. */
const MESSAGE_TIME = 4000;

/** Puts the cursor on the next or the previous error of the CMTrace log in front; behind the last one comes the first. */
export async function goToError(step: 1 | -1, documents: OpenDocuments): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const reading = editor && (await documents.readingOf(editor.document));
  if (!reading || !isEntryLog(reading)) return;
  const { recordIndex } = reading.scan;
  const index = nextError(recordIndex, editor.document.offsetAt(editor.selection.active), step);
  const entry = index === undefined ? undefined : readEntryAgain(reading, index);
  if (!entry) {
    vscode.window.setStatusBarMessage(editorText.noErrorInLog, MESSAGE_TIME);
    return;
  }
  const { start } = rangeOfSpan(editor.document, entryStart(entry));
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(rangeBetween(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The entry under the cursor is where it starts from, not where it goes. */
function nextError(index: RecordIndex, offset: number, step: 1 | -1): number | undefined {
  const { count } = index;
  const here = index.find(offset);
  const first = index.firstFrom(offset);
  const start = here ?? (step === 1 ? first - 1 : first);
  for (let gone = 1; gone <= count; gone++) {
    const at = (start + step * gone + count * 2) % count;
    if (index.isAsBadAs(at, 2)) return at;
  }
  return undefined;
}
