import { isUnmistakable, labelOf, readHeader } from './labelLine';
import { parseSupportLine } from './supportLine';
import type { TextContext } from './textContext';
import type { TextLine } from './textLine';
import { xmlStart } from './xmlStart';

/** `Event[12]` and `Event[12]:` of wevtutil. */
const NUMBERED_EVENT = /^event\[\d{1,9}\]:?$/i;
const LONGEST_NUMBERED_EVENT = 20;

/**
 * Whether the line plainly belongs to no message that started before: it starts an event of another shape, or is the
 * label `Event Xml:`. `more` when the window ends before that is known.
 */
export function endOfShape(context: TextContext, line: TextLine): boolean | 'more' {
  const { window } = context;
  const { text } = window;
  if (line.from === line.to) return false;
  if (labelOf(text, line)?.label === 'eventXml' || xmlStart(text, line)) return true;
  const header = readHeader(window, line);
  if (header === 'more') return 'more';
  if (header && isUnmistakable(header)) return true;
  const isShort = line.to - line.from <= LONGEST_NUMBERED_EVENT;
  return (isShort && NUMBERED_EVENT.test(text.slice(line.from, line.to))) || !!parseSupportLine(context, line);
}
