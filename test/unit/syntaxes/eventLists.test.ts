import { checkScopes } from './tokens';

const CSV = 'text.wintriage.events-csv';
const TXT = 'text.wintriage.events-txt';
const SOURCE = 'entity.name.type.source';
const TIME = 'variable.other.time';
const ID = 'constant.numeric.event-id';

describe('the grammar of Event Viewer CSV', () => {
  it('marks the column names of any display language', async () => {
    await checkScopes(CSV, '«Level,Date and Time,Source,Event ID,Task Category»', ['markup.heading']);
    await checkScopes(CSV, '«Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie»', ['markup.heading']);
  });

  it('marks level, time, source and id of a record', async () => {
    const record =
      '«Error»,«3/14/2012 10:14:08 AM»,«Service Control Manager»,«7031»,None,The «Print Spooler» service terminated unexpectedly.';
    await checkScopes(CSV, record, ['token.error-token', TIME, SOURCE, ID, 'entity.name.type.service']);
  });

  it('tells warnings and localised levels apart', async () => {
    await checkScopes(CSV, '«Warning»,3/14/2012 10:14:08 AM,WDSServer,512,None', ['token.warn-token']);
    await checkScopes(CSV, '«Informationen»,27.10.2021 12:28:26,WDSServer,517,Keine', ['token.info-token']);
    await checkScopes(CSV, '«错误»,2019/1/5 0:15:13,WDSServer,513,无', ['token.error-token']);
  });

  it('keeps to a quoted description over several lines, with doubled quotes', async () => {
    const text = [
      'Warning,3/14/2012 10:16:09 AM,WDSServer,512,WDSServer,"An error occurred in provider «WdsImgSrv», «""»quoted«""»',
      '«Error,not a record» of its own',
      'Error Information: «0xC1030136»"',
      'Error,3/14/2012 10:16:09 AM,«WDSIMGSRV»,258,WdsImgSrv,"Error Information: «0xC1030136»"',
    ].join('\r\n');
    const escape = 'constant.character.escape';
    const code = 'constant.numeric.hex';
    await checkScopes(CSV, text, ['entity.name.type.provider', escape, escape, 'not token', code, SOURCE, code]);
  });

  it('finds the next record after a quote that was never closed', async () => {
    const text = 'Error,3/14/2012 10:16:09 AM,A,1,None,"open\nError,3/14/2012 10:16:10 AM,«WDSServer»,«513»,None,x';
    await checkScopes(CSV, text, [SOURCE, ID]);
  });

  it('marks the program, module and exception code of a crash', async () => {
    const text =
      'Error,3/14/2012 10:14:07 AM,Application Error,1000,(100),"«Faulting application name:» «svchost.exe_WDSServer», version: 6\nFaulting module name: «ntdll.dll», version: 6\nException code: «0xc0000374»\n«Faulting application start time:» «0x01cd»"';
    const program = 'entity.name.type.program';
    const [label, code] = ['keyword.other.label', 'constant.numeric.hex'];
    await checkScopes(CSV, text, [label, program, program, code, label, code]);
  });
});

describe('the grammar of the Event Viewer text list', () => {
  it('marks level, time, source and id of a record', async () => {
    const record = '«Error»\t«8/23/2017 6:48:27 PM»\t«Service Control Manager»\t«7031»\tNone';
    await checkScopes(TXT, record, ['token.error-token', TIME, SOURCE, ID]);
  });

  it('marks the column names', async () => {
    await checkScopes(TXT, '«Level\tDate and Time\tSource\tEvent ID\tTask Category»', ['markup.heading']);
  });

  it('keeps to a quoted description over several lines', async () => {
    const text =
      'Information\t8/3/2019 7:02:25 PM\tWindows Error Reporting\t1001\tNone\t"Fault bucket , type 0\nP7: «0xc0000374»"\nError\t8/3/2019 7:02:25 PM\t«SCM»\t7031\tNone';
    await checkScopes(TXT, text, ['constant.numeric.hex', SOURCE]);
  });
});
