import type { EventTime } from '../../src/core';
import * as blocks from './shapes/blocks';
import { eventLogClixml, winEventClixml } from './shapes/clixml';
import { COMPUTER, type ScenarioEvent, american } from './shapes/event';
import * as oldLists from './shapes/lists';
import * as marks from './shapes/marks';
import * as objects from './shapes/objects';

const application = { channel: 'Application' } as const;
const wdsServer = { provider: 'WDSServer', category: 'WDSServer', ...application };

/** A crash of WDS as the article describes it, and one event that has nothing to do with it. */
export const crash: readonly ScenarioEvent[] = [
  {
    provider: 'Application Error',
    eventId: 1000,
    level: 'Error',
    ...application,
    time: '2012-03-14T09:14:07',
    category: '(100)',
    data: [
      'svchost.exe_WDSServer',
      '6.0.6001.18000',
      '47919291',
      'ntdll.dll',
      '6.0.6001.18000',
      '4791a7a6',
      'c0000374',
      '000afaf8',
      '7f4',
      '01cd01c01bb3ea0e',
    ],
    message:
      'Faulting application svchost.exe_WDSServer, version 6.0.6001.18000, time stamp 0x47919291, faulting module ntdll.dll, version 6.0.6001.18000, ' +
      'time stamp 0x4791a7a6, exception code 0xc0000374, fault offset 0x000afaf8, process id 0x7f4, application start time 0x01cd01c01bb3ea0e.',
  },
  {
    provider: 'Service Control Manager',
    eventId: 7031,
    level: 'Error',
    channel: 'System',
    time: '2012-03-14T09:14:08',
    category: 'None',
    data: ['Windows Deployment Services Server', '2', '120000', '1', 'Restart the service'],
    binary: '5700440053005300650072007600650072000000',
    message:
      'The Windows Deployment Services Server service terminated unexpectedly.  It has done this 2 time(s).  The following corrective action will be taken in 120000 milliseconds: Restart the service.',
  },
  {
    ...wdsServer,
    eventId: 512,
    level: 'Warning',
    time: '2012-03-14T09:16:09',
    data: ['WdsImgSrv', 'C:\\Windows\\system32\\WdsImgSrv.dll', '0xC1030136'],
    message:
      'An error occurred while trying to initialize provider WdsImgSrv from C:\\Windows\\system32\\WdsImgSrv.dll. Since this provider is not marked as critical, Windows Deployment Services server will  continue.\r\n\r\nError Information: 0xC1030136',
  },
  {
    provider: 'WDSIMGSRV',
    eventId: 258,
    level: 'Error',
    ...application,
    category: 'WdsImgSrv',
    time: '2012-03-14T09:16:10',
    data: ['0xC1030136'],
    message:
      'An error occurred while trying to initialize the Windows Deployment Services image server.\r\n\r\nError Information: 0xC1030136',
  },
  {
    provider: 'Service Control Manager',
    eventId: 7031,
    level: 'Error',
    channel: 'System',
    time: '2012-03-14T09:20:00',
    category: 'None',
    data: ['Print Spooler', '1', '60000', '1', 'Restart the service'],
    message:
      'The Print Spooler service terminated unexpectedly.  It has done this 1 time(s).  The following corrective action will be taken in 60000 milliseconds: Restart the service.',
  },
];

const NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event';
const LEVELS = { Error: 2, Warning: 3, Information: 4 };

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\r\n/g, '&#13;&#10;');
}

function xml(event: ScenarioEvent, rendered = false): string {
  const data = event.data.map((each, index) => `<Data Name='param${index + 1}'>${escaped(each)}</Data>`).join('');
  const binary = event.binary === undefined ? '' : `<Binary>${event.binary}</Binary>`;
  const info = rendered
    ? `<RenderingInfo Culture='en-US'><Message>${escaped(event.message)}</Message></RenderingInfo>`
    : '';
  return (
    `<Event xmlns='${NAMESPACE}'><System><Provider Name='${event.provider}'/><EventID Qualifiers='49152'>${event.eventId}</EventID>` +
    `<Level>${LEVELS[event.level]}</Level><TimeCreated SystemTime='${event.time}.1234567Z'/><Channel>${event.channel}</Channel>` +
    `<Computer>${COMPUTER}</Computer><Security/></System><EventData>${data}${binary}</EventData>${info}</Event>`
  );
}

function pasted(event: ScenarioEvent): string {
  const data = event.data.map((each) => `  <Data>${escaped(each)}</Data> \r\n`).join('');
  return (
    `- <Event xmlns="${NAMESPACE}">\r\n- <System>\r\n  <Provider Name="${event.provider}" /> \r\n  <EventID Qualifiers="49152">${event.eventId}</EventID> \r\n` +
    `  <Level>${LEVELS[event.level]}</Level> \r\n  <TimeCreated SystemTime="${event.time}.000000000Z" /> \r\n  <Computer>${COMPUTER}</Computer> \r\n  </System>\r\n` +
    `- <EventData>\r\n${data}  </EventData>\r\n  </Event>\r\n`
  );
}

/** NiFi writes a blank for the `T` of a time, and binary data as Base64. */
function ofNiFi(event: ScenarioEvent): string {
  const written = xml(event).replace(/SystemTime='([\d-]+)T([\d:.]+)Z'/, "SystemTime='$1 $2'");
  return written.replace(/<Binary>(.*?)<\/Binary>/, (_whole, hex: string) => {
    return `<Binary>${Buffer.from(hex, 'hex').toString('base64')}</Binary>`;
  });
}

function german(time: string): string {
  const [date = '', clock = ''] = time.split('T');
  return `${date.split('-').reverse().join('.')} ${clock}`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function details(event: ScenarioEvent): string {
  return (
    `Log Name:      ${event.channel}\r\nSource:        ${event.provider}\r\nDate:          ${american(event.time)}\r\nEvent ID:      ${event.eventId}\r\n` +
    `Task Category: ${event.category}\r\nLevel:         ${event.level}\r\nKeywords:      Classic\r\nUser:          N/A\r\nComputer:      ${COMPUTER}\r\nDescription:\r\n${event.message}\r\n`
  );
}

function supportLine(event: ScenarioEvent): string {
  const columns = [
    american(event.time),
    event.level.padEnd(12),
    COMPUTER,
    event.provider.padEnd(32),
    event.category.padEnd(15),
    'N/A',
  ];
  return `${columns.join('  ')}              ${event.message.replace(/\s*\r\n\s*/g, '      ')}\r\n`;
}

function list(
  events: readonly ScenarioEvent[],
  separator: string,
  header: string,
  row: (event: ScenarioEvent) => string[],
): string {
  return `${header.split(',').join(separator)}\r\n${events.map((event) => row(event).map(quoted).join(separator)).join('\r\n')}\r\n`;
}

const englishHeader = 'Level,Date and Time,Source,Event ID,Task Category';
const english = (event: ScenarioEvent) => [
  event.level,
  american(event.time),
  event.provider,
  String(event.eventId),
  event.category,
  event.message,
];
const GERMAN_LEVELS = { Error: 'Fehler', Warning: 'Warnung', Information: 'Informationen' };

function each(write: (event: ScenarioEvent, index: number) => string) {
  return (events: readonly ScenarioEvent[]): string => events.map(write).join('');
}

/** The same events in every shape that is read, and the zone that its times have; undefined where no time is whole. */
export const shapes: Readonly<
  Record<
    string,
    { readonly zone: EventTime['zone'] | undefined; readonly write: (events: readonly ScenarioEvent[]) => string }
  >
> = {
  'Event Viewer XML': {
    zone: 'utc',
    write: (events) =>
      `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n<Events>${events.map((event) => xml(event)).join('')}</Events>`,
  },
  'wevtutil XML': { zone: 'utc', write: (events) => events.map((event) => xml(event)).join('') },
  'rendered XML': { zone: 'utc', write: (events) => events.map((event) => xml(event, true)).join('\r\n') },
  'XML of the Details tab': { zone: 'utc', write: (events) => events.map(pasted).join('') },
  CSV: { zone: 'unstated', write: (events) => list(events, ',', englishHeader, english) },
  TXT: { zone: 'unstated', write: (events) => list(events, '\t', englishHeader, english) },
  'German CSV': {
    zone: 'unstated',
    write: (events) =>
      list(events, ',', 'Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie', (event) => [
        GERMAN_LEVELS[event.level],
        german(event.time),
        event.provider,
        String(event.eventId),
        event.category,
        event.message,
      ]),
  },
  'copied text': { zone: 'unstated', write: (events) => events.map((event) => `${details(event)}\r\n`).join('') },
  'copied text with XML': {
    zone: 'utc',
    write: (events) => events.map((event) => `${details(event)}Event Xml:\r\n${xml(event)}\r\n`).join(''),
  },
  'support lines': { zone: 'unstated', write: each(supportLine) },
  'wevtutil text': { zone: 'unstated', write: each(blocks.wevtutil) },
  'wevtutil text with NULs': { zone: 'utc', write: each(blocks.wevtutilNew) },
  'wevtutil text with joined lines': { zone: 'utc', write: each(blocks.wevtutilJoined) },
  'Get-WinEvent | Format-List': { zone: 'unstated', write: each(blocks.winEventList) },
  'Get-WinEvent | Format-List TimeCreated, Id, Message': { zone: 'unstated', write: each(blocks.winEventListOfFew) },
  'Get-WinEvent | Format-List *': { zone: 'unstated', write: each(blocks.winEventListOfAll) },
  'Get-EventLog | Format-List': { zone: 'unstated', write: each(blocks.eventLogList) },
  'Get-WinEvent as a table': { zone: 'unstated', write: blocks.winEventTable },
  'Get-EventLog as a table': { zone: undefined, write: blocks.eventLogTable },
  'Get-WmiObject Win32_NTLogEvent': { zone: 'utc', write: each(blocks.wmiList) },
  'wmic ntevent /format:list': { zone: 'utc', write: each(blocks.wmicList) },
  'wmic ntevent /format:csv': { zone: 'utc', write: blocks.wmicCsv },
  'CSV of Splunk': { zone: 'unstated', write: (events) => blocks.splunkCsv(events.map(blocks.splunk)) },
  'CSV of Splunk with XML': {
    zone: 'utc',
    write: (events) => blocks.splunkCsv(events.map((event) => xml(event, true))),
  },
  Splunk: { zone: 'unstated', write: each(blocks.splunk) },
  'eventquery.vbs': { zone: 'unstated', write: blocks.eventQueryTable },
  'eventquery.vbs /fo list': { zone: 'unstated', write: blocks.eventQueryList },
  'eventquery.vbs /fo csv': { zone: 'unstated', write: blocks.eventQueryCsv },
  FullEventLogView: { zone: 'unstated', write: each(blocks.fullEventLogText) },
  'FullEventLogView CSV': { zone: 'unstated', write: blocks.fullEventLogCsv },
  VEW: { zone: 'unstated', write: blocks.vew },
  PsLogList: { zone: 'unstated', write: blocks.psLogList },
  'friendly view': { zone: 'utc', write: each(blocks.friendlyView) },
  'Windows 2003 CSV': { zone: 'unstated', write: (events) => oldLists.saved(events, ',') },
  'Windows 2003 TXT': { zone: 'unstated', write: (events) => oldLists.saved(events, '\t') },
  'Windows 2003 list in Chinese': { zone: 'unstated', write: (events) => oldLists.listed(events, '\t') },
  'Windows 2003 list with blanks': { zone: 'unstated', write: (events) => oldLists.listed(events, '  ') },
  EventCombMT: { zone: 'unstated', write: oldLists.combined },
  'PsLogList -s': { zone: 'unstated', write: oldLists.psLogListRows },
  'CSV in a mail': { zone: 'unstated', write: (events) => marks.belowWords(list(events, ',', englishHeader, english)) },
  'Export-Csv quoted in an answer to a mail': {
    zone: 'unstated',
    write: (events) => marks.quotedAgain(objects.winEventCsv(events)),
  },
  'TXT as code in Markdown': {
    zone: 'unstated',
    write: (events) => marks.fenced(list(events, '\t', englishHeader, english)),
  },
  'JSON in a mail': { zone: 'utc', write: (events) => marks.belowWords(objects.winEventJson(events)) },
  'copied text quoted in a mail': {
    zone: 'unstated',
    write: (events) => marks.quoted(events.map(details).join('\r\n')),
  },
  'copied text in Markdown': {
    zone: 'unstated',
    write: (events) => marks.hardBroken(events.map(details).join('\r\n')),
  },
  'copied text with HTML line ends': {
    zone: 'unstated',
    write: (events) => marks.htmlBroken(events.map(details).join('\r\n')),
  },
  'wevtutil text in an answer to a mail': {
    zone: 'unstated',
    write: (events) => marks.quotedAgain(events.map(blocks.wevtutil).join('')),
  },
  'Format-List in an answer to a mail': {
    zone: 'unstated',
    write: (events) => marks.quotedAgain(events.map(blocks.winEventList).join('')),
  },
  'Windows 2003 TXT quoted in a mail': {
    zone: 'unstated',
    write: (events) => marks.quoted(oldLists.saved(events, '\t')),
  },
  'wevtutil XML in an answer to a mail': {
    zone: 'utc',
    write: (events) => marks.quotedAgain(events.map((event) => xml(event)).join('\r\n')),
  },
  'copied text of Windows 2003': { zone: 'unstated', write: each(blocks.nt5) },
  'XML of evtx_dump': {
    zone: 'utc',
    write: each((event, index) => `Record ${index + 1}\n<?xml version="1.0" encoding="utf-8"?>\n${xml(event)}\n\n`),
  },
  'XML of NiFi': {
    zone: 'utc',
    write: (events) => `<?xml version="1.0"?><Events>${events.map(ofNiFi).join('')}</Events>`,
  },
  'Get-WinEvent | ConvertTo-Json': { zone: 'utc', write: objects.winEventJson },
  'Get-WinEvent | ConvertTo-Json -Compress': { zone: 'utc', write: objects.winEventJsonCompressed },
  'Get-EventLog | ConvertTo-Json': { zone: 'utc', write: objects.eventLogJson },
  'JSON of evtx_dump': { zone: 'utc', write: each(objects.evtxDumpJson) },
  'JSON lines of evtx_dump': { zone: 'utc', write: each(objects.evtxDumpLines) },
  'JSON made of XML': { zone: 'utc', write: objects.xmlDictionary },
  NXLog: { zone: 'unstated', write: each(objects.nxlog) },
  Winlogbeat: { zone: 'utc', write: each(objects.winlogbeat) },
  'answer of Elasticsearch': { zone: 'utc', write: objects.elasticsearch },
  'Azure Monitor CSV': { zone: 'utc', write: objects.azureCsv },
  'Kibana CSV': { zone: 'unstated', write: objects.kibanaCsv },
  'Get-WinEvent | Export-Csv': { zone: 'unstated', write: objects.winEventCsv },
  'Get-EventLog | Export-Csv': { zone: 'unstated', write: objects.eventLogCsv },
  'Select-Object | Export-Csv': { zone: 'unstated', write: objects.reducedCsv },
  'Get-WinEvent | Export-Clixml': { zone: 'utc', write: winEventClixml },
  'Get-EventLog | Export-Clixml': { zone: 'utc', write: eventLogClixml },
};
