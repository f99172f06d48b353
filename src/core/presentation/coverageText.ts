import type { CoveredField } from '../findings/coverage';
import type { SourceReport } from '../findings/finding';
import { codePageNamed } from '../text/encoding';
import { assumedOrderText } from './dateOrderText';
import { codePageName } from './encodingName';
import { count, grouped, recordCountText } from './names';
import { problemSentence } from './problemText';

type Covered = Pick<SourceReport, 'isPartial' | 'format' | 'recordCount' | 'coverage' | 'dateOrder' | 'encoding'>;

type ReadParts = Pick<SourceReport, 'isPartial' | 'coverage' | 'problemCount'>;

const FIELDS: Readonly<Partial<Record<CoveredField, string>>> = {
  provider: 'source',
  eventId: 'event ID',
  level: 'level',
  timeCreated: 'time',
  computer: 'computer',
};

/** An entry of a log has no event id and no computer, so that it lacks none. */
const ENTRY_FIELDS: typeof FIELDS = { provider: 'component', level: 'type', timeCreated: 'time' };

const STATES_PAGE = 'wintriage.fallbackEncoding or --encoding states it for files on disk';

/**
 * What of a source was not read, and why, each as a line: places that could not be read, text that was passed over, fields
 * that events lack, and what was assumed. Empty when there is nothing to say.
 */
export function coverageLines(source: Covered): readonly string[] {
  return [
    ...endLines(source),
    ...problemLines(source),
    ...skippedLines(source),
    ...leftOutLines(source),
    ...missingLines(source),
    ...assumptions(source),
  ];
}

/** How much of it was read, in a few words: `2 problems`, `3 lines passed over`; empty where all of it was. */
export function unreadBrief(source: ReadParts): readonly string[] {
  const { coverage, problemCount } = source;
  const { skippedLines: skipped, findingsLeftOut } = coverage;
  return [
    ...endLines(source),
    ...(problemCount > 0 ? [count(problemCount, 'problem')] : []),
    ...(skipped > 0 ? [`${count(skipped, 'line')} passed over`] : []),
    ...(findingsLeftOut > 0 ? [`${count(findingsLeftOut, 'sign')} left out`] : []),
  ];
}

/** The same, or that all of it was read; for who has no line for each. */
export function readBrief(source: ReadParts): readonly string[] {
  const unread = unreadBrief(source);
  return unread.length > 0 ? unread : ['all of it read'];
}

/** The fields that no event has, and what was assumed, in a few words: `no computer`. */
export function lackBrief(source: Covered): readonly string[] {
  const { recordCount, dateOrder } = source;
  const lacking = missingFields(source).filter(([, number]) => number === recordCount);
  return [
    ...lacking.map(([field]) => `no ${field}`),
    ...(dateOrder?.assumed ? ['order of day and month assumed'] : []),
  ];
}

function endLines({ isPartial }: Pick<SourceReport, 'isPartial'>): readonly string[] {
  return isPartial ? ['not read to its end'] : [];
}

function problemLines({ coverage: { problemCounts } }: Covered): readonly string[] {
  const codes = Object.keys(problemCounts) as (keyof typeof problemCounts)[];
  return codes.map((code) => `${count(problemCounts[code] ?? 0, 'place')}: ${problemSentence(code)}`);
}

function skippedLines({ coverage: { skippedLines: number } }: Covered): readonly string[] {
  return number === 0 ? [] : [`${count(number, 'line')} of other text passed over`];
}

function leftOutLines({ coverage: { findingsLeftOut: number } }: Covered): readonly string[] {
  return number === 0
    ? []
    : [`${count(number, 'sign')} of known issues left out: there are more than are kept of one file`];
}

function missingLines(source: Covered): readonly string[] {
  const { format, recordCount } = source;
  return missingFields(source).map(([field, number]) =>
    number === recordCount
      ? `no ${field} in any ${format === 'cmtrace' ? 'entry' : 'event'}`
      : `no ${field} in ${grouped(number)} of ${recordCountText(format, recordCount)}`,
  );
}

function assumptions({ dateOrder, encoding }: Covered): readonly string[] {
  // No file says of itself that it is in a code page.
  const page = codePageNamed(encoding);
  return [
    ...(dateOrder?.assumed ? [assumedOrderText(dateOrder.order)] : []),
    ...(page ? [`decoded as ${codePageName(page)}, which nothing in the file tells: ${STATES_PAGE}`] : []),
  ];
}

/** What records of the format should have, by its name, and how many of them lack it. */
function missingFields({ format, coverage: { missing } }: Covered): readonly (readonly [string, number])[] {
  const names = format === 'cmtrace' ? ENTRY_FIELDS : FIELDS;
  return (Object.keys(names) as CoveredField[]).flatMap((field) => {
    const number = missing[field] ?? 0;
    return number > 0 ? [[names[field] ?? field, number] as const] : [];
  });
}
