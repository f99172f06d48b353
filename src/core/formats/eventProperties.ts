import type { EventField } from './eventValues';

/** A field, and how far up its name stands in the list of its names: the lowest rank of an event counts. */
export interface PropertyMeaning {
  readonly field: EventField;
  readonly rank: number;
}

/**
 * What the properties of flat events are called, in the order in which they are taken when an event has several.
 * Sources: the properties of `EventLogRecord` (Get-WinEvent) and `EventLogEntry` (Get-EventLog) in .NET; NXLog's im_msvistalog;
 * Winlogbeat 6; Fluent Bit's winevtlog.
 */
const PROPERTY_NAMES: Readonly<Record<EventField, readonly string[]>> = {
  provider: ['ProviderName', 'SourceName', 'Source', 'source_name'],
  eventId: ['EventID', 'Id', 'event_id', 'InstanceId'],
  qualifiers: ['Qualifiers'],
  level: ['Level', 'level', 'LevelDisplayName', 'EntryType', 'EventType', 'Severity'],
  timeCreated: ['TimeCreated', 'TimeGenerated', 'EventTime', 'TimeWritten', '@timestamp'],
  computer: ['MachineName', 'Hostname', 'Computer', 'computer_name'],
  recordId: ['RecordId', 'EventRecordID', 'Index', 'RecordNumber', 'record_number'],
  channel: ['LogName', 'Channel', 'log_name', 'Log'],
  userId: ['UserId', 'UserName', 'AccountName'],
  message: ['Message', 'message', 'RenderedDescription'],
  binary: ['Data'],
};

const fields = Object.keys(PROPERTY_NAMES).filter((name): name is EventField => name in PROPERTY_NAMES);

const meanings: ReadonlyMap<string, PropertyMeaning> = new Map(
  fields.flatMap((field) => PROPERTY_NAMES[field].map((name, rank) => [name, { field, rank }] as const)),
);

/** What a property of that name says of an event; undefined for a name that is none of them. */
export function meaningOfProperty(name: string): PropertyMeaning | undefined {
  return meanings.get(name);
}

/** The first of several properties that says this of an event; undefined when none does. Case does not matter. */
export function propertyFor(field: EventField, names: readonly string[]): number | undefined {
  const folded = names.map((name) => name.trim().toLowerCase());
  const found = PROPERTY_NAMES[field].map((name) => folded.indexOf(name.toLowerCase())).find((index) => index >= 0);
  return found;
}

/** Numbers of `EventLogEntryType` in .NET, as JSON has them, by their names. */
const ENTRY_TYPES: Readonly<Record<string, string>> = {
  '1': 'Error',
  '2': 'Warning',
  '4': 'Information',
  '8': 'SuccessAudit',
  '16': 'FailureAudit',
};

/** The value of a property as the event schema would have it. */
export function plainValue(name: string, value: string): string {
  return name.toLowerCase() === 'entrytype' ? (ENTRY_TYPES[value] ?? value) : value;
}
