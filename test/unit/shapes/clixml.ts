import { COMPUTER, type ScenarioEvent } from './event';

const LEVELS = { Error: 2, Warning: 3, Information: 4 };

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\r/g, '_x000D_').replace(/\n/g, '_x000A_');
}

function base64(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64');
}

function objects(events: readonly string[]): string {
  return `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\r\n${events.join('')}</Objs>`;
}

/** `Get-WinEvent | Export-Clixml -Depth 3`. */
export function winEventClixml(events: readonly ScenarioEvent[]): string {
  let reference = 0;
  const next = (): number => reference++;
  const value = (inside: string): string =>
    `          <Obj RefId="${next()}">\r\n            <TN RefId="2"><T>System.Diagnostics.Eventing.Reader.EventProperty</T></TN>\r\n` +
    `            <ToString>System.Diagnostics.Eventing.Reader.EventProperty</ToString>\r\n            <Props>${inside}</Props>\r\n          </Obj>\r\n`;
  const object = (event: ScenarioEvent, index: number): string => {
    const values = event.data.map((text) => value(`<S N="Value">${escaped(text)}</S>`)).join('');
    const binary = event.binary === undefined ? '' : value(`<BA N="Value">${base64(event.binary)}</BA>`);
    return (
      `  <Obj RefId="${next()}">\r\n    <TN RefId="0">\r\n      <T>System.Diagnostics.Eventing.Reader.EventLogRecord</T>\r\n      <T>System.Object</T>\r\n    </TN>\r\n` +
      `    <ToString>System.Diagnostics.Eventing.Reader.EventLogRecord</ToString>\r\n    <Props>\r\n      <I32 N="Id">${event.eventId}</I32>\r\n` +
      `      <Nil N="Version" />\r\n      <I32 N="Qualifiers">49152</I32>\r\n      <By N="Level">${LEVELS[event.level]}</By>\r\n      <I64 N="Keywords">36028797018963968</I64>\r\n` +
      `      <I64 N="RecordId">${2000 + index}</I64>\r\n      <S N="ProviderName">${event.provider}</S>\r\n      <S N="LogName">${event.channel}</S>\r\n` +
      `      <S N="MachineName">${COMPUTER}</S>\r\n      <Obj N="UserId" RefId="${next()}"><ToString>S-1-5-18</ToString><Props><S N="Value">S-1-5-18</S></Props></Obj>\r\n` +
      `      <DT N="TimeCreated">${event.time.replace('T', 'T')}.1234567+00:00</DT>\r\n      <S N="LevelDisplayName">${event.level}</S>\r\n` +
      `      <Obj N="Properties" RefId="${next()}">\r\n        <LST>\r\n${values}${binary}        </LST>\r\n      </Obj>\r\n    </Props>\r\n` +
      `    <MS>\r\n      <S N="Message">${escaped(event.message)}</S>\r\n    </MS>\r\n  </Obj>\r\n`
    );
  };
  return objects(events.map(object));
}

/** `Export-Clixml -InputObject` of Get-EventLog: an array is one object. */
export function eventLogClixml(events: readonly ScenarioEvent[]): string {
  const object = (event: ScenarioEvent, index: number): string =>
    `<Obj RefId="${index * 4 + 1}"><TNRef RefId="1" /><ToString>System.Diagnostics.EventLogEntry</ToString><Props>` +
    `<S N="MachineName">${COMPUTER}</S><BA N="Data">${base64(event.binary ?? '')}</BA><I32 N="Index">${2000 - index}</I32>` +
    `<Obj N="EntryType" RefId="${index * 4 + 2}"><TNRef RefId="2" /><ToString>${event.level}</ToString><I32>1</I32></Obj>` +
    `<S N="Message">${escaped(event.message)}</S><S N="Source">${event.provider}</S><Obj N="ReplacementStrings" RefId="${index * 4 + 3}">` +
    `<TNRef RefId="3" /><LST>${event.data.map((text) => `<S>${escaped(text)}</S>`).join('')}</LST></Obj>` +
    `<I64 N="InstanceId">${0xc0000000 + event.eventId}</I64><DT N="TimeGenerated">${event.time}-00:00</DT><S N="UserName"></S></Props>` +
    `<MS><I32 N="EventID">${event.eventId}</I32></MS></Obj>`;
  const array = '<Obj RefId="0"><TN RefId="0"><T>System.Object[]</T><T>System.Array</T><T>System.Object</T></TN><LST>';
  return objects([`${array}${events.map(object).join('')}</LST></Obj>`]);
}
