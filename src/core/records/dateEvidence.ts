import type { DateOrder } from './eventTime';

/** What the dates of one source say together about the order of day and month. */
export type DateEvidence = DateOrder | 'contradictory' | undefined;

/** The three numbers of a date in a notation that leaves the order open. */
const OPEN_DATE = /^\D{0,24}(\d{1,2})([/-]) ?(\d{1,2})\2 ?\d{4}(?!\d)/;

/**
 * The order that a single date shows because one of its numbers can be no month: 25/03/2024 has the day first. Undefined
 * when the date leaves it open, or has a notation whose order is known. The text is one that `parseTime` can read.
 */
export function dateOrderEvidence(text: string): DateOrder | undefined {
  const match = OPEN_DATE.exec(text);
  if (!match) return undefined;
  const first = Number(match[1]);
  const second = Number(match[3]);
  if (first > 12 && second <= 12) return 'dayFirst';
  return second > 12 && first <= 12 ? 'monthFirst' : undefined;
}

/** What is known when one more date of the source was read. */
export function addDateEvidence(known: DateEvidence, text: string): DateEvidence {
  if (known === 'contradictory') return known;
  const shown = dateOrderEvidence(text);
  if (shown === undefined || shown === known) return known;
  return known === undefined ? shown : 'contradictory';
}

/** The order for the whole source; undefined as long as nothing told, and when its dates contradict each other. */
export function orderShownBy(evidence: DateEvidence): DateOrder | undefined {
  return evidence === 'contradictory' ? undefined : evidence;
}
