import type { Located } from '../text/span';
import { type EventField, type EventValues, type EventValuesDraft, isEvent } from './eventValues';

/** A field of an event, or a part of its body. */
export type PropertyField = EventField | 'message' | 'binary';

/** A field, and how far up its name stands in the list of its names: the lowest rank of an event counts. */
interface PropertyMeaning {
  readonly field: PropertyField;
  readonly rank: number;
}

/** What Azure Monitor calls the time in a CSV file. */
export const UTC_COLUMN = 'TimeGenerated [UTC]';

/**
 * What the properties of flat events are called, in the order in which they are taken when an event has several.
 * Sources: the properties of `EventLogRecord` (Get-WinEvent) and `EventLogEntry` (Get-EventLog) in .NET; NXLog's im_msvistalog;
 * Winlogbeat 6, and the paths of fields of its later versions, as Kibana writes them into CSV ("Exported fields" of Winlogbeat); Fluent Bit's winevtlog; the tables Event and WindowsEvent of Azure Monitor; EvtxECmd; Win32_NTLogEvent of WMI, whose names
 * Splunk took; Log Parser; FullEventLogView of NirSoft [from memory].
 */
const PROPERTY_NAMES: Readonly<Record<PropertyField, readonly string[]>> = {
  provider: [
    'ProviderName',
    'SourceName',
    'Source',
    'source_name',
    'Provider',
    'winlog.provider_name',
    'event.provider',
  ],
  eventId: ['EventID', 'Id', 'event_id', 'EventId', 'EventCode', 'winlog.event_id', 'event.code', 'Event ID'],
  instanceId: ['InstanceId'],
  qualifiers: ['Qualifiers'],
  level: [
    'Level',
    'level',
    'LevelDisplayName',
    'EntryType',
    'EventLevelName',
    'EventTypeName',
    'EventType',
    'Severity',
    'Type',
    'log.level',
  ],
  timeCreated: [
    'TimeCreated',
    'TimeGenerated',
    UTC_COLUMN,
    'EventTime',
    'TimeWritten',
    '@timestamp',
    '_time',
    'Event Time',
  ],
  computer: [
    'MachineName',
    'Hostname',
    'Computer',
    'computer_name',
    'ComputerName',
    'winlog.computer_name',
    'host.name',
  ],
  recordId: [
    'RecordId',
    'EventRecordID',
    'EventRecordId',
    'Index',
    'RecordNumber',
    'record_number',
    'winlog.record_id',
    'Record ID',
  ],
  channel: ['LogName', 'Channel', 'log_name', 'Log', 'EventLog', 'LogFile', 'winlog.channel'],
  userId: ['UserId', 'UserName', 'AccountName', 'SystemUserId', 'winlog.user.identifier', 'User'],
  message: ['Message', 'message', 'RenderedDescription', 'Description'],
  binary: ['Data', 'winlog.event_data.Binary'],
};

const fields = Object.keys(PROPERTY_NAMES).filter((name): name is PropertyField => name in PROPERTY_NAMES);

const meanings: ReadonlyMap<string, PropertyMeaning> = new Map(
  fields.flatMap((field) => PROPERTY_NAMES[field].map((name, rank) => [name, { field, rank }] as const)),
);

/** The first of several properties that says this of an event; undefined when none does. Case does not matter. */
export function propertyFor(field: PropertyField, names: readonly string[]): number | undefined {
  const folded = names.map((name) => name.trim().toLowerCase());
  const found = PROPERTY_NAMES[field].map((name) => folded.indexOf(name.toLowerCase())).find((index) => index >= 0);
  return found;
}

/** Names of the numbers of `EventLogEntryType` in .NET, as JSON has them. Of those of `EventType` programs share the first two only. */
const ENTRY_TYPES: Readonly<Record<string, string>> = {
  '1': 'Error',
  '2': 'Warning',
  '4': 'Information',
  '8': 'SuccessAudit',
  '16': 'FailureAudit',
};

/** The value of a property as the event schema would have it. */
function plainValue(name: string, value: string): string {
  if (name === 'EventType' && /^\d+$/.test(value)) return Number(value) <= 2 ? (ENTRY_TYPES[value] ?? '') : '';
  return name.toLowerCase() === 'entrytype' ? (ENTRY_TYPES[value] ?? value) : value;
}

/** A property that was taken for a field. */
interface Taken<P> {
  readonly name: string;
  readonly property: P;
  readonly rank: number;
}

/** Gathers what the properties of one event say. `P` is what stands for a property in the source. */
export class PropertyGathering<P> {
  private readonly taken: Partial<Record<PropertyField, Taken<P>>> = {};
  private readonly names = new Set<string>();

  /** A property; one without a value only tells that it is there. */
  add(name: string, property: P, hasValue: boolean): void {
    const meaning = meanings.get(name);
    if (!meaning) return;
    this.names.add(name);
    const { field, rank } = meaning;
    if (hasValue && rank < (this.taken[field]?.rank ?? Infinity)) this.taken[field] = { name, property, rank };
  }

  /**
   * The fields of the event. Undefined where no name says that it is an event of Windows, as other logs have an `Id` and a `Source`
   * too.
   */
  fields(valueOf: (property: P) => Located<string> | undefined): EventValues | undefined {
    if (!isOfWindows(this.names)) return undefined;
    const values: EventValuesDraft = {};
    for (const field of HEAD_FIELDS) {
      const taken = this.taken[field];
      const value = taken && valueOf(taken.property);
      if (value) values[field] = { ...value, value: plainValue(taken.name, value.value) };
    }
    return isEvent(values) ? values : undefined;
  }

  /** The property that is the message, and the one that is the binary data. */
  bodyPart(part: 'message' | 'binary'): P | undefined {
    return this.taken[part]?.property;
  }
}

/** Names that other logs do not have. */
function isOfWindows(names: ReadonlySet<string>): boolean {
  const has = (...some: readonly string[]) => some.some((name) => names.has(name));
  const isNamed =
    has('ProviderName', 'SourceName', 'source_name', 'winlog.provider_name', 'winlog.event_id') ||
    (has('Source') && has('EventID', 'InstanceId'));
  const isInChannel = has('Provider') && has('Channel') && has('EventID', 'EventId', 'Event ID');
  return isNamed || isInChannel || (has('Id', 'EventID') && has('TimeCreated', 'TimeGenerated') && has('Message'));
}

/** All but the parts of the body. */
const HEAD_FIELDS = fields.filter((field): field is EventField => field !== 'message' && field !== 'binary');
