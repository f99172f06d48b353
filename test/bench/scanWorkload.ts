/** Exports for measuring how fast files are scanned, in parts of about one MB, after the shape of real exports. */

const PROVIDERS = [
  'Service Control Manager',
  'Microsoft-Windows-Kernel-General',
  'Microsoft-Windows-WindowsUpdateClient',
  'MsiInstaller',
];
const SENTENCE = 'The operation completed and the service is ready now. ';

/** Event XML with rendered messages: events of about 1.4 KB, all on one line, and none that a rule asks for. */
export function renderedXmlParts(megabytes: number): Generator<string> {
  return parts(megabytes, ['<?xml version="1.0" encoding="utf-8"?><Events>', '</Events>'], (index) => {
    const provider = providerAt(index);
    return (
      `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${provider}' ` +
      `Guid='{555908d1-a6d7-4695-8e1e-26931d2012f4}' EventSourceName='${provider}'/><EventID Qualifiers='16384'>${idAt(index)}</EventID>` +
      `<Version>0</Version><Level>4</Level><Task>0</Task><Opcode>0</Opcode><Keywords>0x8080000000000000</Keywords>` +
      `<TimeCreated SystemTime='${timeAt(index).replace('Z', '1827Z')}'/><EventRecordID>${index}</EventRecordID><Correlation/>` +
      `<Execution ProcessID='516' ThreadID='${index % 5000}'/><Channel>System</Channel><Computer>PXE01.contoso.example</Computer>` +
      `<Security/></System><EventData><Data Name='param1'>Windows Modules Installer</Data><Data Name='param2'>running</Data>` +
      `<Binary>540072007500730074006500640049006E007300740061006C006C00650072002F0034000000</Binary></EventData>` +
      `<RenderingInfo Culture='en-US'><Message>The Windows Modules Installer service entered the running state. ` +
      `${SENTENCE.repeat(index % 11)}</Message><Level>Information</Level><Task></Task><Opcode></Opcode><Channel></Channel>` +
      `<Provider>${provider}</Provider><Keywords><Keyword>Classic</Keyword></Keywords></RenderingInfo></Event>`
    );
  });
}

/** What Event Viewer saves as CSV: rows of about 340 characters, every third description on two lines. */
export function csvParts(megabytes: number): Generator<string> {
  const header = 'Level,Date and Time,Source,Event ID,Task Category\r\n';
  return parts(megabytes, [header, ''], (index) => {
    const [date = '', clock = ''] = timeAt(index).slice(0, 19).split('T');
    const [year, month, day] = date.split('-').map(Number);
    const hour = Number(clock.slice(0, 2));
    const time = `${month}/${day}/${year} ${hour % 12 || 12}${clock.slice(2)} ${hour < 12 ? 'AM' : 'PM'}`;
    const lineEnd = index % 3 === 0 ? '\r\n' : ' ';
    const message = `"The ""Windows Modules Installer"" service entered the running state.${lineEnd}${SENTENCE.repeat(index % 8)}"`;
    return `Information,${time},${providerAt(index)},${idAt(index)},None,${message}\r\n`;
  });
}

/** Export-Csv of Get-WinEvent: every field in quotes, rows of about 450 characters. */
export function powershellCsvParts(megabytes: number): Generator<string> {
  const header =
    '#TYPE System.Diagnostics.Eventing.Reader.EventLogRecord\r\n"Message","Id","Level","RecordId","ProviderName","LogName","MachineName","TimeCreated"\r\n';
  return parts(megabytes, [header, ''], (index) => {
    const message = `The ""Windows Modules Installer"" service entered the running state.\r\n${SENTENCE.repeat(index % 8)}`;
    const names = `"${providerAt(index)}","System","PXE01.contoso.example"`;
    return `"${message}","${idAt(index)}","4","${index}",${names},"${timeAt(index).slice(0, 19)}"\r\n`;
  });
}

/** ConvertTo-Json of Get-WinEvent, as PowerShell lays it out: objects of about 1.1 KB in an array. */
export function jsonParts(megabytes: number): Generator<string> {
  return parts(megabytes, ['[\r\n', '{}]'], (index) => `${JSON.stringify(winEventAt(index), undefined, 4)},\r\n`);
}

/** Events of Winlogbeat, one a line. */
export function jsonLineParts(megabytes: number): Generator<string> {
  return parts(megabytes, ['', ''], (index) => {
    const { Message: message, ProviderName: provider_name } = winEventAt(index);
    const data = { param1: 'Windows Modules Installer', param2: 'running' };
    const winlog = {
      channel: 'System',
      event_data: data,
      event_id: String(idAt(index)),
      provider_name,
      record_id: index,
    };
    return `${JSON.stringify({ '@timestamp': timeAt(index), log: { level: 'information' }, message, winlog })}\n`;
  });
}

/** What `wevtutil qe /f:text` prints: blocks of lines of about 450 characters. */
export function wevtutilTextParts(megabytes: number): Generator<string> {
  return parts(megabytes, ['', ''], (index) => {
    const head = `Event[${index}]:\r\n  Log Name: System\r\n  Source: ${providerAt(index)}\r\n  Date: ${timeAt(index)}\r\n`;
    const rest = `  Event ID: ${idAt(index)}\r\n  Task: N/A\r\n  Level: Information\r\n  Opcode: N/A\r\n  Keyword: Classic\r\n`;
    const who = '  User: N/A\r\n  User Name: N/A\r\n  Computer: PXE01.contoso.example\r\n  Description: \r\n';
    return `${head}${rest}${who}The Windows Modules Installer service is running. ${SENTENCE.repeat(index % 5)}\r\n\r\n`;
  });
}

function winEventAt(index: number) {
  return {
    Id: idAt(index),
    Version: 0,
    Level: 4,
    Keywords: '0x80000000000000',
    RecordId: index,
    ProviderName: providerAt(index),
    LogName: 'System',
    MachineName: 'PXE01.contoso.example',
    UserId: null,
    TimeCreated: timeAt(index),
    LevelDisplayName: 'Information',
    Properties: [{ Value: 'Windows Modules Installer' }, { Value: 'running' }],
    Message: `The Windows Modules Installer service entered the running state.\r\n${SENTENCE.repeat(index % 8)}`,
  };
}

function* parts(
  megabytes: number,
  [start, end]: readonly [string, string],
  recordAt: (index: number) => string,
): Generator<string> {
  let part = start;
  let length = 0;
  for (let index = 0; length < megabytes * 1e6; index++) {
    const record = recordAt(index);
    length += record.length;
    part += record;
    if (part.length < 1e6) continue;
    yield part;
    part = '';
  }
  yield part + end;
}

function providerAt(index: number): string {
  return PROVIDERS[index % PROVIDERS.length] ?? '';
}

function idAt(index: number): number {
  return 7036 + (index % 40);
}

function timeAt(index: number): string {
  return new Date(Date.UTC(2012, 2, 1) + index * 1000).toISOString();
}
