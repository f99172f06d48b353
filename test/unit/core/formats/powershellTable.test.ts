import assert from 'node:assert/strict';
import { detectFormat } from '../../../../src/core/formats/index';
import type { RecordHead } from '../../../../src/core/records/eventRecord';
import { withInsertionStrings } from '../../../../src/core/records/insertionStrings';
import { indexTemplates } from '../../../../src/core/records/templateIndex';
import messageTemplates from '../../../../src/catalogue/messages.json';
import { powershellTable } from '../../../../src/core/formats/powershellTable';
import { readAll } from '../../feed';
import { marked } from '../../marked';

const SERVICE = 'Windows Deployment Services Server';

function read(text: string) {
  const { records, problems } = readAll(powershellTable, text);
  assert.deepEqual(
    problems.filter(({ code }) => code !== 'text-cut'),
    [],
  );
  return records.map(({ provider, eventId, level, timeCreated, computer, message }) =>
    [
      provider.value,
      eventId?.value,
      level?.value,
      timeCreated && new Date(timeCreated.value.milliseconds).toISOString().slice(11, 19),
      computer?.value,
      message?.value,
    ].join('|'),
  );
}

const RULE = '-----------                     -- ---------------- -------\n';
const HEADER = `TimeCreated                     Id LevelDisplayName Message\n${RULE}`;

describe('the table of Get-WinEvent', () => {
  it('has the provider above its events, and exact places', () => {
    const { text, spans } = marked(
      `   ProviderName: SCM\n\n${HEADER}«3/14/2012 9:14:08 AM»          «7031» «Error»            «The WDS...»\n\n\n` +
        `   ProviderName: WDSServer\n\n${HEADER}3/14/2012 9:14:09 AM           512                  \n`,
    );
    assert.equal(detectFormat(text)?.id, 'powershell-table');
    assert.deepEqual(read(text), ['SCM|7031|2|09:14:08||The WDS...', 'WDSServer|512||09:14:09||']);
    const [record] = readAll(powershellTable, text).records;
    assert.deepEqual(
      [record?.timeCreated, record?.eventId, record?.level, record?.message].map((field) => field?.span),
      spans,
    );
  });

  it('has its provider also when an event is read again on its own', () => {
    const group = (provider: string): string =>
      `   ProviderName: ${provider}\n\n${HEADER}3/14/2012 9:14:08 AM          7031 Error            x\n\n`;
    const text = group('A') + group('B');
    const reader = powershellTable.openReader({ dateOrder: 'auto', messageTemplates: [] });
    const seen: RecordHead[] = [];
    const sink = { head: (head: RecordHead) => seen.push(head) < 0, record: () => undefined, problem: () => undefined };
    reader.read({ text, base: 0, ended: true }, sink);
    for (const { span } of [...seen].reverse())
      reader.read({ text: text.slice(span.start, span.end), base: span.start, ended: true }, sink);
    assert.deepEqual(
      seen.map(({ provider }) => provider.value),
      ['A', 'B', 'B', 'A'],
    );
  });

  it('may have other columns, and messages over several lines', () => {
    const text =
      'MachineName   Id Level TimeCreated         ProviderName Message       PSComputerName\n' +
      '-----------   -- ----- -----------         ------------ -------       --------------\n' +
      'PXE01       7031     2 2012-03-14 09:14:08 SCM          The WDS serv… PXE02\n' +
      'PXE01          1     4 2012-03-14 09:14:09 WDSServer    Text          PXE02\n';
    assert.deepEqual(read(text), ['SCM|7031|2|09:14:08|PXE01|The WDS serv…', 'WDSServer|1|4|09:14:09|PXE01|Text']);
    const wrapped = `${HEADER}14.03.2012 09:14:08           7031 Fehler           One\n${' '.repeat(52)}two\n\nEnd of it\n`;
    assert.deepEqual(
      read(wrapped).map((line) => line.replace(/\s+/g, ' ')),
      ['|7031|2|09:14:08||One two'],
    );
  });

  it('goes on behind a line that is no row', () => {
    const row = '3/14/2012 9:14:08 AM          7031 Error            x\n';
    assert.equal(read(`${HEADER}${row}${row}that is damaged\n${row}`).length, 3);
    assert.equal(read(`${HEADER}${row}${row.replace(' 7031', '7031 ')} ${row.replace(' 7031', '  7031')}`).length, 1);
  });

  it('tells once that texts are cut off, and takes a source for the one that starts so only where the message is its own', () => {
    const row = (source: string, id: number, message: string): string =>
      `   68808 мар 08 17:04  Error       ${source.padEnd(22)} ${String(id).padStart(10)} ${message}\n`;
    const text =
      '   Index Time          EntryType   Source                 InstanceID Message\n' +
      '   ----- ----          ---------   ------                 ---------- -------\n' +
      row('Service Control M...', 0xc0001b77, 'The Windows Deployment Services Server service terminat...') +
      row('Service Control M...', 0xc0001b77, 'Der Dienst "Windows-Bereitstellungsdiensteserver" wur...') +
      row('Microsoft-Windows...', 37, 'The time provider...');
    assert.equal(detectFormat(text)?.id, 'powershell-table');
    const { records, problems } = readAll(powershellTable, text);
    assert.deepEqual(
      records.map(({ provider, eventId, qualifiers = '', recordId, timeCreated }) =>
        [provider.value, eventId?.value, qualifiers, recordId?.value, timeCreated?.value.zone].join('|'),
      ),
      [
        'Service Control Manager|7031|49152|68808|',
        'Service Control M...|7031|49152|68808|',
        'Microsoft-Windows...|37||68808|',
      ],
    );
    assert.deepEqual(
      problems.map(({ code, span }) => [code, text.slice(span.start, span.end)]),
      [
        ['text-cut', '...'],
        ['time-without-year', 'мар 08 17:04'],
      ],
    );
    const [first] = records;
    assert.deepEqual(
      first && withInsertionStrings(first, indexTemplates(messageTemplates)).eventData[0]?.value,
      SERVICE,
    );
  });

  it('does not take the start of an insertion string for the whole', () => {
    const data = (message: string): string | undefined => {
      const row = `3/14/2012 9:14:08 AM          7031 Error            ${message}\n`;
      const [record] = readAll(powershellTable, `   ProviderName: Service Control Manager\n\n${HEADER}${row}`).records;
      return record && withInsertionStrings(record, indexTemplates(messageTemplates)).eventData[0]?.value;
    };
    assert.equal(data(`The ${SERVICE} service terminated unexpectedly.  It has do…`), SERVICE);
    assert.notEqual(data(`The ${SERVICE} s...`), SERVICE);
    assert.notEqual(data(`The ${SERVICE}...`), SERVICE);
  });

  it('has columns further in front behind letters that a console counts twice, not so in a file', () => {
    const header =
      'TimeCreated                     Id LevelDisplayName Message\n-----------                     -- ---------------- -------\n';
    for (const blanks of [15, 13]) {
      const text = `${header}2019/1/5 0:15:13              7031 错误${' '.repeat(blanks)}WDS 服务\n`;
      assert.deepEqual(read(text), ['|7031|2|00:15:13||WDS 服务']);
    }
  });

  it('has the columns that were asked for', () => {
    const text =
      'TimeGenerated        EventID Source                  EntryType Message\n' +
      '-------------        ------- ------                  --------- -------\n' +
      '3/14/2012 9:14:08 AM    7031 Service Control Manager     Error The WDS service\n';
    assert.deepEqual(read(text), ['Service Control Manager|7031|2|09:14:08||The WDS service']);
  });

  it('is not seen in other tables', () => {
    for (const text of ['TimeCreated  Id\n-----------  --\nx            1\n', 'Id TimeCreated\nnothing below\n'])
      assert.equal(powershellTable.detect(text), false);
  });
});
