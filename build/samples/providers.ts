import type { SampleProvider } from './sampleEvent';

/** A classic provider: a name and nothing else. */
function classic(name: string, channel: SampleProvider['channel']): SampleProvider {
  return { name, channel };
}

/** A manifest provider; the Event Viewer shows its name without `Microsoft-Windows-`. */
function manifest(name: string, guid: string, channel: SampleProvider['channel']): SampleProvider {
  return { name, guid: `{${guid}}`, channel, displayName: name.replace('Microsoft-Windows-', '') };
}

export const PROVIDERS = {
  serviceControlManager: {
    name: 'Service Control Manager',
    guid: '{555908d1-a6d7-4695-8e1e-26931d2012f4}',
    eventSourceName: 'Service Control Manager',
    channel: 'System',
  },
  eventLog: classic('EventLog', 'System'),
  kernelGeneral: manifest('Microsoft-Windows-Kernel-General', 'a68ca8b7-004f-d7b6-a698-07e2de0f1f5d', 'System'),
  windowsUpdate: manifest('Microsoft-Windows-WindowsUpdateClient', '945a8954-c147-4acd-923f-40c45405a658', 'System'),
  dnsClient: manifest('Microsoft-Windows-DNS-Client', '1c95126e-7eea-49a9-a3fe-a378b03ddb4d', 'System'),
  groupPolicy: manifest('Microsoft-Windows-GroupPolicy', 'aea1b4fa-97d1-45f2-a64c-4d69fffd92c9', 'System'),
  timeService: manifest('Microsoft-Windows-Time-Service', '06edcfeb-0fd0-4e53-acca-a6f8bbf81bcb', 'System'),
  applicationError: classic('Application Error', 'Application'),
  errorReporting: classic('Windows Error Reporting', 'Application'),
  wdsServer: classic('WDSServer', 'Application'),
  wdsImgSrv: classic('WDSIMGSRV', 'Application'),
  wdsPxe: classic('WDSPXE', 'Application'),
  msiInstaller: classic('MsiInstaller', 'Application'),
  esent: classic('ESENT', 'Application'),
  vss: classic('VSS', 'Application'),
  sceCli: classic('SceCli', 'Application'),
  loadPerf: manifest('Microsoft-Windows-LoadPerf', '122ee297-bb47-41ae-b265-1ca8d1886d40', 'Application'),
} as const satisfies Record<string, SampleProvider>;
