import type { EventLabel } from '../../languages/index';
import type { Located, TextWindow } from '../../text/span';
import { skipWhiteSpace, trimmedEnd } from '../../text/whiteSpace';
import { slice } from '../copiedText/textContext';

/** A label with its colon, as it is written, and what it means; undefined for one that nobody asks for. */
export type WrittenLabel = readonly [written: string, label: EventLabel | undefined];

/**
 * The values of labels that stand on one line in this order, each up to the next label or the end of the line. Undefined
 * when one of them is missing. All numbers are places in the window.
 */
export function labelledValues(
  window: TextWindow,
  { from, to }: { readonly from: number; readonly to: number },
  labels: readonly WrittenLabel[],
): readonly (readonly [EventLabel, Located<string>])[] | undefined {
  const { text } = window;
  const line = text.slice(from, to);
  const found: (readonly [EventLabel, Located<string>])[] = [];
  let start = 0;
  for (const [index, [written, label]] of labels.entries()) {
    if (!line.startsWith(written, start)) return undefined;
    const valueFrom = start + written.length;
    const [following] = labels[index + 1] ?? [];
    const end = following === undefined ? line.length : line.indexOf(following, valueFrom);
    if (end < 0) return undefined;
    if (label) found.push([label, trimmed(window, from + valueFrom, from + end)]);
    start = end;
  }
  return found;
}

/** The text from `from` to `to` of the window without white space around it. */
export function trimmed(window: TextWindow, from: number, to: number): Located<string> {
  const start = skipWhiteSpace(window.text, from, to);
  return slice(window, start, trimmedEnd(window.text, start, to));
}
