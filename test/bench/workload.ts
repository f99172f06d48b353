/**
 * Event XML as the Event Viewer saves it, after the shape of real exports: an event of about 0.9 KB, one line break in every
 * hundred events, most of the events of no interest to the catalogue, and a crash of WDS in every 10,000 events.
 */
export function eventXmlOf(megabytes: number): string {
  return [...eventXmlParts(megabytes)].join('');
}

/** The same in parts of about one MB, for files that are larger than the memory. */
export function* eventXmlParts(megabytes: number): Generator<string> {
  let part = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n<Events>';
  let length = 0;
  for (let index = 0; length < megabytes * 1e6; index++) {
    const event = eventAt(index);
    length += event.length;
    part += event;
    if (part.length < 1e6) continue;
    yield part;
    part = '';
  }
  yield `${part}</Events>`;
}

const PROVIDERS = [
  'Microsoft-Windows-Kernel-General',
  'Microsoft-Windows-WindowsUpdateClient',
  'Service Control Manager',
  'MsiInstaller',
];

interface Told {
  readonly provider: string;
  readonly id: number;
  readonly level: number;
  readonly data: readonly string[];
}

const CRASH: readonly Told[] = [
  {
    provider: 'Application Error',
    id: 1000,
    level: 2,
    data: [
      ...['svchost.exe_WDSServer', '6.1.7600.16385', '4a5bc3c1', 'ntdll.dll', '6.1.7601.17725', '4ec4aa8e', 'c0000374'],
      ...['00000000000c40f2', '6e8', '01cd01c0', 'C:\\Windows\\system32\\svchost.exe'],
    ],
  },
  {
    provider: 'Service Control Manager',
    id: 7031,
    level: 2,
    data: ['Windows Deployment Services Server', '1', '120000', '1', 'Restart the service'],
  },
  {
    provider: 'WDSServer',
    id: 512,
    level: 3,
    data: ['WdsImgSrv', 'C:\\Windows\\system32\\WdsImgSrv.dll', '0xC1030136'],
  },
  { provider: 'WDSIMGSRV', id: 258, level: 2, data: ['0xC1030136'] },
];

function eventAt(index: number): string {
  const told = CRASH[(index % 10_000) - 5000] ?? {
    provider: PROVIDERS[index % PROVIDERS.length] ?? '',
    id: 7036 + (index % 40),
    level: 4,
    data: [`Some service of number ${index}`, 'running', 'x'.repeat(index % 300)],
  };
  return event(index, told);
}

function event(index: number, { provider, id, level, data }: Told): string {
  const time = new Date(Date.UTC(2012, 2, 1) + index * 1000).toISOString().replace('Z', '1234Z');
  const items = data.map((each, at) => `<Data Name='param${at + 1}'>${each}</Data>`).join('');
  return (
    `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${provider}' ` +
    `Guid='{555908d1-a6d7-4695-8e1e-26931d2012f4}' EventSourceName='${provider}'/><EventID Qualifiers='49152'>${id}</EventID>` +
    `<Version>0</Version><Level>${level}</Level><Task>0</Task><Opcode>0</Opcode><Keywords>0x8080000000000000</Keywords>` +
    `<TimeCreated SystemTime='${time}'/><EventRecordID>${index}</EventRecordID><Correlation/><Execution ProcessID='516' ` +
    `ThreadID='3772'/><Channel>System</Channel><Computer>PXE01.contoso.example</Computer><Security/></System>` +
    `<EventData>${items}</EventData></Event>${index % 100 === 0 ? '\r\n' : ''}`
  );
}
