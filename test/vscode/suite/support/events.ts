/** Events of one crash of WDS on one server, as Event Viewer saves them to XML. */

const SCHEMA = 'http://schemas.microsoft.com/win/2004/08/events/event';

/** An event to be written as XML. */
export interface WrittenEvent {
  readonly provider: string;
  readonly eventId: number;
  readonly time: string;
  readonly data: readonly string[];
  readonly level?: number;
  readonly computer?: string;
}

/** One event over several lines, two blanks a level. */
export function renderEvent(event: WrittenEvent): string {
  const { provider, eventId, time, data, level = 2, computer = 'PXE01.contoso.example' } = event;
  return [
    `<Event xmlns="${SCHEMA}">`,
    '  <System>',
    `    <Provider Name="${provider}" />`,
    `    <EventID Qualifiers="49152">${eventId}</EventID>`,
    `    <Level>${level}</Level>`,
    `    <TimeCreated SystemTime="${time}" />`,
    `    <Computer>${computer}</Computer>`,
    '  </System>',
    '  <EventData>',
    ...data.map((value) => `    <Data>${value}</Data>`),
    '  </EventData>',
    '</Event>',
  ].join('\n');
}

/** A file as Event Viewer saves it. */
export function renderEvents(...events: readonly WrittenEvent[]): string {
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<Events>\n${events.map(renderEvent).join('\n')}\n</Events>\n`;
}

export const serviceEnded: WrittenEvent = {
  provider: 'Service Control Manager',
  eventId: 7031,
  time: '2012-03-14T09:14:08.021Z',
  data: ['Windows Deployment Services Server', '2', '120000', '1', 'Restart the service'],
};

export const heapCorrupted: WrittenEvent = {
  provider: 'Application Error',
  eventId: 1000,
  time: '2012-03-14T09:14:07.000Z',
  data: [
    'svchost.exe_WDSServer',
    '6.1.7600.16385',
    '4a5bc3c1',
    'ntdll.dll',
    '6.1.7600.16559',
    '4ba9b802',
    'c0000374',
    '00000000000c6df2',
  ],
};

export const providerFailed: WrittenEvent = {
  provider: 'WDSServer',
  eventId: 512,
  time: '2012-03-14T09:16:09.000Z',
  level: 3,
  data: ['WdsImgSrv', 'C:\\Windows\\system32\\WdsImgSrv.dll', '0xC1030136'],
};

export const imageServerFailed: WrittenEvent = {
  provider: 'WDSIMGSRV',
  eventId: 258,
  time: '2012-03-14T09:16:09.500Z',
  data: ['0xC1030136'],
};

/** An ordinary event that is no sign of anything. */
export const serviceStopped: WrittenEvent = {
  provider: 'Service Control Manager',
  eventId: 7036,
  time: '2012-03-14T09:13:00.000Z',
  level: 4,
  data: ['Volume Shadow Copy', 'stopped'],
};

/** The two exports of a server on which WDS crashed. */
export const crashCase = {
  'System.xml': renderEvents(serviceStopped, serviceEnded),
  'Application.xml': renderEvents(heapCorrupted, providerFailed, imageServerFailed),
} as const;
