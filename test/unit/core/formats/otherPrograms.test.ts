import assert from 'node:assert/strict';
import { detectFormat } from '../../../../src/core/formats/index';
import { renderIso } from '../../../../src/core/records/parseTime';
import { spanWithin } from '../../../../src/core/text/escapes';
import { readAll } from '../../feed';

/** What is read of the first event of a text, whatever its format. */
function firstOf(text: string) {
  const format = detectFormat(text);
  assert.ok(format, text);
  const { records, problems } = readAll(format, text);
  assert.deepEqual(problems, []);
  const [record] = records;
  assert.ok(record);
  return {
    format: format.id,
    provider: record.provider.value,
    eventId: record.eventId?.value,
    level: record.level?.value,
    time: record.timeCreated && renderIso(record.timeCreated.value),
    computer: record.computer?.value,
    channel: record.channel?.value,
    recordId: record.recordId?.value,
    data: record.eventData.map(({ name, value }) => [name, value]),
  };
}

const same = {
  provider: 'Service Control Manager',
  eventId: 7031,
  level: 2,
  computer: 'PXE01',
  channel: 'System',
  recordId: 143,
};

describe('exports of other programs', () => {
  it('are read from the flat JSON of python-evtx, which has no provider and times in UTC', () => {
    const system =
      '"EventRecordID":"143","Version":"0","EventID":"7031","Level":"2","Keywords":"0x80","TimeCreated":"2016-02-11 17:20:12.124183"';
    const text = `[{${system},"Correlation":null,"Channel":"System","Computer":"PXE01","UserID":"","param1":"WDS","param2":"1","Binary":"5700"}]`;
    assert.deepEqual(firstOf(text), {
      ...same,
      format: 'event-json',
      provider: '',
      time: '2016-02-11T17:20:12.124Z',
      data: [
        ['param1', 'WDS'],
        ['param2', '1'],
      ],
    });
  });

  it('are read from EvtxECmd, as CSV and as JSON', () => {
    const csv =
      'RecordNumber,EventRecordId,TimeCreated,EventId,Level,Provider,Channel,ProcessId,ThreadId,Computer,ChunkNumber,UserId,MapDescription,Payload\r\n' +
      '143,143,2012-03-14 09:14:08.1234567,7031,Error,Service Control Manager,System,516,3772,PXE01,0,,,"{""EventData"":{}}"\r\n';
    const time = '2012-03-14T09:14:08.123';
    assert.deepEqual(firstOf(csv), { ...same, format: 'powershell-csv', time, data: [] });
    const json =
      '{"Payload":"{}","Channel":"System","Provider":"Service Control Manager","EventId":7031,"EventRecordId":"143","Computer":"PXE01","Level":"Error",' +
      '"TimeCreated":"2012-03-14T09:14:08.1234567+00:00","RecordNumber":1}';
    assert.deepEqual(firstOf(json), { ...same, format: 'event-json', time: `${time}Z`, data: [] });
  });

  it('are read from FullEventLogView, as text, CSV, text with tabs and JSON', () => {
    const row = {
      'Event Time': '14/03/2012 09:14:08.123',
      'Record ID': '143',
      'Event ID': '7031',
      Level: 'Error',
      Channel: 'System',
      Provider: 'Service Control Manager',
      Description: 'The WDS service\r\nis down.',
      Computer: 'PXE01',
    };
    const time = '2012-03-14T09:14:08.123';
    const quoted = (separator: string): string =>
      [Object.keys(row), Object.values(row)].map((fields) => `"${fields.join(`"${separator}"`)}"\r\n`).join('');
    const plain = `${Object.keys(row).join('\t')}\r\n${Object.values(row).join('\t').replace('\r\n', ' ')}\r\n`;
    for (const text of [quoted(','), quoted('\t'), plain])
      assert.deepEqual(firstOf(text), { ...same, format: 'powershell-csv', time, data: [] });
    assert.deepEqual(firstOf(JSON.stringify([row])), { ...same, format: 'event-json', time, data: [] });
    const rule = '='.repeat(50);
    const event = Object.entries(row).map(([name, value]) => `${name.padEnd(18)}: ${value}\r\n`);
    const text = `${rule}\r\n${event.join('')}${rule}\r\n\r\n`;
    // Without the rule above, as where a file was cut, and without a blank line in between.
    for (const file of [text, text + text, text.slice(rule.length + 2) + text, text.trimEnd() + '\r\n' + text]) {
      assert.deepEqual(firstOf(file), { ...same, format: 'full-event-log-text', time, data: [] });
      const { records, problems } = readAll(detectFormat(file) ?? assert.fail(), file);
      assert.deepEqual(
        [new Set(records.map(({ message }) => message?.value)), problems],
        [new Set(['The WDS service\r\nis down.']), []],
      );
    }
  });

  it('are read from the tables Event and WindowsEvent of Azure Monitor', () => {
    const time = '2012-03-14T09:14:08.123Z';
    const event =
      `[{"TimeGenerated":"${time}","Source":"Service Control Manager","EventLog":"System","Computer":"PXE01","EventLevel":1,"EventLevelName":"error",` +
      '"EventID":7031,"RenderedDescription":"x","EventData":"<DataItem/>","Type":"Event"}]';
    assert.deepEqual(firstOf(event), { ...same, recordId: undefined, format: 'event-json', time, data: [] });
    const windowsEvent =
      `[{"TimeGenerated":"${time}","Provider":"Service Control Manager","Channel":"System","Computer":"PXE01","EventLevel":2,"EventLevelName":"Error",` +
      '"EventID":7031,"EventData":{"param1":"WDS"},"EventRecordId":"143","Type":"WindowsEvent"}]';
    assert.deepEqual(firstOf(windowsEvent), { ...same, format: 'event-json', time, data: [['param1', 'WDS']] });
  });

  it('are read from Log Parser and WMI, whose numbers of types are no levels', () => {
    const csv =
      'EventLog,RecordNumber,TimeGenerated,EventID,EventType,EventTypeName,SourceName,Strings,ComputerName,Message\r\n' +
      'System,143,2012-03-14 09:14:08,7031,1,Error event,Service Control Manager,WDS|1,PXE01,The WDS service\r\n';
    assert.deepEqual(firstOf(csv), { ...same, format: 'powershell-csv', time: '2012-03-14T09:14:08', data: [] });
    const withType = (type: string) =>
      firstOf(`{"SourceName":"P","EventCode":1,"EventType":${type},"TimeGenerated":"2012-03-14T09:14:08Z"}`).level;
    assert.deepEqual([withType('1'), withType('2'), withType('4'), withType('"ERROR"')], [2, 3, undefined, 2]);
    assert.equal(firstOf(csv.replace('EventTypeName', 'Name')).level, undefined);
  });

  it('are read from every event that Elasticsearch found', () => {
    const hit = '{"_source":{"@timestamp":"2012-03-14T09:14:08Z","winlog":{"provider_name":"P","event_id":"1"}}}';
    for (const first of ['"took":5,"timed_out":false,', '"_scroll_id":"x==", "took" : 5,']) {
      const text = `{${first}"hits":{"total":{"value":2},"max_score":null,"hits" : [${hit},${hit}]}}`;
      const format = detectFormat(text);
      assert.ok(format);
      const { heads, problems } = readAll(format, text);
      assert.deepEqual([heads.length, problems], [2, []]);
    }
  });

  it('are read from the list of Win32_NTLogEvent in PowerShell, bytes only where all of them are written', () => {
    const text = 'EventCode  : 7031\nData       : {87, 0, 68, 0...}\nSourceName : P\n\n';
    const read = (list: string): unknown => {
      const format = detectFormat(list);
      const [record] = format ? readAll(format, list).records : [];
      return [format?.id, record?.eventId?.value, record?.binary?.value];
    };
    assert.deepEqual(read(text), ['powershell-list', 7031, undefined]);
    assert.deepEqual(read(text.replace('...', '')), ['powershell-list', 7031, '57004400']);
  });

  it('are read from wmic with their insertion strings and bytes, which PowerShell leaves out where they are many', () => {
    const text =
      'ComputerName=PXE01\r\r\nData={87,0,68,0}\r\r\nEventCode=7031\r\r\nInsertionStrings={"The "WDS"","1"}\r\r\nLogfile=System\r\r\n' +
      'Message=Der Dienst\r\n\r\nendete.\r\r\nRecordNumber=143\r\r\nSourceName=Service Control Manager\r\r\n' +
      'TimeGenerated=20120314101408.500000+060\r\r\nType=Fehler\r\r\nUser=\r\r\n\r\r\n';
    const read = firstOf(text + text);
    assert.deepEqual(read, {
      ...same,
      format: 'wmic-list',
      time: '2012-03-14T09:14:08.500Z',
      data: [
        [undefined, 'The "WDS"'],
        [undefined, '1'],
      ],
    });
    const [record] = readAll(detectFormat(text) ?? assert.fail(), text).records;
    assert.deepEqual(
      [record?.binary?.value, record?.message?.value.replace(/\s+/g, ' ')],
      ['57004400', 'Der Dienst endete.'],
    );
    assert.equal(text.slice(record?.eventData[1]?.span.start, record?.eventData[1]?.span.end), '1');
  });

  it('are read from Splunk in either order of its fields, with and without the line of the date', () => {
    const date = '03/14/2012 09:14:08 AM\n';
    const fields = [
      'SourceName=Service Control Manager',
      'EventCode=7031',
      'EventType=2',
      'Type=Error',
      'ComputerName=PXE01',
      'RecordNumber=143',
    ];
    const event = (order: readonly string[]): string =>
      `LogName=System\n${order.join('\n')}\nMessage=The WDS service\n03/15/2012 09:14:08 AM\nis down.\n\n`;
    for (const order of [fields, [...fields].reverse()]) {
      const time = '2012-03-14T09:14:08';
      const text = date + event(order) + date + event(order) + event(order);
      assert.deepEqual(firstOf(text), { ...same, format: 'splunk-text', time, data: [] });
      const { records } = readAll(detectFormat(text) ?? assert.fail(), text);
      assert.deepEqual(
        records.map(({ timeCreated, message }) => [timeCreated && renderIso(timeCreated.value), message?.value]),
        [time, time, undefined].map((each) => [each, 'The WDS service\n03/15/2012 09:14:08 AM\nis down.']),
      );
    }
  });

  it('have the month first in Splunk, whatever the setting says', () => {
    const text = '03/04/2012 09:14:08 AM\nLogName=System\nEventCode=1\nMessage=x\n';
    const { records } = readAll(detectFormat(text) ?? assert.fail(), text, { dateOrder: 'dayFirst' });
    const time = records[0]?.timeCreated?.value;
    assert.equal(time && renderIso(time), '2012-03-04T09:14:08');
  });

  it('are read from the column _raw of a CSV of Splunk, alone and among others, with their quotes undone', () => {
    const fields =
      'LogName=System\r\nSourceName=Service Control Manager\r\nEventCode=7031\r\nType=Error\r\nComputerName=PXE01\r\nRecordNumber=143';
    const time = '2012-03-14T09:14:08';
    const rows: readonly (readonly [heading: string, before: string, after: string])[] = [
      ['"_raw"', '', ''],
      ['"_time","_raw",host', '"2012-03-14T09:14:08.000+0000",', ',PXE01'],
      ['host,"_raw"', 'PXE01,', ''],
    ];
    for (const [heading, before, after] of rows) {
      const row = `${before}"03/14/2012 09:14:08 AM\r\n${fields}\r\nMessage=The ""WDS"" service\r\nis down."${after}\r\n`;
      const text = `${heading}\r\n${row}${row}`;
      assert.deepEqual(firstOf(text), { ...same, format: 'splunk-text', time, data: [] });
      const { records } = readAll(detectFormat(text) ?? assert.fail(), text);
      assert.deepEqual(
        records.map(({ timeCreated, message }) => [timeCreated && renderIso(timeCreated.value), message?.value]),
        [time, time].map((each) => [each, 'The "WDS" service\r\nis down.']),
      );
      const dateSpan = records[1]?.timeCreated?.span;
      assert.equal(text.slice(dateSpan?.start, dateSpan?.end), '03/14/2012 09:14:08 AM');
    }
  });

  it('are read from XML in the column _raw, whose quotes are single or doubled, with those of texts undone', () => {
    const event =
      "<Event xmlns='x'><System><Provider Name='Service Control Manager' Guid=''/><EventID Qualifiers='49152'>7031</EventID><Level>2</Level>" +
      "<TimeCreated SystemTime='2012-03-14T09:14:08.000Z'/><EventRecordID>143</EventRecordID><Channel>System</Channel>" +
      '<Computer>PXE01</Computer><Security UserID=\'S-1-5-18\'/></System><EventData><Data Name=\'param1\'>Name=""WDS"" &quot;&quot;</Data></EventData>' +
      '<RenderingInfo><Message>The ""WDS"" failed: 0xC1030136</Message></RenderingInfo></Event>';
    const time = '2012-03-14T09:14:08Z';
    const data = [['param1', 'Name="WDS" ""']];
    for (const written of [event, event.replaceAll("'", '""')]) {
      for (const [heading, before, after] of [
        ['"_raw"', '', ''],
        ['"_time","_raw",host', '"2012-03-14T09:14:08.000+0000",', ',PXE01'],
      ]) {
        const text = `${heading}\n${before}"${written}"${after}\n${before}"${written}"${after}\n`;
        assert.deepEqual(firstOf(text), { ...same, format: 'event-xml', time, data });
        const { records } = readAll(detectFormat(text) ?? assert.fail(), text);
        const [, { provider, message, userId, qualifiers } = assert.fail()] = records;
        assert.deepEqual([records.length, qualifiers, userId?.value], [2, 49152, 'S-1-5-18']);
        assert.equal(text.slice(provider.span.start, provider.span.end), 'Service Control Manager');
        assert.equal(message?.value, 'The "WDS" failed: 0xC1030136');
        const code = spanWithin(message, message.value.indexOf('0x'), message.value.length);
        assert.equal(text.slice(code.start, code.end), '0xC1030136');
        assert.equal(text.slice(message.span.start, code.start), 'The ""WDS"" failed: ');
      }
    }
  });

  it('are read from PsLogList with any delimiter, below its banner and headings', () => {
    const row =
      '143,System,Service Control Manager,ERROR,PXE01,3/14/2012 9:14:08 AM,7031,None,The WDS service, as it is';
    const heading = 'System log on \\\\PXE01:\r\n';
    const banner = 'PsLoglist v2.8 - local and remote event log viewer\r\nSysinternals - www.sysinternals.com\r\n\r\n';
    for (const delimiter of [',', '\t', ';', '|']) {
      const line = row.replaceAll(/,(?! )/g, delimiter);
      const text = `${banner}${heading}${line}\r\n${heading}${line}\r\n`;
      assert.deepEqual(firstOf(text), { ...same, format: 'psloglist-list', time: '2012-03-14T09:14:08', data: [] });
    }
    assert.equal(detectFormat('1,a,b,c,d,3/14/2012 9:14:08 AM,7,None,x\r\n'), undefined);
  });
});
