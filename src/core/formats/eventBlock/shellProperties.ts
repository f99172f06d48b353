import type { EventLabel } from '../../languages/index';

/** What a property says of its event; `other` for one that nobody asks for. */
export type PropertyMeaning = EventLabel | 'recordId' | 'binary' | 'insertionStrings' | 'other';

export function isLabel(meaning: PropertyMeaning): meaning is EventLabel {
  return !['recordId', 'binary', 'insertionStrings', 'other'].includes(meaning);
}

/** A property, and how far up it stands among those that mean the same: the lowest rank of an event counts. */
export interface KnownProperty {
  readonly meaning: PropertyMeaning;
  readonly rank: number;
}

/**
 * Properties of `Get-WinEvent` and `Get-EventLog`, and those of Win32_NTLogEvent of WMI, which are the same in every display
 * language. Of two that mean the same the one that stands first here is used: numbers before words, `EventID` before the 32-bit
 * `InstanceId`.
 *
 * Sources: EventLogRecord and EventLogEntry of .NET; the class Win32_NTLogEvent (learn.microsoft.com, aa394226), whose default list in
 * PowerShell, with `TypeEvent`, `LogFile` and `UserName`, the documentation of the Datadog agent shows.
 */
const PROPERTIES: readonly (readonly [PropertyMeaning, readonly string[]])[] = [
  ['eventId', ['Id', 'EventID', 'EventCode', 'InstanceId', 'InstanceID', 'EventIdentifier']],
  ['source', ['ProviderName', 'Source', 'SourceName']],
  ['date', ['TimeCreated', 'TimeGenerated', 'TimeWritten']],
  ['level', ['Level', 'LevelDisplayName', 'EntryType', 'Type']],
  ['logName', ['LogName', 'Logfile', 'LogFile']],
  ['computer', ['MachineName', 'ComputerName', 'PSComputerName', '__SERVER']],
  ['user', ['UserId', 'UserName', 'User']],
  ['recordId', ['RecordId', 'Index', 'RecordNumber']],
  ['description', ['Message']],
  ['binary', ['Data']],
  ['insertionStrings', ['InsertionStrings']],
  [
    'other',
    (
      'Version Qualifiers Task Opcode Keywords ProviderId ProcessId ThreadId ActivityId RelatedActivityId ContainerLog MatchedQueryIds ' +
      'Bookmark OpcodeDisplayName TaskDisplayName KeywordsDisplayNames Properties Category CategoryNumber CategoryString ReplacementStrings ' +
      'Site Container RunspaceId PSShowComputerName TypeEvent EventType Scope Path Options ClassPath SystemProperties CimClass ' +
      'CimInstanceProperties CimSystemProperties PSStatus __GENUS __CLASS __SUPERCLASS __DYNASTY __RELPATH __PROPERTY_COUNT __DERIVATION ' +
      '__NAMESPACE __PATH'
    ).split(' '),
  ],
];

const KNOWN: ReadonlyMap<string, KnownProperty> = new Map(
  PROPERTIES.flatMap(([meaning, names]) => names.map((name) => [name, meaning] as const)).map(
    ([name, meaning], rank) => [name, { meaning, rank }],
  ),
);

/** What the property of that name says; undefined for a name that none of these events has. */
export function propertyNamed(name: string): KnownProperty | undefined {
  return KNOWN.get(name);
}

/** Properties that are numbers: a table puts them to the right of their columns. */
const NUMBERS: ReadonlySet<string> = new Set(
  (
    'Id EventID EventCode InstanceId InstanceID EventIdentifier Level RecordId Index RecordNumber Version Qualifiers Task Opcode ' +
    'Keywords ProcessId ThreadId Category CategoryNumber EventType'
  ).split(' '),
);

export function isNumberProperty(name: string): boolean {
  return NUMBERS.has(name);
}
