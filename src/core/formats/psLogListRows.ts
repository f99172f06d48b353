import { headingOn } from './eventBlock/psLogListShape';
import type { EventFormat } from './format';
import { parseLevel } from './levels';
import { ListExportReader } from './listExport';
import type { Columns } from './listExportColumns';
import { type LayoutLine, firstLayout, firstRows, isEvent } from './listExportDetect';
import { type Layout, type ListShape, hasRecordShape, layoutUnder, splitLine } from './listExportLayout';
import { rawField } from './listExportRecord';
import { skipLineEnds } from './unitCursor';

/** Record, log, source, type, computer, time, id, user, message. */
const COLUMNS: Columns = {
  recordId: 0,
  channel: 1,
  provider: 2,
  level: 3,
  computer: 4,
  timeCreated: 5,
  eventId: 6,
  userId: 7,
  message: 8,
};

/** A comma, unless `-t` named another one. */
const SEPARATORS: readonly string[] = [',', '\t', ';', '|'];
const MOST_FIELDS = 9;
/** Lines above the first event: who wrote the program, and the log. */
const MOST_LINES = 8;
const BANNER = /^(?:PsLoglist v|Copyright \(C\)|Sysinternals - )/;

const shape: ListShape = { layoutOf, isComment };

/** What `psloglist -s` prints: each event on one line. */
export const psLogListRows: EventFormat = {
  id: 'psloglist-list',
  detect(head) {
    const lines = { shape, mostLines: MOST_LINES, longestLine: Infinity };
    const found = firstLayout(head, skipLineEnds(head, 0), lines);
    return found !== undefined && startsWithEvent(head, found);
  },
  openReader: (settings) => new ListExportReader(shape, settings),
};

function startsWithEvent(head: string, { layout, start }: LayoutLine): boolean {
  const [row] = firstRows(head, start, layout);
  return row !== undefined && isEvent(row) && parseLevel(rawField(row, COLUMNS.level)) !== undefined;
}

function isComment(line: string): boolean {
  const plain = line.trim();
  return BANNER.test(plain) || headingOn(plain, { from: 0, to: plain.length }) !== undefined;
}

function layoutOf(line: string): Layout | undefined {
  for (const separator of SEPARATORS) {
    const fields = splitLine(line, separator, MOST_FIELDS);
    const isRow =
      fields.length === MOST_FIELDS && /^\d{1,15}$/.test(fields[0]?.trim() ?? '') && hasRecordShape(fields, COLUMNS);
    if (isRow) return layoutUnder(separator, COLUMNS);
  }
  return undefined;
}
