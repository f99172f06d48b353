import { type OldListColumn, oldListColumnNamed } from '../languages/index';
import type { EventFormat } from './format';
import { ListExportReader } from './listExport';
import type { ColumnName, Columns } from './listExportColumns';
import { detectListExport } from './listExportDetect';
import { type Layout, hasRecordShape, layoutUnder, orGapped, splitLine } from './listExportLayout';

/** What the log is saved as: date, time, source, type, category, event, user, computer, description. No header. */
const SAVED: Columns = {
  timeCreated: 0,
  timeOfDay: 1,
  provider: 2,
  level: 3,
  taskCategory: 4,
  eventId: 5,
  userId: 6,
  computer: 7,
  message: 8,
};

/** What "Export List" writes and copying gives: the type first, mostly below a header, and no description. */
const LISTED: Columns = {
  level: 0,
  timeCreated: 1,
  timeOfDay: 2,
  provider: 3,
  taskCategory: 4,
  eventId: 5,
  userId: 6,
  computer: 7,
  message: 8,
};

/** What EventCombMT of Microsoft wrote. */
const COMBINED: Columns = { eventId: 0, level: 1, provider: 2, timeCreated: 3, userId: 4, message: 5 };

const MEANINGS: Readonly<Record<OldListColumn, ColumnName>> = {
  level: 'level',
  date: 'timeCreated',
  time: 'timeOfDay',
  provider: 'provider',
  taskCategory: 'taskCategory',
  eventId: 'eventId',
  userId: 'userId',
  computer: 'computer',
};

/** Lists of Windows 2000, XP and 2003, in which date and time stand in columns of their own, and lists of EventCombMT. */
export const nt5List: EventFormat = {
  id: 'nt5-list',
  detect: (head) => detectListExport(head, orGapped(layoutOf)),
  openReader: (settings) => new ListExportReader({ layoutOf: orGapped(layoutOf) }, settings),
};

function layoutOf(line: string): Layout | undefined {
  return layoutIn(line, ',') ?? layoutIn(line, ';') ?? layoutIn(line, '\t');
}

function layoutIn(line: string, separator: string): Layout | undefined {
  const names = splitLine(line, separator);
  const columns = [SAVED, LISTED, COMBINED].find((order) => hasRecordShape(names, order));
  if (columns) return layoutUnder(separator, columns);
  const named = columnsUnder(names);
  return named && layoutUnder(separator, named, { line, names });
}

/** The columns below a header in any display language; a column without a name there is the description. */
function columnsUnder(names: readonly string[]): Columns | undefined {
  const found = new Map<ColumnName, number>();
  for (const [index, name] of names.entries()) {
    const column = oldListColumnNamed(name);
    if (column && !found.has(MEANINGS[column])) found.set(MEANINGS[column], index);
  }
  const { timeCreated, timeOfDay, provider, eventId, ...others } = Object.fromEntries(found) as Partial<Columns>;
  if (timeCreated === undefined || timeOfDay === undefined || provider === undefined || eventId === undefined) {
    return undefined;
  }
  return { timeCreated, timeOfDay, provider, eventId, ...others, message: names.length };
}
