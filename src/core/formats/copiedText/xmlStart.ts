import { skipWhiteSpace } from '../../text/whiteSpace';
import type { TextLine } from './textLine';

/** An event in XML, or what is left of one whose first line was not copied. */
export interface XmlStart {
  /** Place of `<`. */
  readonly from: number;
  /** Whether `<Event …>` is missing: the text starts with `<System>`. */
  readonly isHeadless: boolean;
}

/** Where XML starts on the line, behind the `- ` that browsers and the Event Viewer put before tags. */
export function xmlStart(text: string, line: TextLine): XmlStart | undefined {
  const first = text.charAt(line.from);
  const isMarked = first === '-' || first === '+';
  const from = isMarked ? skipWhiteSpace(text, line.from + 1, line.to) : line.from;
  if (text.startsWith('<Event', from) && /^[\s>]/.test(text.charAt(from + '<Event'.length))) {
    return { from, isHeadless: false };
  }
  return text.startsWith('<System>', from) ? { from, isHeadless: true } : undefined;
}
