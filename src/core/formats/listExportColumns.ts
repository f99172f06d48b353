import { listColumnNamed } from '../languages/index';

/** What a column of a list export holds. Columns named `other` are known and not read. */
export type ColumnName =
  | 'level'
  | 'timeCreated'
  /** The time of day, where `timeCreated` holds only the date. */
  | 'timeOfDay'
  | 'provider'
  | 'eventId'
  | 'taskCategory'
  | 'message'
  | 'computer'
  | 'userId'
  | 'channel'
  | 'recordId'
  | 'keywords'
  | 'qualifiers'
  | 'instanceId'
  /** Hex digits, or the bytes in Base64. */
  | 'binary'
  | 'other';

/** Number of each column that an export has, from 0. Of those that every list of events has, -1 for one that was left out. */
export type Columns = Readonly<Partial<Record<ColumnName, number>>> &
  Readonly<Record<'timeCreated' | 'provider' | 'eventId', number>>;

/**
 * Columns of the Event Viewer, whose order is the same in every display language. Its header has names for the first
 * five; the sixth is the description.
 */
export const EVENT_VIEWER_COLUMNS = {
  level: 0,
  timeCreated: 1,
  provider: 2,
  eventId: 3,
  taskCategory: 4,
  message: 5,
} as const satisfies Columns;

/** How many columns the header of the Event Viewer names. */
export const NAMED_COLUMNS = 5;

/**
 * Names that scripts and databases give to the columns, in lower case, and names of columns that the Event Viewer can show
 * and nobody asks for. Its own names of the others stand in `core/languages`.
 */
const OTHER_NAMES: ReadonlyMap<string, ColumnName> = new Map([
  ['message', 'message'],
  ['computer name', 'computer'],
  ['computername', 'computer'],
  ['machinename', 'computer'],
  ['user name', 'userId'],
  ['username', 'userId'],
  ['user id', 'userId'],
  ['userid', 'userId'],
  ['log name', 'channel'],
  ['logname', 'channel'],
  ['channel', 'channel'],
  ['record id', 'recordId'],
  ['recordid', 'recordId'],
  ['event record id', 'recordId'],
  ['eventrecordid', 'recordId'],
  ['record number', 'recordId'],
  ['recordnumber', 'recordId'],
  ['operational code', 'other'],
  ['opcode', 'other'],
  ['process id', 'other'],
  ['thread id', 'other'],
  ['processor id', 'other'],
  ['session id', 'other'],
  ['correlation id', 'other'],
]);

/** Whether the header names the columns that make an event, in one language or another: time, source and id. */
export function namesEventColumns(header: readonly string[]): boolean {
  return columnsNamedBy(header.map(columnNamed)) !== undefined;
}

/**
 * The columns under a header. One whose names are known is taken at its word; of any other the first five columns are those
 * of the Event Viewer and known names count for what follows. The first column from the sixth on that has no known name, or
 * stands beyond the header, is the description, unless another column is named so.
 */
export function columnsOf(header: readonly string[]): Columns {
  const names = header.map(columnNamed);
  const named = columnsNamedBy(names) ?? appendedColumns(names);
  const free = names.findIndex((name, index) => index >= NAMED_COLUMNS && name === undefined);
  return { message: free < 0 ? Math.max(names.length, NAMED_COLUMNS) : free, ...named };
}

type Name = ColumnName | undefined;

function columnNamed(name: string): Name {
  return listColumnNamed(name) ?? OTHER_NAMES.get(name.trim().toLowerCase());
}

function columnsNamedBy(names: readonly Name[]): Columns | undefined {
  const columns = firstOfEach(names);
  const { timeCreated, provider, eventId } = columns;
  if (timeCreated === undefined || provider === undefined || eventId === undefined) return undefined;
  // The security log has keywords, which say whether an audit succeeded, in place of a level.
  const level = columns.level ?? columns.keywords;
  return { ...columns, timeCreated, provider, eventId, ...(level !== undefined && { level }) };
}

function appendedColumns(names: readonly Name[]): Columns {
  const { level, timeCreated, provider, eventId, taskCategory } = EVENT_VIEWER_COLUMNS;
  const appended = firstOfEach(names.map((name, index) => (index < NAMED_COLUMNS ? undefined : name)));
  return { ...appended, level, taskCategory, timeCreated, provider, eventId };
}

/** Number of the first column of each name. */
function firstOfEach(names: readonly Name[]): Partial<Record<ColumnName, number>> {
  const found: Partial<Record<ColumnName, number>> = {};
  names.forEach((name, index) => {
    if (name !== undefined) found[name] ??= index;
  });
  return found;
}
