import { COMPUTER, type ScenarioEvent, american, britishTime } from './event';

/** `wevtutil qe /f:text` up to Windows Server 2019: local time. */
export function wevtutil(event: ScenarioEvent, index: number): string {
  return wevtutilBlock(event, `Event[${index}]:`, `${event.time}.940`, '');
}

/** The same of newer versions: no colon, UTC, a NUL behind the values that have one in memory. */
export function wevtutilNew(event: ScenarioEvent, index: number): string {
  return wevtutilBlock(event, `Event[${index}]`, `${event.time}.9400000Z`, '\0');
}

function wevtutilBlock(event: ScenarioEvent, start: string, date: string, nul: string): string {
  const lines = [
    `Log Name: ${event.channel}`,
    `Source: ${event.provider}`,
    `Date: ${date}`,
    `Event ID: ${event.eventId}`,
    `Task: ${event.category}${nul}`,
    `Level: ${event.level}${nul}`,
    `Opcode: Info${nul}${nul}`,
    `Keyword: Classic${nul && `,${nul}`}`,
    'User: N/A',
    'User Name: N/A',
    `Computer: ${COMPUTER}`,
    'Description: ',
  ];
  return `${start}\r\n${lines.map((line) => `  ${line}\r\n`).join('')}${event.message}\r\n\r\n`;
}

/** What comes out of a console of Windows Server 2022: NUL and line end became ` ?  `. */
export function wevtutilJoined(event: ScenarioEvent, index: number): string {
  return wevtutilNew(event, index).replace(/\0+\r\n {2}/g, ' ?  ');
}

const WIDTH = 100;

/** `Get-WinEvent | Format-List` as Windows PowerShell wraps it. */
export function winEventList(event: ScenarioEvent): string {
  return formatList({
    TimeCreated: american(event.time),
    ProviderName: event.provider,
    Id: String(event.eventId),
    Message: event.message,
  });
}

/** `Get-WinEvent | Format-List TimeCreated, Id, Message`: the message alone tells the provider. */
export function winEventListOfFew(event: ScenarioEvent): string {
  return formatList({ TimeCreated: american(event.time), Id: String(event.eventId), Message: event.message });
}

/** `Get-WinEvent | Format-List *`: the message comes first. */
export function winEventListOfAll(event: ScenarioEvent): string {
  return formatList({
    Message: event.message,
    Id: String(event.eventId),
    Version: '',
    Qualifiers: '49152',
    Level: String({ Error: 2, Warning: 3, Information: 4 }[event.level]),
    ProviderName: event.provider,
    LogName: event.channel,
    MachineName: COMPUTER,
    UserId: '',
    TimeCreated: american(event.time),
    LevelDisplayName: event.level,
    Properties:
      '{System.Diagnostics.Eventing.Reader.EventProperty, System.Diagnostics.Eventing.Reader.EventProperty...}',
  });
}

/** `Get-EventLog | Format-List`, whose `InstanceId` is the whole message id. */
export function eventLogList(event: ScenarioEvent, index: number): string {
  return formatList({
    Index: String(2000 - index),
    EntryType: event.level,
    InstanceId: String(0xc0000000 + event.eventId),
    Message: event.message,
    Category: `(${index})`,
    ReplacementStrings: `{${event.data.slice(0, 4).join(', ')}...}`,
    Source: event.provider,
    TimeGenerated: american(event.time),
    TimeWritten: american(event.time),
    UserName: '',
  });
}

/** What `Get-WinEvent` shows: a table for each provider in turn. Wide enough here for whole messages. */
export function winEventTable(events: readonly ScenarioEvent[]): string {
  let last = '';
  const lines = events.map(({ provider, time, eventId, level, message }) => {
    const heading =
      provider === last
        ? ''
        : `\r\n\r\n   ProviderName: ${provider}\r\n\r\n` +
          'TimeCreated                     Id LevelDisplayName Message\r\n-----------                     -- ---------------- -------\r\n';
    last = provider;
    return `${heading}${american(time).padEnd(26)}${String(eventId).padStart(8)} ${level.padEnd(17)}${oneLine(message)}\r\n`;
  });
  return `${lines.join('')}\r\n\r\n`;
}

/** What `Get-EventLog` shows, wide enough for whole sources and messages: times without a year. */
export function eventLogTable(events: readonly ScenarioEvent[]): string {
  const rows = events.map(({ provider, time, eventId, level, message }, index) => {
    const date = `${MONTHS[Number(time.slice(5, 7)) - 1]} ${time.slice(8, 10)} ${time.slice(11, 16)}`;
    const id = String(0xc0000000 + eventId).padStart(10);
    return `${String(2000 - index).padStart(8)} ${date.padEnd(13)} ${level.padEnd(11)} ${provider.padEnd(24)} ${id} ${oneLine(message)}\r\n`;
  });
  return (
    '\r\n   Index Time          EntryType   Source                   InstanceID Message\r\n' +
    `   ----- ----          ---------   ------                   ---------- -------\r\n${rows.join('')}\r\n\r\n`
  );
}

const MONTHS = ['Jan', 'Feb', 'Mar'];

function oneLine(text: string): string {
  return text.replace(/\s*\r\n\s*/g, ' ');
}

/** What all lists of Win32_NTLogEvent have. */
function ntLogEvent(event: ScenarioEvent, index: number): Readonly<Record<string, string>> {
  return {
    Category: '0',
    CategoryString: '',
    EventCode: String(event.eventId),
    EventIdentifier: String(0xc0000000 + event.eventId),
    Message: event.message,
    RecordNumber: String(2000 - index),
    SourceName: event.provider,
    TimeGenerated: wmiTime(event),
    TimeWritten: wmiTime(event),
    Type: event.level,
  };
}

/** `Get-WmiObject Win32_NTLogEvent`: the default list, which has no computer. */
export function wmiList(event: ScenarioEvent, index: number): string {
  const InsertionStrings = `{${event.data.slice(0, 4).join(', ')}...}`;
  return formatList({
    ...ntLogEvent(event, index),
    TypeEvent: '',
    InsertionStrings,
    LogFile: event.channel,
    UserName: '',
  });
}

/** An hour east of UTC. */
function wmiTime({ time }: ScenarioEvent): string {
  const shifted = new Date(Date.parse(`${time}Z`) + 3_600_000).toISOString();
  return `${shifted.replace(/\D/g, '').slice(0, 14)}.000000+060`;
}

/** The properties as wmic orders them; `separator` is the one of arrays, whose strings have `quote` around them. */
function wmicProperties(
  event: ScenarioEvent,
  index: number,
  separator: string,
  quote: string,
): readonly (readonly [string, string])[] {
  const bytes = event.binary?.match(/../g)?.map((byte) => parseInt(byte, 16)) ?? [];
  const properties = {
    ...ntLogEvent(event, index),
    ComputerName: COMPUTER,
    Data: bytes.length > 0 ? `{${bytes.join(separator)}}` : '',
    EventType: '1',
    InsertionStrings: `{${event.data.map((each) => quote + each + quote).join(separator)}}`,
    Logfile: event.channel,
    User: '',
  };
  return Object.entries(properties).sort(([one], [other]) => (one < other ? -1 : 1));
}

/** `wmic ntevent list /format:list`, whose lines end in CR CR LF. */
export function wmicList(event: ScenarioEvent, index: number): string {
  const lines = wmicProperties(event, index, ',', '"').map(([name, value]) => `${name}=${value}\r\r\n`);
  return `\r\r\n\r\r\n${lines.join('')}\r\r\n`;
}

/** `wmic ntevent list /format:csv`, in which nothing is quoted. */
export function wmicCsv(events: readonly ScenarioEvent[]): string {
  const rows = events.map((event, index) => wmicProperties(event, index, ';', ''));
  const line = (node: string, fields: readonly string[]): string => `${[node, ...fields].join(',')}\r\r\n`;
  const names = rows[0]?.map(([name]) => name) ?? [];
  return `\r\r\n${[
    line('Node', names),
    ...rows.map((row) =>
      line(
        'PXE01',
        row.map(([, value]) => value),
      ),
    ),
  ].join('')}`;
}

function nirSoftProperties(event: ScenarioEvent, index: number): Readonly<Record<string, string>> {
  return {
    'Event Time': `${event.time.slice(8, 10)}/${event.time.slice(5, 7)}/${event.time.slice(0, 4)} ${event.time.slice(11)}.940`,
    'Record ID': String(1000 + index),
    'Event ID': String(event.eventId),
    Level: event.level,
    Channel: event.channel,
    Provider: event.provider,
    Description: event.message,
    Opcode: '',
    Task: event.category,
    Keywords: 'Classic',
    'Process ID': '',
    'Thread ID': '',
    Computer: COMPUTER,
    User: '',
  };
}

/** What FullEventLogView of NirSoft saves as text. */
export function fullEventLogText(event: ScenarioEvent, index: number): string {
  const rule = `${'='.repeat(50)}\r\n`;
  const lines = Object.entries(nirSoftProperties(event, index)).map(
    ([name, value]) => `${name.padEnd(18)}: ${value}\r\n`,
  );
  return `${rule}${lines.join('')}${rule}\r\n`;
}

/** The same as CSV. */
export function fullEventLogCsv(events: readonly ScenarioEvent[]): string {
  const rows = events.map(nirSoftProperties);
  const line = (fields: readonly string[]): string =>
    `${fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\r\n`;
  return [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map(line).join('');
}

const EVENT_QUERY: readonly (readonly [string, number, (event: ScenarioEvent) => string])[] = [
  ['Type', 13, ({ level }) => level.toLowerCase()],
  ['Event', 6, ({ eventId }) => String(eventId)],
  ['Date Time', 23, ({ time }) => american(time)],
  ['Source', 17, ({ provider }) => provider],
  ['ComputerName', 24, () => COMPUTER],
  ['Category', 15, ({ category }) => category],
  ['User', 20, () => 'N/A'],
  ['Description', 0, ({ message }) => message.replace(/\r\n/g, ' ')],
];
const HOST = `${'-'.repeat(78)}\r\nListing the events in 'system' log of host '${COMPUTER}'\r\n${'-'.repeat(78)}\r\n`;

/** `eventquery.vbs /v`, whose cells are cut off. */
export function eventQueryTable(events: readonly ScenarioEvent[]): string {
  const line = (cell: (column: (typeof EVENT_QUERY)[number]) => string): string =>
    EVENT_QUERY.map(
      (column) => ` ${column[1] === 0 ? cell(column) : cell(column).slice(0, column[1]).padEnd(column[1])}`,
    ).join('');
  const rows = events.map((event) => line(([, , value]) => value(event)));
  const lines = [line(([name]) => name), line(([name, width]) => '-'.repeat(width || name.length)), ...rows];
  return `\r\n${HOST}${lines.join('\r\n')}\r\n`;
}

/** `eventquery.vbs /v /fo list`. */
export function eventQueryList(events: readonly ScenarioEvent[]): string {
  const blocks = events.map((event) =>
    EVENT_QUERY.map(([name, , value]) => `${`${name}:`.padEnd(13)} ${value(event)}\r\n`).join(''),
  );
  return `\r\n${HOST}${blocks.join('\r\n')}\r\n`;
}

/** `eventquery.vbs /v /fo csv`, which doubles no quotes. */
export function eventQueryCsv(events: readonly ScenarioEvent[]): string {
  const rows = events.map((event) => EVENT_QUERY.map(([, , value]) => value(event)));
  return [EVENT_QUERY.map(([name]) => name), ...rows].map((fields) => `"${fields.join('","')}"\r\n`).join('');
}

/** An event as Splunk shows it. */
export function splunk(event: ScenarioEvent, index: number): string {
  const [date = '', clock = ''] = event.time.split('T');
  const [year, month, day] = date.split('-');
  const lines = [
    `${month}/${day}/${year} ${clock} AM`,
    `LogName=${event.channel}`,
    `SourceName=${event.provider}`,
    `EventCode=${event.eventId}`,
    'EventType=2',
    `Type=${event.level}`,
    `ComputerName=${COMPUTER}`,
    'TaskCategory=None',
    'OpCode=None',
    `RecordNumber=${2000 - index}`,
    'Keywords=Classic',
    `Message=${event.message}`,
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** The column `_raw` of an export of Splunk as CSV, among others. */
export function splunkCsv(raws: readonly string[]): string {
  const rows = raws.map((raw) => `"2012-03-14T09:14:08.000+0000","${raw.trim().replaceAll('"', '""')}",${COMPUTER}\n`);
  return `"_time","_raw",host\n${rows.join('')}`;
}

function formatList(properties: Readonly<Record<string, string>>): string {
  const column = Math.max(...Object.keys(properties).map((name) => name.length)) + 3;
  const lines = Object.entries(properties).map(([name, value]) => {
    const wrapped = value.split('\r\n').flatMap((line) => wrap(line, WIDTH - column));
    return `${name.padEnd(column - 2)}: ${wrapped.join(`\r\n${' '.repeat(column)}`)}\r\n`;
  });
  return `${lines.join('')}\r\n`;
}

function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = lines.length === 1 && line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

/** The report of VEW. */
export function vew(events: readonly ScenarioEvent[]): string {
  const frame = '~'.repeat(60);
  const blocks = events.map(
    (event) =>
      `Log: '${event.channel}' Date/Time: ${britishTime(event.time)}\r\nType: ${event.level.toLowerCase()} Category: 0\r\n` +
      `Event: ${event.eventId} Source: ${event.provider}\r\n${event.message}\r\n\r\n`,
  );
  return (
    `Vino's Event Viewer v01c run on Windows Server 2008 in English\r\nReport run at 15/03/2012 8:40:12 AM\r\n\r\n` +
    `Note: All dates below are in the format dd/mm/yyyy\r\n\r\n${frame}\r\n'Mixed' Log - error Type\r\n${frame}\r\n${blocks.join('')}`
  );
}

/** What PsLogList prints, with a heading for each log. */
export function psLogList(events: readonly ScenarioEvent[]): string {
  const channels = [...new Set(events.map(({ channel }) => channel))];
  const logs = channels.map((channel) => {
    const records = events.filter((event) => event.channel === channel).map(psLogRecord);
    return `${channel} log on \\\\${COMPUTER}:\r\n${records.join('')}`;
  });
  return `PsLoglist v2.8 - local and remote event log viewer\r\nSysinternals - www.sysinternals.com\r\n\r\n${logs.join('')}`;
}

function psLogRecord(event: ScenarioEvent, index: number): string {
  return (
    `[${5000 - index}] ${event.provider}\r\n   Type:     ${event.level.toUpperCase()} \r\n   Computer: ${COMPUTER}\r\n` +
    `   Time:     ${american(event.time)}   ID:       ${event.eventId} \r\n${event.message}\r\n\r\n`
  );
}

/** The friendly view of the Details tab. */
export function friendlyView(event: ScenarioEvent): string {
  const data = event.data.map((value, index) => `  param${index + 1} ${value} \r\n`).join('');
  return (
    `- System \r\n\r\n  - Provider \r\n\r\n   [ Name]  ${event.provider} \r\n   [ EventSourceName]  ${event.provider} \r\n \r\n` +
    `  - EventID ${event.eventId} \r\n\r\n   [ Qualifiers]  49152 \r\n \r\n   Version 0 \r\n \r\n` +
    `   Level ${{ Error: 2, Warning: 3, Information: 4 }[event.level]} \r\n \r\n   Keywords 0x8080000000000000 \r\n \r\n` +
    `  - TimeCreated \r\n\r\n   [ SystemTime]  ${event.time}.000000000Z \r\n \r\n   EventRecordID 143 \r\n \r\n` +
    `   Channel ${event.channel} \r\n \r\n   Computer ${COMPUTER} \r\n \r\n   Security \r\n \r\n\r\n` +
    `- EventData \r\n\r\n${data}\r\n${event.binary === undefined ? '' : dump(event.binary)}\r\n`
  );
}

/** The binary data as the friendly view shows it, below the data and once more in bytes. */
function dump(binary: string): string {
  const lines = (binary.match(/.{1,16}/g) ?? []).map((line, index) => {
    const bytes = line.match(/../g) ?? [];
    const letters = bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 16)).replace('\0', '.')).join('');
    return `${(index * 8).toString(16).padStart(4, '0')}: ${bytes.join(' ').padEnd(24)} ${letters} \r\n`;
  });
  return `   ${binary} \r\n\r\n${'-'.repeat(80)}\r\n\r\nBinary data:\r\n\r\n\r\nIn Words\r\n\r\n0000: 00440057 00530053\r\n\r\n\r\nIn Bytes\r\n\r\n${lines.join('')}`;
}

/** The event as Windows 2000, XP and 2003 copy it. */
export function nt5(event: ScenarioEvent): string {
  const [date = '', ...clock] = american(event.time).split(' ');
  return (
    `Event Type:\t${event.level}\r\nEvent Source:\t${event.provider}\r\nEvent Category:\t${event.category}\r\nEvent ID:\t${event.eventId}\r\n` +
    `Date:\t\t${date}\r\nTime:\t\t${clock.join(' ')}\r\nUser:\t\tN/A\r\nComputer:\t${COMPUTER}\r\nDescription:\r\n${event.message}\r\n\r\n`
  );
}
