import type { EventFormat, FormatId } from './format';
import { inReplacedText } from './wrappedReader';

/** Quotation marks as word processors make them of straight ones. */
const SMART = /[\u201c-\u201e]/g;

/** A field of a list between such marks, and an attribute. */
const FIELD = /(?:^|[,;\t]| {2})[\u201c-\u201e][^\u201c-\u201e]*[\u201c-\u201e](?=[,;\t\r\n]|$)/m;
const ATTRIBUTE = /<[a-z][^<>]*=[\u201c-\u201e][^<>]*>/i;

/** What shows, in a text of a format that is told with any quotation marks, that they are those of its notation. */
const EVIDENCE: ReadonlyMap<FormatId, RegExp> = new Map([
  ['event-csv', FIELD],
  ['event-txt', FIELD],
  ['nt5-list', FIELD],
  ['psloglist-list', FIELD],
  ['powershell-csv', FIELD],
  ['splunk-text', FIELD],
  ['event-xml', ATTRIBUTE],
  ['clixml', ATTRIBUTE],
]);

/**
 * The format of a text whose quotation marks a word processor has changed, as `detect` tells it with straight ones; undefined where they
 * are not those of its notation, so that they are part of what its events say.
 */
export function formatInSmartQuotes(
  head: string,
  detect: (head: string) => EventFormat | undefined,
): EventFormat | undefined {
  const straight = withStraightQuotes(head);
  if (straight === head || head.includes('"')) return undefined;
  const format = detect(straight);
  if (!format) return undefined;
  const isShown = EVIDENCE.get(format.id)?.test(head) === true || !detect(head);
  return isShown ? inReplacedText(format, withStraightQuotes) : undefined;
}

/** The text of the same length. */
function withStraightQuotes(text: string): string {
  return text.replace(SMART, '"');
}
