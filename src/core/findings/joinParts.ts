import type { Position, Range } from '../text/span';
import { joinCoverage } from './coverage';
import type { Finding, LocatedProblem, SourceReport } from './finding';
import { joinTallies } from './joinTallies';
import { MOST_FINDINGS } from './findingList';
import type { PartReport } from './partScan';
import type { SourceEnd } from './sourceScan';
import { MOST_COMPUTERS, MOST_TIME_MARKS } from './sourceSummary';

/**
 * The report of a file from those of its two parts: the same that reading it in one go gives. Undefined when the parts leave
 * open what that would be, as for text in an encoding that only one of them shows; then the file is read in one go.
 */
export function joinParts(first: PartReport, second: PartReport): SourceReport | undefined {
  const counts = joinTallies(first.report.counts, second.report.counts);
  if (!counts || !isWhole(first) || !isRest(first.report, second.report)) return undefined;
  // Which findings of so many are kept depends on those before.
  if (first.report.findings.length + second.report.findings.length > MOST_FINDINGS) return undefined;
  const [one, two] = [first.report, second.report];
  return {
    ...one,
    recordCount: one.recordCount + two.recordCount,
    counts,
    ...joinTimes(one, two),
    problems: [...one.problems, ...two.problems.map((problem) => problemAfter(first.end, problem))],
    problemCount: one.problemCount + two.problemCount,
    coverage: joinCoverage(one.coverage, two.coverage),
    findings: [...one.findings, ...two.findings.map((finding) => findingAfter(first.end, finding))],
    timeMarks: [...one.timeMarks, ...two.timeMarks].slice(0, MOST_TIME_MARKS),
    computers: [...new Set([...one.computers, ...two.computers])].slice(0, MOST_COMPUTERS),
  };
}

/** Problems that say that an event, or the reading of it, was still going on where the part ends. */
const UNFINISHED: ReadonlySet<string> = new Set(['xml-cut-off', 'record-too-long']);

/** Whether nothing that starts in the part goes on after it. */
function isWhole({ report, hasSections }: PartReport): boolean {
  return !hasSections && report.problems.length < MANY && !report.problems.some(({ code }) => UNFINISHED.has(code));
}

/** A file with so many problems is read in one go, so that the same of them are kept. */
const MANY = 500;

/** Whether the second part is read as it is when it follows the first. */
function isRest(first: SourceReport, second: SourceReport): boolean {
  const isUtf8 = first.encoding.startsWith('utf-8') && second.encoding === 'utf-8';
  const isSound = ![...first.problems, ...second.problems].some(({ code }) => code === 'bytes-not-in-encoding');
  // One declaration is reported for a file, wherever it stands.
  const declares = second.problems.some(({ code }) => code === 'xml-declares-entities');
  const isDated = first.dateOrder !== undefined || second.dateOrder !== undefined;
  const zones = new Set([first.firstTime?.zone, second.firstTime?.zone].filter((zone) => zone !== undefined));
  const isSameFormat = first.format === 'event-xml' && second.format === 'event-xml';
  const isAlike = isUtf8 && isSameFormat && zones.size < 2;
  return isAlike && isSound && !declares && !isDated && second.problems.length < MANY;
}

function joinTimes(first: SourceReport, second: SourceReport): Pick<SourceReport, 'firstTime' | 'lastTime'> {
  const times = [first.firstTime, first.lastTime, second.firstTime, second.lastTime]
    .filter((time) => time !== undefined)
    .sort((a, b) => a.milliseconds - b.milliseconds);
  const [firstTime] = times;
  const lastTime = times.at(-1);
  return firstTime && lastTime ? { firstTime, lastTime } : {};
}

function problemAfter(end: SourceEnd, problem: LocatedProblem): LocatedProblem {
  return { ...problem, range: rangeAfter(end.position, problem.range) };
}

function findingAfter(end: SourceEnd, finding: Finding): Finding {
  // Every place in a record is a span, and nothing else in it has a start and an end.
  const record = spansMoved(finding.record, end.offset) as Finding['record'];
  return {
    ...finding,
    id: `${finding.path}#${record.span.start}/${finding.ruleId}/${finding.signId}`,
    range: rangeAfter(end.position, finding.range),
    recordRange: rangeAfter(end.position, finding.recordRange),
    record,
  };
}

function spansMoved(value: unknown, by: number): unknown {
  if (Array.isArray(value)) return value.map((each) => spansMoved(each, by));
  if (typeof value !== 'object' || value === null) return value;
  if ('start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number')
    return { start: value.start + by, end: value.end + by };
  // Several times faster than an object made of pairs of names and values, while one thread waits.
  const moved: Record<string, unknown> = { ...value };
  for (const name of Object.keys(moved)) {
    const each = moved[name];
    if (typeof each === 'object') moved[name] = spansMoved(each, by);
  }
  return moved;
}

function rangeAfter(end: Position, { start, end: rangeEnd }: Range): Range {
  return { start: positionAfter(end, start), end: positionAfter(end, rangeEnd) };
}

function positionAfter(end: Position, { line, column }: Position): Position {
  return { line: end.line + line, column: line === 0 ? end.column + column : column };
}
