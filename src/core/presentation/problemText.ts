import type { ProblemCode } from '../formats/format';
import type { LocatedProblem } from '../findings/finding';
import { plain } from './visibleText';

const WORDS: Readonly<Record<ProblemCode, string>> = {
  'xml-malformed': 'This event is not well-formed XML',
  'xml-cut-off': 'The file ends inside this event; it was left out',
  'xml-declares-entities': 'The file declares its own entities; they are not expanded',
  'row-too-short': 'This row has fewer fields than an event needs',
  'quote-not-closed': 'This quotation mark is never closed; the field was read up to the next event',
  'field-not-readable': 'This field could not be read; the rest of the event was',
  'record-cut-off': 'The file ends inside this event',
  'record-too-long': 'This event is too long; it was left out',
  'text-not-understood': 'This text is no event; it was left out',
  'bytes-not-in-encoding': 'The file holds bytes that are not in its encoding; they are shown as �',
};

/** What could not be read, as a sentence with what the reader said about it. */
export function problemText(problem: Pick<LocatedProblem, 'code' | 'detail'>): string {
  const detail = plain(problem.detail ?? '');
  return `${WORDS[problem.code]}${detail === '' ? '' : `: ${detail.replace(/\.$/, '')}`}.`;
}
