import { isForeignLevel } from '../languages/index';
import { skipWhiteSpace } from '../text/whiteSpace';
import { RowScanner } from './delimitedRow';
import { parseLevel } from './levels';
import { NAMED_COLUMNS, namesEventColumns } from './listExportColumns';
import {
  type Layout,
  type LayoutOf,
  type ListShape,
  isRecordLine,
  notationOf,
  parseEventId,
  rowsText,
} from './listExportLayout';
import { type EventRow, rawField } from './listExportRecord';
import { LineEnds, skipLineEnds, startOfRow } from './unitCursor';

/** Rows that are looked at; a log that is none of ours is known by its first line. */
const MOST_ROWS = 20;
const LONGEST_FIRST_LINE = 4096;

/** Providers whose name alone says that a row is a Windows event, in any language. */
const WINDOWS_PROVIDER = /^(?:Microsoft-Windows-|Service Control Manager|Application Error$|WDSServer$|WDSIMGSRV$)/;

/**
 * Whether a text that starts so is a list of events. Rows of the right shape are not enough, as other tables have a word,
 * a time, a name and a number too: the header, the levels or the providers must be the Event Viewer's.
 */
export function detectListExport(head: string, layoutOf: LayoutOf): boolean {
  const start = skipWhiteSpace(head, 0, head.length);
  const lineEnds = new LineEnds(head);
  const end = lineEnds.next(start);
  if (end - start > LONGEST_FIRST_LINE) return false;
  const layout = layoutOf(head.slice(start, end));
  if (!layout) return false;
  const from = layout.header ? lineEnds.after(end) : start;
  const rows = firstRows(head, from, layout);
  const namesEvents = layout.header !== undefined && namesEventColumns(layout.header.names);
  const events = rows.filter(namesEvents ? isUnderNames : isEvent);
  if (events.length === 0 || events.length * 2 < rows.length) return false;
  return layout.header ? isEventHeader(layout.header.names, events) : areEvents(events, rows.length);
}

/** A header in English must be the Event Viewer's; of other headers the rows tell, not the words. */
function isEventHeader(names: readonly string[], events: readonly EventRow[]): boolean {
  const isFiveOverSix =
    names.length === NAMED_COLUMNS && events.some((event) => rawField(event, NAMED_COLUMNS).trim() !== '');
  return (
    namesEventColumns(names) ||
    isFiveOverSix ||
    events.some((event) => isForeignLevel(levelOf(event)) || isOfWindows(event))
  );
}

/** Without a header two rows are needed, or a single one with a level that is known. */
function areEvents(events: readonly EventRow[], rowCount: number): boolean {
  const hasKnownLevel = events.some((event) => parseLevel(levelOf(event)) !== undefined);
  if (events.length >= 2) return hasKnownLevel || events.some(isOfWindows);
  const fieldCount = events[0]?.row.starts.length ?? 0;
  return rowCount === 1 && hasKnownLevel && fieldCount <= NAMED_COLUMNS + 1;
}

/** A line that shows the layout, from `start` to `end`. */
export interface LayoutLine {
  readonly layout: Layout;
  readonly start: number;
  readonly end: number;
}

/** The first line from `from` on that shows the layout, where only comments stand above it; none of more units than `longestLine`. */
export function firstLayout(
  head: string,
  from: number,
  {
    shape,
    mostLines,
    longestLine,
  }: { readonly shape: ListShape; readonly mostLines: number; readonly longestLine: number },
): LayoutLine | undefined {
  const lineEnds = new LineEnds(head);
  let start = from;
  for (let count = 0; count < mostLines && start < head.length; count++) {
    const end = lineEnds.next(start);
    if (end - start > longestLine) return undefined;
    const line = head.slice(start, end);
    const layout = shape.layoutOf(line);
    if (layout) return { layout, start, end };
    if (!shape.isComment?.(line)) return undefined;
    start = skipLineEnds(head, end);
  }
  return undefined;
}

/** The first rows behind `from`, where the lines above them end. */
export function firstRows(head: string, from: number, layout: Layout): readonly EventRow[] {
  const text = rowsText(head, layout);
  const window = { text, base: 0, ended: true };
  const scanner = new RowScanner(text, true, notationOf(layout));
  const rows: EventRow[] = [];
  let at = startOfRow(text, from);
  while (at < text.length && rows.length < MOST_ROWS) {
    const row = scanner.scan(at);
    if (!row) break;
    rows.push({ window, row, layout });
    at = startOfRow(text, row.next);
  }
  return rows;
}

/** Whether the row has the values of an event where the layout has them. */
export function isEvent({ window, row, layout }: EventRow): boolean {
  return isRecordLine(window.text.slice(row.start, row.end), layout);
}

/**
 * Whether the row is an event below a header that names the columns of events. Its date may be in a notation or a calendar that is
 * not known: it is read without a time then.
 */
export function isUnderNames(event: EventRow): boolean {
  const { eventId } = event.layout.columns;
  return (
    isEvent(event) || (parseEventId(rawField(event, eventId)) !== undefined && parseLevel(levelOf(event)) !== undefined)
  );
}

function levelOf(event: EventRow): string {
  return rawField(event, event.layout.columns.level);
}

function isOfWindows(event: EventRow): boolean {
  return WINDOWS_PROVIDER.test(rawField(event, event.layout.columns.provider));
}
