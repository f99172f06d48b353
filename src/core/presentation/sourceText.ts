import type { SourceReport } from '../findings/finding';
import { joinParts } from './incidentText';
import { lackBrief, readBrief, unreadBrief } from './coverageText';
import { encodingName } from './encodingName';
import { count, formatName } from './names';
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
  return [formatName(source.format), encodingName(source.encoding), recordText(source)];
}

/** `600 events`; a registry export has values instead. */
export function recordText({ recordCount, registry }: Pick<SourceReport, 'recordCount' | 'registry'>): string {
  return count(recordCount, registry ? 'value' : 'event');
}

/** From the first to the last event: `2012-03-14 09:14:07 to 09:16:09 UTC`; empty when no event has a time. */
export function sourceRange(source: SourceReport, times: TimeSettings): string {
  const { firstTime, lastTime } = source;
  return firstTime && lastTime ? renderRange(firstTime, lastTime, times) : '';
}

/** `2 files · 600 events · 1 problem`. */
export function sourcesSummary(sources: readonly SourceReport[], separator = ' · '): string {
  const events = sum(sources.filter(({ registry }) => !registry).map((source) => source.recordCount));
  const problems = sum(sources.map((source) => source.problemCount));
  return joinParts(
    [count(sources.length, 'file'), count(events, 'event'), problems > 0 ? count(problems, 'problem') : ''],
    separator,
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
