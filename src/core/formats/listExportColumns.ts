/** What a column of a list export holds. Columns named `other` are known and not read. */
export type ColumnName =
  | 'level'
  | 'timeCreated'
  | 'provider'
  | 'eventId'
  | 'taskCategory'
  | 'message'
  | 'computer'
  | 'userId'
  | 'channel'
  | 'recordId'
  | 'keywords'
  | 'other';

/** Number of each column that an export has, from 0. */
export type Columns = Readonly<Partial<Record<ColumnName, number>>> &
  Readonly<Record<'timeCreated' | 'provider' | 'eventId', number>>;

/**
 * Columns of the Event Viewer, whose order is the same in every display language. Its header has names for the first
 * five; the sixth is the description.
 */
export const EVENT_VIEWER_COLUMNS: Columns = {
  level: 0,
  timeCreated: 1,
  provider: 2,
  eventId: 3,
  taskCategory: 4,
  message: 5,
};

/** How many columns the header of the Event Viewer names. */
export const NAMED_COLUMNS = 5;

/**
 * English header names in lower case; of several in one header the first of its list counts. The Event Viewer writes the
 * first five columns, its security log Keywords in place of Level; scripts append the others. The names of `other` are
 * columns that the Event Viewer can show as well.
 */
const HEADER_NAMES: Readonly<Record<ColumnName, readonly string[]>> = {
  level: ['level', 'keywords'],
  timeCreated: ['date and time'],
  provider: ['source'],
  eventId: ['event id'],
  taskCategory: ['task category'],
  message: ['description', 'message'],
  computer: ['computer', 'computer name', 'computername', 'machinename'],
  userId: ['user', 'user name', 'username', 'user id', 'userid'],
  channel: ['log', 'log name', 'logname', 'channel'],
  recordId: ['record id', 'recordid', 'event record id', 'eventrecordid', 'record number', 'recordnumber'],
  keywords: ['keywords'],
  other: ['operational code', 'opcode', 'process id', 'thread id', 'processor id', 'session id', 'correlation id'],
};

const columnNames: readonly ColumnName[] = [
  'level',
  'timeCreated',
  'provider',
  'eventId',
  'taskCategory',
  'message',
  'computer',
  'userId',
  'channel',
  'recordId',
  'keywords',
];

/** Whether the header has the English names of the columns that make an event: time, source and id. */
export function namesEventColumns(header: readonly string[]): boolean {
  return columnsNamedBy(header) !== undefined;
}

/**
 * The columns under a header. One in English is taken at its word; of any other the first five columns are those of the
 * Event Viewer and English names count for what follows. The first column from the sixth on that has no known name, or
 * stands beyond the header, is the description, unless another column is named so.
 */
export function columnsOf(header: readonly string[]): Columns {
  const names = header.map(plainName);
  const named = columnsNamedBy(header) ?? appendedColumns(names);
  const known = new Set(Object.values(HEADER_NAMES).flat());
  const free = names.findIndex((name, index) => index >= NAMED_COLUMNS && !known.has(name));
  return { message: free < 0 ? Math.max(names.length, NAMED_COLUMNS) : free, ...named };
}

function columnsNamedBy(header: readonly string[]): Columns | undefined {
  const columns = findColumns(header.map(plainName), columnNames);
  const { timeCreated, provider, eventId } = columns;
  if (timeCreated === undefined || provider === undefined || eventId === undefined) return undefined;
  return { ...columns, timeCreated, provider, eventId };
}

function appendedColumns(names: readonly string[]): Columns {
  const { level, timeCreated, provider, eventId, taskCategory } = EVENT_VIEWER_COLUMNS;
  const appended = findColumns(
    names.map((name, index) => (index < NAMED_COLUMNS ? '' : name)),
    columnNames.slice(NAMED_COLUMNS),
  );
  return { ...appended, ...definedOf({ level, taskCategory }), timeCreated, provider, eventId };
}

function findColumns(names: readonly string[], wanted: readonly ColumnName[]): Partial<Record<ColumnName, number>> {
  const found = wanted.map((column) => {
    const name = HEADER_NAMES[column].find((candidate) => names.includes(candidate));
    return [column, name === undefined ? undefined : names.indexOf(name)] as const;
  });
  return definedOf(Object.fromEntries(found));
}

function definedOf(columns: Partial<Record<string, number | undefined>>): Partial<Record<ColumnName, number>> {
  return Object.fromEntries(Object.entries(columns).filter(([, index]) => index !== undefined));
}

function plainName(name: string): string {
  return name.trim().toLowerCase();
}
