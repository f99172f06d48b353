import { COMPUTER, type ScenarioEvent, american } from './event';

/** The events as JSON values, one for each tool that writes such values. */
const LEVELS = { Error: 2, Warning: 3, Information: 4 };
/** `EventLogEntryType` of .NET. */
const ENTRY_TYPES = { Error: 1, Warning: 2, Information: 4 };

function params(event: ScenarioEvent): Record<string, string> {
  return Object.fromEntries(event.data.map((value, index) => [`param${index + 1}`, value]));
}

function bytes(hex: string): number[] {
  return (hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
}

function milliseconds(event: ScenarioEvent): number {
  return Date.parse(`${event.time}Z`);
}

/** Get-WinEvent as PowerShell 5.1 turns it into JSON; `time` is how it writes the moment. */
function winEvent(event: ScenarioEvent, index: number, time: string): Record<string, unknown> {
  const properties = [...event.data, ...(event.binary === undefined ? [] : [bytes(event.binary)])];
  return {
    Id: event.eventId,
    Version: 0,
    Qualifiers: 49152,
    Level: LEVELS[event.level],
    Task: 0,
    Keywords: 'KEYWORDS',
    RecordId: 2000 + index,
    ProviderName: event.provider,
    LogName: event.channel,
    MachineName: COMPUTER,
    UserId: null,
    TimeCreated: time,
    MatchedQueryIds: [],
    Bookmark: {},
    LevelDisplayName: event.level,
    Properties: properties.map((Value) => ({ Value })),
    Message: event.message,
  };
}

/** Numbers beyond 2^53 as they are written. */
function withKeywords(json: string): string {
  return json.replaceAll('"KEYWORDS"', '36028797018963968');
}

export function winEventJson(events: readonly ScenarioEvent[]): string {
  const all = events.map((event, index) => winEvent(event, index, `/Date(${milliseconds(event)})/`));
  return withKeywords(JSON.stringify(all, undefined, 4))
    .replaceAll('/Date(', '\\/Date(')
    .replaceAll(')/', ')\\/')
    .replace(/\n/g, '\r\n');
}

/** PowerShell 7, `ConvertTo-Json -Compress`, with the zone of the machine and type names in place of the properties. */
export function winEventJsonCompressed(events: readonly ScenarioEvent[]): string {
  const all = events.map((event, index) => ({
    ...winEvent(event, index, new Date(milliseconds(event) + 3_600_000).toISOString().replace('Z', '1234+01:00')),
    Properties: event.data.map(() => 'System.Diagnostics.Eventing.Reader.EventProperty'),
  }));
  return withKeywords(JSON.stringify(all));
}

export function eventLogJson(events: readonly ScenarioEvent[]): string {
  const all = events.map((event, index) => ({
    EventID: event.eventId,
    MachineName: COMPUTER,
    Data: bytes(event.binary ?? ''),
    Index: 2000 - index,
    Category: `(${index})`,
    EntryType: ENTRY_TYPES[event.level],
    Message: event.message,
    Source: event.provider,
    ReplacementStrings: event.data,
    InstanceId: 0xc0000000 + event.eventId,
    TimeGenerated: `/Date(${milliseconds(event)})/`,
    TimeWritten: `/Date(${milliseconds(event)})/`,
    UserName: null,
  }));
  return JSON.stringify(all, undefined, 2);
}

/** The event schema as `evtx_dump` writes it. */
function schema(event: ScenarioEvent, index: number): Record<string, unknown> {
  return {
    Event: {
      '#attributes': { xmlns: 'http://schemas.microsoft.com/win/2004/08/events/event' },
      System: {
        Provider: { '#attributes': { Name: event.provider } },
        EventID: { '#attributes': { Qualifiers: 49152 }, '#text': event.eventId },
        Level: LEVELS[event.level],
        Keywords: '0x80000000000000',
        TimeCreated: { '#attributes': { SystemTime: `${event.time}.123456Z` } },
        EventRecordID: 2000 + index,
        Channel: event.channel,
        Computer: COMPUTER,
        Security: null,
      },
      EventData: { Data: { '#text': event.data }, ...(event.binary !== undefined && { Binary: event.binary }) },
    },
  };
}

export function evtxDumpJson(event: ScenarioEvent, index: number): string {
  return `Record ${2000 + index}\n${JSON.stringify(schema(event, index), undefined, 2)}\n`;
}

/** `evtx_dump -o jsonl --separate-json-attributes`. */
export function evtxDumpLines(event: ScenarioEvent, index: number): string {
  const line = {
    Event: {
      System: {
        Provider_attributes: { Name: event.provider },
        EventID: event.eventId,
        EventID_attributes: { Qualifiers: 49152 },
        Level: LEVELS[event.level],
        TimeCreated_attributes: { SystemTime: `${event.time}.123456Z` },
        EventRecordID: 2000 + index,
        Channel: event.channel,
        Computer: COMPUTER,
        Security: null,
      },
      EventData: { ...params(event), Binary: event.binary ?? null },
    },
  };
  return `${JSON.stringify(line)}\n`;
}

/** What `xmltodict` makes of the XML of python-evtx. */
export function xmlDictionary(events: readonly ScenarioEvent[]): string {
  const all = events.map((event, index) => ({
    Event: {
      '@xmlns': 'http://schemas.microsoft.com/win/2004/08/events/event',
      System: {
        Provider: { '@Name': event.provider },
        EventID: { '@Qualifiers': '49152', '#text': String(event.eventId) },
        Level: String(LEVELS[event.level]),
        TimeCreated: { '@SystemTime': `${event.time.replace('T', ' ')}.123456` },
        EventRecordID: String(2000 + index),
        Channel: event.channel,
        Computer: COMPUTER,
        Security: { '@UserID': '' },
      },
      EventData: {
        Data: event.data.map((value, at) => ({ '@Name': `param${at + 1}`, '#text': value })),
        Binary: event.binary ?? null,
      },
    },
  }));
  return JSON.stringify(all, undefined, 1);
}

export function nxlog(event: ScenarioEvent, index: number): string {
  const line = {
    EventTime: event.time.replace('T', ' '),
    Hostname: COMPUTER,
    Keywords: '36028797018963968',
    EventType: event.level.toUpperCase(),
    SeverityValue: 4,
    Severity: event.level.toUpperCase(),
    EventID: event.eventId,
    SourceName: event.provider,
    RecordNumber: 2000 + index,
    Channel: event.channel,
    Message: event.message,
    EventReceivedTime: '2012-03-14 12:00:00',
    SourceModuleName: 'in',
    ...params(event),
  };
  return `${JSON.stringify(line)}\r\n`;
}

export function winlogbeat(event: ScenarioEvent, index: number): string {
  const line = {
    '@timestamp': `${event.time}.123Z`,
    event: { code: String(event.eventId), kind: 'event', provider: event.provider },
    host: { name: 'collector.contoso.example' },
    log: { level: event.level.toLowerCase() },
    message: event.message,
    winlog: {
      api: 'wineventlog',
      channel: event.channel,
      computer_name: COMPUTER,
      event_data: Object.fromEntries(Object.entries({ ...params(event), Binary: event.binary }).sort()),
      event_id: String(event.eventId),
      keywords: ['Classic'],
      provider_name: event.provider,
      record_id: String(2000 + index),
    },
  };
  return `${JSON.stringify(line)}\n`;
}

/** Several events of Winlogbeat as Elasticsearch answers a search. */
export function elasticsearch(events: readonly ScenarioEvent[]): string {
  const hits = events.map((event, index) => {
    const source: unknown = JSON.parse(winlogbeat(event, index));
    return { _index: 'winlogbeat-8.5.0', _id: `id${index}`, _score: null, _source: source };
  });
  return JSON.stringify({ took: 5, timed_out: false, hits: { total: { value: hits.length, relation: 'eq' }, hits } });
}

/** A row with every field in quotes, as Windows PowerShell writes it. */
function row(fields: readonly string[], separator = ','): string {
  return `${fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(separator)}\r\n`;
}

export function winEventCsv(events: readonly ScenarioEvent[]): string {
  const header = [
    'Message',
    'Id',
    'Version',
    'Qualifiers',
    'Level',
    'RecordId',
    'ProviderName',
    'LogName',
    'MachineName',
  ];
  const more = ['UserId', 'TimeCreated', 'LevelDisplayName', 'Properties'];
  const rows = events.map((event, index) => [
    event.message,
    String(event.eventId),
    '',
    '49152',
    String(LEVELS[event.level]),
    String(2000 + index),
    event.provider,
    event.channel,
    COMPUTER,
    '',
    american(event.time),
    event.level,
    'System.Collections.Generic.List`1[System.Diagnostics.Eventing.Reader.EventProperty]',
  ]);
  const lines = [[...header, ...more], ...rows].map((fields) => row(fields));
  return `#TYPE System.Diagnostics.Eventing.Reader.EventLogRecord\r\n${lines.join('')}`;
}

/** The table Event of Azure Monitor, whose header tells the zone and whose fields have quotes where they are text. */
export function azureCsv(events: readonly ScenarioEvent[]): string {
  const header =
    'TenantId,"TimeGenerated [UTC]",Source,EventLog,Computer,EventLevel,EventLevelName,EventID,RenderedDescription,Type';
  const rows = events.map(({ time, provider, channel, level, eventId, message }) => {
    const date = american(time)
      .replace(' ', ', ')
      .replace(/(:\d\d) /, '$1.123 ');
    const description = message.replaceAll('"', '""').replaceAll('\r\n', '\n');
    return `"id","${date}","${provider}",${channel},"${COMPUTER}",${LEVELS[level] - 1},${level},${eventId},"${description}",Event`;
  });
  return `${[header, ...rows].join('\n')}\n`;
}

/** Some columns of Discover in Kibana, in the zone of the browser. */
export function kibanaCsv(events: readonly ScenarioEvent[]): string {
  const header = ['@timestamp', 'log.level', 'winlog.provider_name', 'winlog.event_id', 'winlog.computer_name'];
  const more = ['winlog.record_id', 'winlog.channel', 'winlog.event_data.Binary', 'message'];
  const rows = events.map((event, index) => [
    `Mar ${Number(event.time.slice(8, 10))}, ${event.time.slice(0, 4)} @ ${event.time.slice(11)}.123`,
    event.level.toLowerCase(),
    event.provider,
    String(event.eventId),
    COMPUTER,
    String(2000 - index),
    event.channel,
    event.binary ?? ' - ',
    event.message.replaceAll('\r\n', '\n'),
  ]);
  const quoted = (field: string): string => (/^\w+$/.test(field) ? field : `"${field.replaceAll('"', '""')}"`);
  return [[...header, ...more], ...rows].map((fields) => `${fields.map(quoted).join(',')}\n`).join('');
}

/** Get-EventLog with a delimiter of the locale and without the type. */
export function eventLogCsv(events: readonly ScenarioEvent[]): string {
  const header = ['MachineName', 'Index', 'EntryType', 'Message', 'Source', 'InstanceId', 'TimeGenerated', 'UserName'];
  const rows = events.map((event, index) => [
    COMPUTER,
    String(2000 - index),
    event.level,
    event.message,
    event.provider,
    String(0xc0000000 + event.eventId),
    american(event.time),
    '',
  ]);
  return [header, ...rows].map((fields) => row(fields, ';')).join('');
}

/** `Select-Object TimeCreated, Id, LevelDisplayName, Message`: the provider is left out. */
export function reducedCsv(events: readonly ScenarioEvent[]): string {
  const header = ['TimeCreated', 'Id', 'LevelDisplayName', 'Message'];
  const rows = events.map((event) => [american(event.time), String(event.eventId), event.level, event.message]);
  return [header, ...rows].map((fields) => row(fields, '|')).join('');
}
