import {
  HEAP_CORRUPTION,
  MSVCR_FAULT,
  WDS_RUNNING,
  WDS_SERVICE_SPECIFIC,
  errorReport,
  fault,
  imageServerFailed,
  providerFailed,
  providerLoaded,
  terminated,
  wdsTerminated,
} from './crashes';
import { ordinaryEvents, serviceState, uptimeEvents } from './noise';
import type { SampleEvent } from './sampleEvent';

function at(time: string, event: Omit<SampleEvent, 'time'>): SampleEvent {
  return { ...event, time };
}

/** Another service of the same server that crashes now and then, by heap corruption in ntdll.dll too. */
const SPOOLER_CRASH: readonly SampleEvent[] = [
  at(
    '2012-03-13T10:22:46.000',
    fault({
      ...HEAP_CORRUPTION,
      application: 'spoolsv.exe',
      processId: '5d0',
      reportId: '00000000-6d02-11e1-8000-005056000003',
    }),
  ),
  at('2012-03-13T10:22:46.655', terminated('Print Spooler', 'Spooler', 1, 60_000)),
  at('2012-03-13T10:23:46.690', serviceState('Print Spooler', 'Spooler', 'running')),
];

/** The service ended, and the Application log of that day was already overwritten. */
const CRASH_WITHOUT_APPLICATION_LOG: readonly SampleEvent[] = [
  at('2012-03-12T22:41:30.518', wdsTerminated(1)),
  at('2012-03-12T22:43:30.561', WDS_RUNNING),
];

/** The crash that the article describes, with all it leaves behind. */
export const FULL_CRASH: readonly SampleEvent[] = [
  at('2012-03-14T09:14:07.000', fault(HEAP_CORRUPTION)),
  at('2012-03-14T09:14:07.100', errorReport(HEAP_CORRUPTION)),
  at('2012-03-14T09:14:08.021', wdsTerminated(2)),
  at('2012-03-14T09:16:08.046', WDS_RUNNING),
  at('2012-03-14T09:16:08.500', providerLoaded('WDSTFTP', 'wdstftp.dll')),
  at('2012-03-14T09:16:09.000', imageServerFailed('0xC1030136')),
  at('2012-03-14T09:16:09.001', providerFailed('0xC1030136')),
  at('2012-03-14T09:20:31.733', WDS_SERVICE_SPECIFIC),
];

/** The same service, another fault: it has its own article and its own cure. */
const LOOK_ALIKE: readonly SampleEvent[] = [
  at('2012-03-15T13:05:22.000', fault(MSVCR_FAULT)),
  at('2012-03-15T13:05:22.100', errorReport(MSVCR_FAULT)),
  at('2012-03-15T13:05:23.204', wdsTerminated(3)),
  at('2012-03-15T13:07:23.248', WDS_RUNNING),
  at('2012-03-15T13:07:24.000', providerLoaded('WDSTFTP', 'wdstftp.dll')),
  at('2012-03-15T13:07:24.001', providerLoaded('WdsImgSrv', 'WdsImgSrv.dll')),
];

const APPLICATION_LOG_STARTS = '2012-03-13T01:30:00.000';
const DAYS = ['2012-03-12', '2012-03-13', '2012-03-14', '2012-03-15', '2012-03-16'];

/** All that PXE01.contoso.example logged from 12 to 16 March 2012; its Application log begins a day later than the other. */
export function firstServerEvents(): readonly SampleEvent[] {
  const all = [
    ...ordinaryEvents('2012-03-12T05:12:00.000', '2012-03-16T18:00:00.000', 16, 2510665),
    ...uptimeEvents(DAYS, 1_204_118),
    ...SPOOLER_CRASH,
    ...CRASH_WITHOUT_APPLICATION_LOG,
    ...FULL_CRASH,
    ...LOOK_ALIKE,
  ];
  return all.filter((event) => event.provider.channel === 'System' || event.time >= APPLICATION_LOG_STARTS);
}

/** The crash of the second server: the image server failed with the other code of the article. */
export const SECOND_SERVER_CRASH: readonly SampleEvent[] = [
  at(
    '2012-03-14T16:40:00.000',
    fault({ ...HEAP_CORRUPTION, processId: '7c4', reportId: '00000000-6df0-11e1-8000-005056000004' }),
  ),
  at('2012-03-14T16:40:01.377', wdsTerminated(1)),
  at('2012-03-14T16:42:02.000', imageServerFailed('0xC1030104')),
  at('2012-03-14T16:42:02.001', providerFailed('0xC1030104')),
];

/** What WDS-B.contoso.example logged on 14 March 2012. */
export function secondServerEvents(): readonly SampleEvent[] {
  return [
    ...ordinaryEvents('2012-03-14T05:02:00.000', '2012-03-14T19:00:00.000', 20, 3046055),
    ...uptimeEvents(['2012-03-14'], 604_211),
    ...SECOND_SERVER_CRASH,
  ];
}
