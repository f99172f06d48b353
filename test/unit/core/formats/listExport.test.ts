import { strict as assert } from 'node:assert';
import type { EventRecord } from '../../../../src/core/records/eventRecord';
import { renderIso } from '../../../../src/core/records/parseTime';
import { eventCsv, eventTxt } from '../../../../src/core/formats/listExport';
import { readAll } from '../../feed';
import { marked } from '../../marked';

const HEADER = 'Level,Date and Time,Source,Event ID,Task Category';

/** The values of a record without their places. */
function valuesOf(record: EventRecord): Readonly<Record<string, unknown>> {
  const { provider, eventId, level, timeCreated, computer, userId, channel, recordId, message, qualifiers } = record;
  const all = {
    provider: provider.value,
    eventId: eventId?.value,
    level: level?.value,
    time: timeCreated && renderIso(timeCreated.value),
    computer: computer?.value,
    userId: userId?.value,
    channel: channel?.value,
    recordId: recordId?.value,
    message: message?.value,
    qualifiers,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function notExpected(): void {
  assert.fail('not expected');
}

function readCsv(...lines: readonly string[]) {
  const { records, problems } = readAll(eventCsv, `${lines.join('\r\n')}\r\n`);
  return { records: records.map(valuesOf), problems };
}

describe('eventCsv', () => {
  it('reads five names over six fields', () => {
    const { records, problems } = readCsv(
      HEADER,
      'Error,3/14/2012 9:14:08 AM,Service Control Manager,7031,None,The WDSServer service stopped.',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(records, [
      {
        provider: 'Service Control Manager',
        eventId: 7031,
        level: 2,
        time: '2012-03-14T09:14:08',
        message: 'The WDSServer service stopped.',
      },
    ]);
  });

  it('knows the exact place of each record and field', () => {
    const { text, spans } = marked(
      `${HEADER}\r\n` +
        '««Error»,«3/14/2012 9:14:08 AM»,«Service Control Manager»,«7031»,None,"«The ""WDS"" service\r\n\r\nstopped.»"»\r\n',
    );
    const [record] = readAll(eventCsv, text).records;
    const { span, level, timeCreated, provider, eventId, message } = record ?? assert.fail('no record');
    const places = [span, level?.span, timeCreated?.span, provider.span, eventId?.span, message?.span];
    assert.deepEqual(places, spans);
    assert.equal(message?.value, 'The "WDS" service\r\n\r\nstopped.');
  });

  it('places fields inside their quotes and without the blanks around them', () => {
    const { text, spans } = marked(
      `${HEADER}\n"«Error»","«3/14/2012 9:14:08 AM»"," «My ""own"" source» ","«7031»","None","«Text»"\n`,
    );
    const [record] = readAll(eventCsv, text).records;
    const { level, timeCreated, provider, eventId, message } = record ?? assert.fail('no record');
    assert.deepEqual([level?.span, timeCreated?.span, provider.span, eventId?.span, message?.span], spans);
    assert.equal(provider.value, 'My "own" source');
  });

  it('reads German and Chinese exports by shape', () => {
    const german = readCsv(
      'Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie',
      'Informationen,27.10.2021 12:28:26,Microsoft-Windows-PrintService,317,Warteschlange,Die Warteschlange PXE wurde geleert.',
      'Fehler,27.10.2021 12:28:27,Service Control Manager,7031,Keine,"Dienst ""WDS"" beendet."',
    );
    assert.deepEqual(
      german.records.map(({ eventId, level, time, message }) => [eventId, level, time, message]),
      [
        [317, 4, '2021-10-27T12:28:26', 'Die Warteschlange PXE wurde geleert.'],
        [7031, 2, '2021-10-27T12:28:27', 'Dienst "WDS" beendet.'],
      ],
    );
    const chinese = readCsv(
      '级别,日期和时间,来源,事件 ID,任务类别',
      '错误,2019/1/5 0:15:13,Service Control Manager,7031,无',
    );
    assert.deepEqual(chinese.records, [
      { provider: 'Service Control Manager', eventId: 7031, level: 2, time: '2019-01-05T00:15:13' },
    ]);
  });

  it('reads a list without a header', () => {
    const { records, problems } = readCsv('Error,14.03.2012 09:14:08,WDSServer,512,WDSServer,Text');
    assert.deepEqual([records.length, problems], [1, []]);
  });

  it('reads semicolons and tabs as separators', () => {
    for (const separator of [';', '\t']) {
      const { records, problems } = readCsv(
        HEADER.replaceAll(',', separator),
        ['Error', '14.03.2012 09:14:08', 'WDSServer', '512', 'WDSServer', '"a, b; c"'].join(separator),
      );
      assert.deepEqual([records[0]?.['message'], problems], ['a, b; c', []]);
    }
  });

  it('takes the rest of the line for a description that lacks its quotes', () => {
    const { records } = readCsv(HEADER, 'Error,14.03.2012 09:14:08,WDSServer,512,None,one, two, three');
    assert.equal(records[0]?.['message'], 'one, two, three');
  });

  it('reads columns that scripts append, by their English names', () => {
    const { records, problems } = readCsv(
      `${HEADER},Description,Computer,User,Log Name,Record ID,Opcode`,
      'Error,14.03.2012 09:14:08,WDSServer,512,None,"a, b",PXE01.contoso.example,S-1-5-18,Application,4711,Info',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(records, [
      {
        provider: 'WDSServer',
        eventId: 512,
        level: 2,
        time: '2012-03-14T09:14:08',
        computer: 'PXE01.contoso.example',
        userId: 'S-1-5-18',
        channel: 'Application',
        recordId: 4711,
        message: 'a, b',
      },
    ]);
  });

  it('finds the description behind appended columns that are named', () => {
    const { records } = readCsv(
      'Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie,Computer,Keywords',
      'Fehler,14.03.2012 09:14:08,WDSServer,512,Keine,PXE01,Klassisch,Text',
    );
    assert.deepEqual([records[0]?.['computer'], records[0]?.['message']], ['PXE01', 'Text']);
  });

  it('takes an English header at its word when the order is another', () => {
    const { records } = readCsv(
      'Date and Time,Event ID,Source,Level,Task Category,Message',
      '14.03.2012 09:14:08,512,WDSServer,Error,None,Text',
    );
    assert.deepEqual(records, [
      { provider: 'WDSServer', eventId: 512, level: 2, time: '2012-03-14T09:14:08', message: 'Text' },
    ]);
  });

  it('reads the security log, which has keywords in place of levels', () => {
    const { records } = readCsv(
      'Keywords,Date and Time,Source,Event ID,Task Category',
      'Audit Failure,14.03.2012 09:14:08,Microsoft-Windows-Security-Auditing,4625,Logon,Text',
    );
    assert.equal(records[0]?.['level'], 0);
  });

  it('takes the low word of an instance id', () => {
    const { records } = readCsv(HEADER, 'Error,14.03.2012 09:14:08,Service Control Manager,3221232503,None,Text');
    assert.deepEqual([records[0]?.['eventId'], records[0]?.['qualifiers']], [7031, 0xc000]);
  });

  it('leaves out what the row does not say', () => {
    const { records } = readCsv(HEADER, 'Zdarzenie,14.03.2012 09:14:08,WDSServer,512,None,');
    assert.deepEqual(records, [{ provider: 'WDSServer', eventId: 512, time: '2012-03-14T09:14:08' }]);
  });

  it('reads whole records only when they are asked for', () => {
    const reader = eventCsv.openReader({ dateOrder: 'auto', messageTemplates: [] });
    let heads = 0;
    const text = `${HEADER}\nError,14.03.2012 09:14:08,WDSServer,512,None,Text\n`;
    const consumed = reader.read(
      { text, base: 0, ended: true },
      {
        head: () => ++heads > 1,
        record: notExpected,
        problem: notExpected,
      },
    );
    assert.deepEqual([heads, consumed], [1, text.length]);
  });

  it('reads a single record again after the last window', () => {
    const text = `${HEADER}\nError,14.03.2012 09:14:08,A,1,None,"x\ny"\nError,14.03.2012 09:14:09,B,2,None,z\n`;
    const reader = eventCsv.openReader({ dateOrder: 'auto', messageTemplates: [] });
    const records: EventRecord[] = [];
    const sink = { head: () => true, record: (record: EventRecord) => void records.push(record), problem: notExpected };
    reader.read({ text, base: 0, ended: true }, sink);
    for (const { span } of [...records]) {
      reader.read({ text: text.slice(span.start, span.end), base: span.start, ended: true }, sink);
    }
    assert.equal(records.length, 4);
    assert.deepEqual(records.slice(2), records.slice(0, 2));
  });

  it('tells the order of day and month from any date of the file', () => {
    const orderAfter = (...dates: readonly string[]) => {
      const reader = eventCsv.openReader({ dateOrder: 'auto', messageTemplates: [] });
      const rows = dates.map((date) => `Error,${date},WDSServer,512,None,Text\n`);
      const sink = { head: () => false, record: notExpected, problem: notExpected };
      reader.read({ text: `${HEADER}\n${rows.join('')}`, base: 0, ended: true }, sink);
      return reader.dateOrder;
    };
    assert.equal(orderAfter('5/3/2012 9:14:08', '25/3/2012 9:14:08'), 'dayFirst');
    assert.equal(orderAfter('3/25/2012 9:14:08', '3/5/2012 9:14:08'), 'monthFirst');
    assert.equal(orderAfter('5/3/2012 9:14:08', '2012-03-25 9:14:08'), undefined);
    assert.equal(orderAfter('25/3/2012 9:14:08', '3/25/2012 9:14:08'), undefined);
  });

  it('reads an ambiguous date as the setting says', () => {
    const text = 'Error,3/5/2012 9:14:08,WDSServer,512,None,Text\n';
    const timeUnder = (dateOrder: 'dayFirst' | 'monthFirst') =>
      readAll(eventCsv, text, { dateOrder }).heads[0]?.timeCreated?.value.milliseconds;
    assert.equal(timeUnder('dayFirst'), Date.UTC(2012, 4, 3, 9, 14, 8));
    assert.equal(timeUnder('monthFirst'), Date.UTC(2012, 2, 5, 9, 14, 8));
  });
});

describe('eventTxt', () => {
  it('reads tab-separated lists with descriptions over several lines', () => {
    const { text, spans } = marked(
      `${HEADER.replaceAll(',', '\t')}\r\n` +
        '«Information\t8/23/2019 7:02:25 PM\tWindows Error Reporting\t1001\tNone\t"«Fault bucket , type 0\r\n\r\nCab Guid: 0»"»\r\n' +
        '«Error\t8/23/2019 7:02:26 PM\tService Control Manager\t7031\tNone\t«Stopped, again.»»\r\n',
    );
    const { records, problems } = readAll(eventTxt, text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      records.flatMap(({ span, message }) => [span, message?.span]),
      spans,
    );
  });

  it('reads lists copied without descriptions and without a header', () => {
    const { records } = readAll(
      eventTxt,
      'Error\t8/23/2017 6:48:27 PM\tService Control Manager\t7031\tNone\r\n' +
        '信息\t2019/1/5 0:15:13\tService Control Manager\t7040\t无\r\n',
    );
    assert.deepEqual(
      records.map((record) => [record.eventId?.value, record.level?.value, record.message]),
      [
        [7031, 2, undefined],
        [7040, 4, undefined],
      ],
    );
  });
});
