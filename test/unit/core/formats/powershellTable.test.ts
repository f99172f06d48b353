import assert from 'node:assert/strict';
import { detectFormat } from '../../../../src/core/formats/index';
import type { RecordHead } from '../../../../src/core/records/eventRecord';
import { powershellTable } from '../../../../src/core/formats/powershellTable';
import { readAll } from '../../feed';
import { marked } from '../../marked';

function read(text: string) {
  const { records, problems } = readAll(powershellTable, text);
  assert.deepEqual(problems, []);
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
    assert.deepEqual(read(text), ['SCM|7031|2|09:14:08|PXE02|The WDS serv…', 'WDSServer|1|4|09:14:09|PXE02|Text']);
    const wrapped = `${HEADER}14.03.2012 09:14:08           7031 Fehler           One\n${' '.repeat(52)}two\n\nEnd of it\n`;
    assert.deepEqual(
      read(wrapped).map((line) => line.replace(/\s+/g, ' ')),
      ['|7031|2|09:14:08||One two'],
    );
  });

  it('ends at the first line that is no row', () => {
    const row = '3/14/2012 9:14:08 AM          7031 Error            x\n';
    assert.equal(read(`${HEADER}${row}${row}that was it\n${row}`).length, 2);
    assert.equal(read(`${HEADER}${row}${row.replace(' 7031', '7031 ')} ${row.replace(' 7031', '  7031')}`).length, 1);
  });

  it('is not seen in other tables', () => {
    for (const text of ['TimeCreated  Id\n-----------  --\nx            1\n', 'Id TimeCreated\nnothing below\n'])
      assert.equal(powershellTable.detect(text), false);
  });
});
