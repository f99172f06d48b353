import { PROVIDERS } from './providers';
import type { SampleEvent } from './sampleEvent';

type Ordinary = Omit<SampleEvent, 'time'>;

/** Numbers from 0 to 1 that are the same on every run (a linear congruential generator). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** `The Windows Update service entered the running state.` */
export function serviceState(displayName: string, shortName: string, state: 'running' | 'stopped'): Ordinary {
  return {
    provider: PROVIDERS.serviceControlManager,
    eventId: 7036,
    qualifiers: 16384,
    level: 4,
    data: [
      ['param1', displayName],
      ['param2', state],
    ],
    binary: `${shortName}/${state === 'running' ? 4 : 1}`,
    message: `The ${displayName} service entered the ${state} state.`,
  };
}

function startType(displayName: string, shortName: string, from: string, to: string): Ordinary {
  return {
    provider: PROVIDERS.serviceControlManager,
    eventId: 7040,
    qualifiers: 16384,
    level: 4,
    userId: 'S-1-5-18',
    data: [
      ['param1', displayName],
      ['param2', from],
      ['param3', to],
      ['param4', shortName],
    ],
    message: `The start type of the ${displayName} service was changed from ${from} to ${to}.`,
  };
}

/** What a healthy server writes to its System log all day, some of it often. */
const SYSTEM: readonly Ordinary[] = [
  serviceState('Windows Update', 'wuauserv', 'running'),
  serviceState('Windows Update', 'wuauserv', 'stopped'),
  serviceState('WinHTTP Web Proxy Auto-Discovery Service', 'WinHttpAutoProxySvc', 'running'),
  serviceState('WinHTTP Web Proxy Auto-Discovery Service', 'WinHttpAutoProxySvc', 'stopped'),
  serviceState('Application Experience', 'AeLookupSvc', 'running'),
  serviceState('Application Experience', 'AeLookupSvc', 'stopped'),
  serviceState('Volume Shadow Copy', 'VSS', 'running'),
  serviceState('Volume Shadow Copy', 'VSS', 'stopped'),
  startType('Background Intelligent Transfer Service', 'BITS', 'demand start', 'auto start'),
  startType('Background Intelligent Transfer Service', 'BITS', 'auto start', 'demand start'),
  {
    provider: PROVIDERS.kernelGeneral,
    eventId: 1,
    level: 4,
    userId: 'S-1-5-19',
    data: [
      ['NewTime', '2012-03-14T03:00:00.500000000Z'],
      ['OldTime', '2012-03-14T03:00:00.371209500Z'],
    ],
    message: 'The system time has changed to 2012-03-14T03:00:00.500000000Z from 2012-03-14T03:00:00.371209500Z.',
  },
  {
    provider: PROVIDERS.windowsUpdate,
    eventId: 19,
    level: 4,
    task: 1,
    category: 'Windows Update Agent',
    userId: 'S-1-5-18',
    data: [
      ['updateTitle', 'Definition Update for Windows Defender'],
      ['updateGuid', '{00000000-0000-4000-8000-0000000000d1}'],
      ['updateRevisionNumber', '100'],
    ],
    message:
      'Installation Successful: Windows successfully installed the following update: Definition Update for Windows Defender',
  },
  {
    provider: PROVIDERS.dnsClient,
    eventId: 1014,
    level: 3,
    userId: 'S-1-5-20',
    data: [
      ['QueryName', 'wpad.contoso.example'],
      ['AddressLength', '16'],
      ['Address', '02000035C00002350000000000000000'],
    ],
    message:
      'Name resolution for the name wpad.contoso.example timed out after none of the configured DNS servers responded.',
  },
  {
    provider: PROVIDERS.groupPolicy,
    eventId: 1500,
    level: 4,
    userId: 'S-1-5-18',
    data: [
      ['SupportInfo1', '1'],
      ['SupportInfo2', '1938'],
      ['ProcessingMode', '0'],
      ['ProcessingTimeInMilliseconds', '1313'],
      ['DCName', '\\\\DC01.contoso.example'],
    ],
    message:
      'The Group Policy settings for the computer were processed successfully. There were no changes detected since the last successful processing of Group Policy.',
  },
  {
    provider: PROVIDERS.timeService,
    eventId: 37,
    level: 4,
    userId: 'S-1-5-19',
    data: [['TimeSource', 'DC01.contoso.example (ntp.d|0.0.0.0:123->192.0.2.53:123)']],
    message:
      'The time provider NtpClient is currently receiving valid time data from DC01.contoso.example (ntp.d|0.0.0.0:123->192.0.2.53:123).',
  },
];

/** What it writes to its Application log. */
const APPLICATION: readonly Ordinary[] = [
  {
    provider: PROVIDERS.loadPerf,
    eventId: 1000,
    level: 4,
    userId: 'S-1-5-18',
    data: [
      ['param1', 'WmiApRpl'],
      ['param2', 'WmiApRpl'],
    ],
    message:
      'Performance counters for the WmiApRpl (WmiApRpl) service were loaded successfully. The Record Data in the data section contains the new index values assigned to this service.',
  },
  {
    provider: PROVIDERS.loadPerf,
    eventId: 1001,
    level: 4,
    userId: 'S-1-5-18',
    data: [
      ['param1', 'WmiApRpl'],
      ['param2', 'WmiApRpl'],
    ],
    message:
      'Performance counters for the WmiApRpl (WmiApRpl) service were removed successfully. The Record Data contains the new values of the system Last Counter and Last Help registry entries.',
  },
  {
    provider: PROVIDERS.vss,
    eventId: 8224,
    qualifiers: 0,
    level: 4,
    data: [],
    message: 'The VSS service is shutting down due to idle timeout.',
  },
  {
    provider: PROVIDERS.sceCli,
    eventId: 1704,
    qualifiers: 16384,
    level: 4,
    data: [],
    message: 'Security policy in the Group policy objects has been applied successfully.',
  },
  {
    provider: PROVIDERS.esent,
    eventId: 102,
    qualifiers: 0,
    level: 4,
    task: 1,
    category: 'General',
    data: ['svchost', '1204', '', '0', '6', '01', '7601', '0000'],
    message: 'svchost (1204) The database engine (6.01.7601.0000) started a new instance (0).',
  },
  {
    provider: PROVIDERS.msiInstaller,
    eventId: 1035,
    qualifiers: 0,
    level: 4,
    userId: 'S-1-5-18',
    data: ['Contoso Backup Agent', '4.2.1', '1033', '0', 'Contoso, Ltd.', '(NULL)', ''],
    message:
      'Windows Installer reconfigured the product. Product Name: Contoso Backup Agent. Product Version: 4.2.1. Product Language: 1033. Manufacturer: Contoso, Ltd.. Reconfiguration success or error status: 0.',
  },
];

const ALL = [...SYSTEM, ...APPLICATION, ...APPLICATION];

/**
 * Ordinary events of both logs from `from` to `to` (UTC).
 * `averageMinutes` is the mean time between two of them.
 */
export function ordinaryEvents(from: string, to: string, averageMinutes: number, seed: number): readonly SampleEvent[] {
  const next = numbersFrom(seed);
  const events: SampleEvent[] = [];
  const end = Date.parse(`${to}Z`);
  for (let at = Date.parse(`${from}Z`); at < end; at += Math.ceil(next() * averageMinutes * 120_000)) {
    const event = ALL[Math.floor(next() * ALL.length)];
    if (event !== undefined) events.push({ ...event, time: new Date(at).toISOString().slice(0, 23) });
  }
  return events;
}

/** The uptime that every Windows writes at noon. */
export function uptimeEvents(days: readonly string[], firstUptimeSeconds: number): readonly SampleEvent[] {
  return days.map((day, index) => {
    const uptime = String(firstUptimeSeconds + index * 86_400);
    return {
      provider: PROVIDERS.eventLog,
      eventId: 6013,
      qualifiers: 32768,
      level: 4,
      time: `${day}T11:00:00.000`,
      data: ['', '', '', '', uptime, '60', '-60 W. Europe Standard Time'],
      message: `The system uptime is ${uptime} seconds.`,
    };
  });
}
