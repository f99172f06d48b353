import { serviceState } from './noise';
import { PROVIDERS } from './providers';
import type { SampleEvent } from './sampleEvent';

type Untimed = Omit<SampleEvent, 'time'>;

const WDS_NAME = 'Windows Deployment Services Server';

/** Service Control Manager 7031 with the recovery action "restart". */
export function terminated(displayName: string, shortName: string, times: number, restartMs: number): Untimed {
  return {
    provider: PROVIDERS.serviceControlManager,
    eventId: 7031,
    qualifiers: 49152,
    level: 2,
    data: [
      ['param1', displayName],
      ['param2', String(times)],
      ['param3', String(restartMs)],
      ['param4', '1'],
      ['param5', 'Restart the service'],
    ],
    binary: `${shortName}\0`,
    message: `The ${displayName} service terminated unexpectedly.  It has done this ${times} time(s).  The following corrective action will be taken in ${restartMs} milliseconds: Restart the service.`,
  };
}

export function wdsTerminated(times: number): Untimed {
  return terminated(WDS_NAME, 'WDSServer', times, 120_000);
}

export const WDS_RUNNING = serviceState(WDS_NAME, 'WDSServer', 'running');

export const WDS_SERVICE_SPECIFIC: Untimed = {
  provider: PROVIDERS.serviceControlManager,
  eventId: 7024,
  qualifiers: 49152,
  level: 2,
  data: [
    ['param1', WDS_NAME],
    ['param2', '%%16389'],
  ],
  message: `The ${WDS_NAME} service terminated with service-specific error %%16389.`,
};

/** What Application Error 1000 says of a crash; the numbers are hexadecimal without `0x`. */
export interface Fault {
  readonly application: string;
  readonly module: string;
  readonly moduleVersion: string;
  readonly modulePath: string;
  readonly moduleStamp: string;
  readonly exceptionCode: string;
  readonly offset: string;
  readonly processId: string;
  readonly reportId: string;
}

const SVCHOST_PATH = 'C:\\Windows\\system32\\svchost.exe';
const SVCHOST_VERSION = '6.1.7600.16385';

/** Application Error 1000 as Windows Server 2008 R2 words it: 13 unnamed insertion strings. */
export function fault(of: Fault): Untimed {
  const stamp = '4a5bc3c1';
  const started = '01cd01c0a1b2c3d4';
  return {
    provider: PROVIDERS.applicationError,
    eventId: 1000,
    qualifiers: 0,
    level: 2,
    task: 100,
    category: '(100)',
    data: [
      of.application,
      SVCHOST_VERSION,
      stamp,
      of.module,
      of.moduleVersion,
      of.moduleStamp,
      of.exceptionCode,
      of.offset,
      of.processId,
      started,
      SVCHOST_PATH,
      of.modulePath,
      of.reportId,
    ],
    message: [
      `Faulting application name: ${of.application}, version: ${SVCHOST_VERSION}, time stamp: 0x${stamp}`,
      `Faulting module name: ${of.module}, version: ${of.moduleVersion}, time stamp: 0x${of.moduleStamp}`,
      `Exception code: 0x${of.exceptionCode}`,
      `Fault offset: 0x${of.offset}`,
      `Faulting process id: 0x${of.processId}`,
      `Faulting application start time: 0x${started}`,
      `Faulting application path: ${SVCHOST_PATH}`,
      `Faulting module path: ${of.modulePath}`,
      `Report Id: ${of.reportId}`,
    ].join('\n'),
  };
}

export const HEAP_CORRUPTION: Fault = {
  application: 'svchost.exe_WDSServer',
  module: 'ntdll.dll',
  moduleVersion: '6.1.7601.17514',
  modulePath: 'C:\\Windows\\SYSTEM32\\ntdll.dll',
  moduleStamp: '4ce7c8f9',
  exceptionCode: 'c0000374',
  offset: '00000000000c40f2',
  processId: '838',
  reportId: '00000000-6db0-11e1-8000-005056000001',
};

export const MSVCR_FAULT: Fault = {
  application: 'svchost.exe_WDSServer',
  module: 'MSVCR100.dll',
  moduleVersion: '10.0.40219.1',
  modulePath: 'C:\\Windows\\system32\\MSVCR100.dll',
  moduleStamp: '4d5f034a',
  exceptionCode: 'c0000005',
  offset: '000000000005f61a',
  processId: 'ae4',
  reportId: '00000000-6e9d-11e1-8000-005056000002',
};

/** WDSServer 512: a provider that is not critical could not be initialised. */
export function providerFailed(code: string): Untimed {
  const path = 'C:\\Windows\\system32\\WdsImgSrv.dll';
  return {
    provider: PROVIDERS.wdsServer,
    eventId: 512,
    qualifiers: 33027,
    level: 3,
    task: 256,
    category: 'WDSServer',
    data: ['WdsImgSrv', path, code],
    message: `An error occurred while trying to initialize provider WdsImgSrv from ${path}. Since this provider is not marked as critical, Windows Deployment Services server will  continue.\n\nError Information: ${code}`,
  };
}

/** WDSIMGSRV 258: the image server could not be initialised. */
export function imageServerFailed(code: string): Untimed {
  return {
    provider: PROVIDERS.wdsImgSrv,
    eventId: 258,
    qualifiers: 49414,
    level: 2,
    task: 261,
    category: 'WdsImgSrv',
    data: [code],
    message: `An error occurred while trying to initialize the Windows Deployment Services image server.\n\nError Information: ${code}`,
  };
}

/** WDSServer 517: a provider was loaded, as at every healthy start. */
export function providerLoaded(name: string, file: string): Untimed {
  const path = `C:\\Windows\\system32\\${file}`;
  return {
    provider: PROVIDERS.wdsServer,
    eventId: 517,
    qualifiers: 16643,
    level: 4,
    task: 256,
    category: 'WDSServer',
    data: [name, path],
    message: `Provider ${name} loaded from ${path} and initialized successfully.`,
  };
}

/** Windows Error Reporting 1001 that follows a crash, shortened to its first ten problem parameters. */
export function errorReport(of: Fault): Untimed {
  const problem = [
    of.application,
    SVCHOST_VERSION,
    '4a5bc3c1',
    of.module,
    of.moduleVersion,
    of.moduleStamp,
    of.exceptionCode,
    of.offset,
    '',
    '',
  ];
  return {
    provider: PROVIDERS.errorReporting,
    eventId: 1001,
    qualifiers: 0,
    level: 4,
    data: ['', '0', 'APPCRASH', 'Not available', '0', ...problem, '', '', '', '0', of.reportId, '4'],
    message: [
      'Fault bucket , type 0',
      'Event Name: APPCRASH',
      'Response: Not available',
      'Cab Id: 0',
      '',
      'Problem signature:',
      ...problem.map((value, index) => `P${index + 1}: ${value}`),
      '',
      'Attached files:',
      '',
      'These files may be available here:',
      '',
      '',
      'Analysis symbol: ',
      'Rechecking for solution: 0',
      `Report Id: ${of.reportId}`,
      'Report Status: 4',
    ].join('\n'),
  };
}
