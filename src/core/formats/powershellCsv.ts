import { skipWhiteSpace } from '../text/whiteSpace';
import { type PropertyField, UTC_COLUMN, propertyFor } from './eventProperties';
import { eventQueryColumns } from './eventBlock/eventQueryNames';
import type { EventFormat, RecordSink } from './format';
import type { ColumnName, Columns } from './listExportColumns';
import { type LayoutLine, firstLayout, firstRows, isUnderNames } from './listExportDetect';
import { type Layout, type ListShape, splitLine } from './listExportLayout';
import { ListExportReader } from './listExport';
import type { EventRow } from './listExportRecord';
import { UnitCursor } from './unitCursor';

/** Lines that are looked at for the header. */
const MOST_LINES = 4;
const LONGEST_HEADER = 8192;
const MOST_COLUMNS = 256;

/** What Export-Csv of Windows PowerShell writes above the header; it stands inside files that were put together. */
const TYPE_LINE = '#TYPE ';

/** What stands in for letters that the encoding of the export lacked: ASCII, in Windows PowerShell 5.1. */
const LOST = '????';

const shape: ListShape = { layoutOf, isComment };

/**
 * Export-Csv of Get-WinEvent and Get-EventLog: with and without the `#TYPE` line, with any delimiter, quoted or not, and of
 * chosen properties only. CSV files of other programs whose header names the properties of events are read the same.
 */
export const powershellCsv: EventFormat = {
  id: 'powershell-csv',
  detect: detectPowerShell,
  openReader: (settings) => new ListExportReader(shape, settings, lostTextWatch()),
};

function detectPowerShell(head: string): boolean {
  const lines = { shape, mostLines: MOST_LINES, longestLine: LONGEST_HEADER };
  const found = firstLayout(head, skipWhiteSpace(head, 0, head.length), lines);
  return found !== undefined && startsWithEvent(head, found);
}

/** A header without any row is known by its names alone. The message, which comes first mostly, takes several lines. */
function startsWithEvent(head: string, { layout, end }: LayoutLine): boolean {
  const rows = firstRows(head, end, layout);
  return rows.length === 0 || rows.some(isUnderNames);
}

function isComment(line: string): boolean {
  return line.trimStart().startsWith(TYPE_LINE);
}

/** The layout under a line that names the columns. */
function layoutOf(written: string): Layout | undefined {
  const line = written.trimStart();
  for (const separator of separatorsOf(line)) {
    const layout = layoutPartedBy(separator, line);
    if (layout) return layout;
  }
  return undefined;
}

function layoutPartedBy(separator: string, line: string): Layout | undefined {
  const header = splitLine(line, separator, MOST_COLUMNS);
  const names = eventQueryColumns(header)?.map((meaning) => OF_EVENT_QUERY[meaning] ?? '') ?? header;
  const columns = columnsOf(names);
  if (!columns) return undefined;
  const { timeCreated, provider, eventId } = columns;
  const leastFields = Math.max(timeCreated, provider, eventId) + 1;
  const isUtc = names[timeCreated] === UTC_COLUMN;
  return { separator, columns, leastFields, mostFields: names.length, isUtc, header: { line, names } };
}

/** Properties that say what the columns of eventquery.vbs do. */
const OF_EVENT_QUERY: Readonly<Partial<Record<string, string>>> = {
  level: 'Type',
  eventId: 'EventCode',
  date: 'TimeGenerated',
  source: 'SourceName',
  computer: 'ComputerName',
  user: 'UserName',
  description: 'Message',
};

/** What may stand between the first two names, in quotes or not; a blank may also be part of the first. */
const BETWEEN_NAMES = [
  /^"[\w@.]{1,64}(?: [\w@.]{1,64})?"([^"\w@.])"?[\w@]/,
  /^[\w@.]{1,64}([^"\w@.])"?[\w@]/,
  /^[\w@.]{1,64} [\w@.]{1,64}([^"\w@. ])"?[\w@]/,
];

/** The units that may part the names. */
function separatorsOf(line: string): readonly string[] {
  return BETWEEN_NAMES.flatMap((between) => between.exec(line)?.[1] ?? []);
}

const OPTIONAL: readonly (ColumnName & PropertyField)[] = [
  'level',
  'message',
  'computer',
  'userId',
  'channel',
  'recordId',
  'qualifiers',
  'instanceId',
  'binary',
];

/** Undefined when the names are not those of events: an id and a time, and a provider or a message that may tell it. */
function columnsOf(names: readonly string[]): Columns | undefined {
  const eventId = propertyFor('eventId', names) ?? propertyFor('instanceId', names);
  const timeCreated = propertyFor('timeCreated', names);
  const provider = propertyFor('provider', names);
  // Its numbers are not those of levels.
  const optional = names.map((name) => (/^eventtype$/i.test(name) ? '' : name));
  const others = Object.fromEntries(
    OPTIONAL.map((column) => [column, propertyFor(column, optional)] as const).filter(
      ([, index]) => index !== undefined,
    ),
  );
  if (eventId === undefined || timeCreated === undefined) return undefined;
  if (provider === undefined && !('message' in others)) return undefined;
  return { ...others, eventId, timeCreated, provider: provider ?? -1 };
}

/** Tells once that the export lost letters. Each text is searched once, whatever its rows are. */
function lostTextWatch(): (event: EventRow, sink: RecordSink) => void {
  let isTold = false;
  let text = '';
  let lost = new UnitCursor(text, LOST);
  return ({ window, row }, sink) => {
    if (isTold) return;
    if (window.text !== text) lost = new UnitCursor((text = window.text), LOST);
    const at = lost.next(row.start);
    if (at + LOST.length > row.end) return;
    isTold = true;
    const start = window.base + at;
    sink.problem({ code: 'letters-lost', span: { start, end: start + LOST.length } });
  };
}
