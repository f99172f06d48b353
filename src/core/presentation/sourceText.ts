import type { SourceReport } from '../findings/finding';
import { joinParts } from './incidentText';
import { lackBrief, readBrief, unreadBrief } from './coverageText';
import { encodingName } from './encodingName';
import { levelCounts } from './entryCounts';
import { count, formatName, recordCountText } from './names';
import { renderRange, type TimeSettings } from './timeText';

/** `Event XML · UTF-16 LE · 600 events · 2 problems`; a file that is none of ours is only said to be none. */
export function sourceSummary(source: SourceReport): string {
  if (!source.format) return formatName(undefined);
  return joinParts([...contentParts(source), ...unreadBrief(source), ...lackBrief(source)]);
}

/** `Event XML, UTF-16 LE, 600 events, all of it read, 2012-03-14 09:14:07 to 09:16:09 UTC` */
export function sourceLine(source: SourceReport, times: TimeSettings): string {
  if (!source.format) return formatName(undefined);
  return joinParts([...contentParts(source), ...readBrief(source), sourceRange(source, times)], ', ');
}

function contentParts(source: SourceReport): readonly string[] {
  const { format, encoding } = source;
  return [formatName(format), encodingName(encoding), recordText(source), ...levelCounts(source)];
}

/** `600 events`; a registry export has values instead, and a CMTrace log entries. */
export function recordText({
  format,
  recordCount,
  registry,
}: Pick<SourceReport, 'format' | 'recordCount' | 'registry'>): string {
  return registry ? count(recordCount, 'value') : recordCountText(format, recordCount);
}

/** From the first to the last event: `2012-03-14 09:14:07 to 09:16:09 UTC`; empty when no event has a time. */
export function sourceRange(source: SourceReport, times: TimeSettings): string {
  const { firstTime, lastTime } = source;
  return firstTime && lastTime ? renderRange(firstTime, lastTime, times) : '';
}

/** Whether a source is of a format that is read, so that what it does not show can be said. */
export function isReadSource({ format }: SourceReport): boolean {
  return format !== undefined && format !== 'evt';
}

/** `2 files · 600 events · 1 problem`. */
export function sourcesSummary(sources: readonly SourceReport[], separator = ' · '): string {
  const isLog = ({ format }: SourceReport): boolean => format === 'cmtrace';
  const events = sum(
    sources.filter((source) => !source.registry && !isLog(source)).map(({ recordCount }) => recordCount),
  );
  const entries = sum(sources.filter(isLog).map(({ recordCount }) => recordCount));
  const problems = sum(sources.map((source) => source.problemCount));
  return joinParts(
    [
      count(sources.length, 'file'),
      events > 0 || entries === 0 ? recordCountText(undefined, events) : '',
      entries > 0 ? recordCountText('cmtrace', entries) : '',
      problems > 0 ? count(problems, 'problem') : '',
    ],
    separator,
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
