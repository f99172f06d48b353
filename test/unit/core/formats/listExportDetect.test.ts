import { strict as assert } from 'node:assert';
import { eventCsv, eventTxt } from '../../../../src/core/formats/listExport';

function formatsOf(...lines: readonly string[]): readonly string[] {
  const head = lines.join('\r\n');
  return [eventCsv, eventTxt].filter((format) => format.detect(head)).map(({ id }) => id);
}

const HEADER = 'Level,Date and Time,Source,Event ID,Task Category';
const ROW = 'Error,3/14/2012 9:14:08 AM,Service Control Manager,7031,None,"The service stopped."';
const PLAIN = 'Alpha,3/14/2012 9:14:08 AM,Beta,12,Gamma';

describe('detecting list exports', () => {
  it('knows the English header over a row', () => {
    assert.deepEqual(formatsOf(HEADER, ROW), ['event-csv']);
    assert.deepEqual(formatsOf('', HEADER, PLAIN), ['event-csv']);
    assert.deepEqual(formatsOf(HEADER.replaceAll(',', ';'), ROW.replaceAll(',', ';')), ['event-csv']);
    assert.deepEqual(formatsOf(HEADER.replaceAll(',', '\t'), ROW.replaceAll(',', '\t')), ['event-txt']);
  });

  it('knows a header in a language that it does not speak by five names over six fields', () => {
    const header = 'Taso,Päivämäärä,Lähde,Tapahtumatunnus,Luokka';
    assert.deepEqual(formatsOf(header, 'Virhe,14.3.2012 9.14.08,WDS,7031,Ei,"Palvelu\r\npysähtyi"'), ['event-csv']);
  });

  it('knows a header without descriptions by the levels or the providers below it', () => {
    assert.deepEqual(formatsOf('级别,日期和时间,来源,事件 ID,任务类别', '错误,2019/1/5 0:15:13,WDS,7031,无'), [
      'event-csv',
    ]);
    assert.deepEqual(
      formatsOf('Taso,Aika,Lähde,Tunnus,Luokka', 'Virhe,14.3.2012 9.14.08,Microsoft-Windows-WAS,5011,Ei'),
      ['event-csv'],
    );
  });

  it('knows rows without a header', () => {
    assert.deepEqual(formatsOf(ROW, ROW), ['event-csv']);
    assert.deepEqual(formatsOf(ROW), ['event-csv']);
    assert.deepEqual(formatsOf('错误\t2019/1/5 0:15:13\tService Control Manager\t7031\t无'), ['event-txt']);
  });

  it('knows a list that the head cuts anywhere behind its first row', () => {
    const head = [HEADER, ROW, ROW].join('\r\n');
    for (let cut = HEADER.length + 2 + ROW.indexOf('None') + 1; cut <= head.length; cut++) {
      assert.equal(eventCsv.detect(head.slice(0, cut)), true, `cut at ${cut}`);
    }
  });

  it('knows a list whose dates are in a notation that is not known by the names, levels and ids', () => {
    for (const date of ['14-Mrz-12 9:14:08', '1433/4/21 9:14:08', '?']) {
      assert.deepEqual(formatsOf(HEADER, ROW.replace('3/14/2012 9:14:08 AM', date)), ['event-csv'], date);
      assert.deepEqual(formatsOf(ROW.replace('3/14/2012 9:14:08 AM', date)), [], date);
    }
    assert.deepEqual(formatsOf(HEADER, PLAIN.replace('3/14/2012 9:14:08 AM', '?')), []);
  });

  it('bears damaged rows among good ones', () => {
    assert.deepEqual(formatsOf(HEADER, ROW, 'short', ROW), ['event-csv']);
  });

  it('leaves other tables alone', () => {
    const others: readonly (readonly string[])[] = [
      ['name,date,amount', 'Anna,2024-01-05,12'],
      [
        'Name,Timestamp,City,Amount,Note',
        'Anna,2024-01-05 10:00:00,Paris,12,paid',
        'Bo,2024-01-05 11:00:00,Oslo,3,open',
      ],
      ['Name,Timestamp,City,Amount,Note', 'Anna,2024-01-05 10:00:00,Paris,12,'],
      ['level,time,logger,thread,message', 'ERROR,2024-01-05 10:00:00,app.main,12,failed'],
      ['Anna,2024-01-05 10:00:00,Paris,12,paid', 'Bo,2024-01-05 11:00:00,Oslo,3,open'],
      ['a,b,c,d,e', '1,2,3,4,5', '6,7,8,9,10'],
      [HEADER],
      [HEADER, 'no,event,at,all,here'],
      [HEADER, PLAIN, 'no,event,at,all,here', 'nor,is,this,line,one'],
      ['"EventID","MachineName","Data","Index","Category"', '"7031","PXE01","System.Byte[]","12","(0)"'],
    ];
    for (const lines of others) assert.deepEqual(formatsOf(...lines), [], lines[0]);
  });

  it('leaves logs, code and prose alone', () => {
    const others: readonly (readonly string[])[] = [
      [''],
      [',,,,', ',,,,'],
      ['\t\t\t\t\t'],
      ['2024-01-15 08:00:00, Info                  DISM   DISM Provider Store: PID=1 TID=2, a, b, c, d'],
      ['2024-01-15 08:00:00, Info                  CBS    Loaded, once, twice, thrice, done'],
      ['const table = [1, 2, 3, 4, 5];', 'export { table };'],
      ['# Title', '', 'One, two, three, four, five and six.', '', '```', HEADER, ROW, '```'],
      ['7031,ERROR,Service Control Manager,Mon Feb 11 14:25:12 2013,No User,The service stopped'],
      ['{10000000-0000-0000-0000-000000000000}\t2024-01-15 08:00:00:123\t1\tUpdate\t1\t0x0\tAgent\tSuccess'],
      ['x,'.repeat(40_000)],
    ];
    for (const lines of others) assert.deepEqual(formatsOf(...lines), [], lines[0]);
  });
});
