import assert from 'node:assert/strict';
import { clixml } from '../../../../src/core/formats/clixml';
import { powershellCsv } from '../../../../src/core/formats/powershellCsv';
import { spanWithin } from '../../../../src/core/text/escapes';
import { cpuTime } from '../../cpuTime';
import { readAll } from '../../feed';
import { marked } from '../../marked';

describe('Export-Csv of PowerShell', () => {
  it('has exact places under any delimiter', () => {
    for (const delimiter of [',', ';', '\t', '|', ':']) {
      const row = ['«7031»', '«Service Control Manager»', '«2012-03-14 09:14:08»'].map((field) => `"${field}"`);
      const header = '"Id" "ProviderName" "TimeCreated"'.replaceAll(' ', delimiter);
      const { text, spans } = marked(`#TYPE X\r\n${header}\r\n${row.join(delimiter)}\r\n`);
      assert.ok(powershellCsv.detect(text), delimiter);
      const { heads, problems } = readAll(powershellCsv, text);
      assert.deepEqual([heads[0]?.eventId?.span, heads[0]?.provider.span, heads[0]?.timeCreated?.span], spans);
      assert.deepEqual(problems, []);
    }
  });

  it('is recognised by an event whose message takes several lines, in whatever column it stands', () => {
    const values = { Message: '"One, \r\ntwo."', Id: '7031', ProviderName: 'P', TimeCreated: '2012-03-14T09:14:08' };
    const names = Object.keys(values) as (keyof typeof values)[];
    for (const turn of names.keys()) {
      const order = [...names.slice(turn), ...names.slice(0, turn)];
      const row = order.map((name) => `"${values[name].replaceAll('"', '""')}"`);
      for (const line of [row.join(','), row.map((field) => field.replace(/^"(\w[^"]*)"$/, '$1')).join(',')]) {
        const text = `${order.join(',')}\r\n${line}\r\n${line}\r\n`;
        assert.ok(powershellCsv.detect(text), text);
        const { records, problems } = readAll(powershellCsv, text);
        assert.deepEqual(
          [records.map(({ eventId, message }) => [eventId?.value, message?.value]), problems],
          [[1, 2].map(() => [7031, values.Message]), []],
        );
      }
    }
  });

  it('is read on behind a last field whose quote is missing, although the next message takes several lines', () => {
    const row = (message: string, level: string): string => `"${message}","1","P","2012-03-14 09:14:08","${level}"\n`;
    const rows = [row('One', 'Error'), row('Two', 'Error').replace('"\n', '\n'), row('Three,\n""3""', 'Error')];
    const text = `"Message","Id","ProviderName","TimeCreated","LevelDisplayName"\n${rows.join('')}`;
    const { records, problems } = readAll(powershellCsv, text);
    assert.deepEqual(
      records.map(({ message }) => message?.value),
      ['One', 'Two', 'Three,\n"3"'],
    );
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['quote-not-closed'],
    );
  });

  it('takes the id out of the low word and the qualifiers out of the high one', () => {
    const text = '"InstanceId","Source","TimeGenerated"\n"3221232503","SCM","2012-03-14 09:14:08"\n';
    const [record] = readAll(powershellCsv, text).records;
    assert.deepEqual([record?.eventId?.value, record?.qualifiers], [7031, 49152]);
  });

  it('finds a place inside a message behind doubled quotes', () => {
    const { text, spans } = marked(
      '"Id","ProviderName","TimeCreated","Message"\n"1","P","2012-03-14 09:14:08","The ""WDS"" «0xC1030136»"\n',
    );
    const message = readAll(powershellCsv, text).records[0]?.message;
    assert.ok(message);
    const from = message.value.indexOf('0x');
    assert.deepEqual(spanWithin(message, from, from + 10), spans[0]);
  });

  it('says once that letters were lost', () => {
    const row = '"1","P","2012-03-14 09:14:08","???? ???"\n';
    const text = `"Id","ProviderName","TimeCreated","Message"\n${row}${row}`;
    const { problems, heads } = readAll(powershellCsv, text);
    assert.equal(heads.length, 2);
    assert.deepEqual(
      problems.map(({ code, span }) => [code, span.start]),
      [['letters-lost', text.indexOf('????')]],
    );
  });

  it('is read without its times where their notation is not known', () => {
    const { text, spans } = marked(
      '"Id","ProviderName","TimeCreated","LevelDisplayName"\n"7031","P","«14-Mar-12»","Error"\n',
    );
    assert.equal(powershellCsv.detect(text), true);
    const { heads, problems } = readAll(powershellCsv, text);
    assert.deepEqual(
      heads.map(({ eventId, level, timeCreated }) => [eventId?.value, level?.value, timeCreated]),
      [[7031, 2, undefined]],
    );
    assert.deepEqual(problems, [{ code: 'field-not-readable', span: spans[0], detail: '14-Mar-12' }]);
  });

  it('is read through a second header and type line', () => {
    const part = '#TYPE X\n"Id","ProviderName","TimeCreated"\n"1","P","2012-03-14 09:14:08"\n';
    const { heads, problems } = readAll(powershellCsv, part + part);
    assert.deepEqual([heads.length, problems], [2, []]);
  });

  it('is not seen in other tables', () => {
    const others = [
      'Level,Date and Time,Source,Event ID,Task Category\nError,3/14/2012 9:14:08 AM,P,1,None\n',
      '"Id","Name"\n"1","x"\n',
      'Id,Source,Message\n1,a,b\n',
      '"Id","ProviderName","TimeCreated"\n"x","P","never"\n',
    ];
    assert.deepEqual(
      others.filter((text) => powershellCsv.detect(text)),
      [],
    );
  });
});

describe('Export-Clixml of PowerShell', () => {
  const object = (id: string): string =>
    `<Obj RefId="1"><Props><I32 N="Id">${id}</I32><S N="ProviderName">P</S><DT N="TimeCreated">2012-03-14T10:14:08.1+01:00</DT></Props></Obj>`;
  const wrap = (inside: string): string => `<Objs Version="1.1.0.1">${inside}</Objs>`;

  it('has exact places, and times of the zone they name', () => {
    const { text, spans } = marked(wrap(object('«7031»')));
    const [head] = readAll(clixml, text).heads;
    assert.deepEqual(head?.eventId?.span, spans[0]);
    assert.deepEqual(head?.timeCreated?.value, { milliseconds: Date.UTC(2012, 2, 14, 9, 14, 8, 100), zone: 'utc' });
  });

  it('takes what stands in another place of the event where it refers to that', () => {
    const properties = '<Obj N="Sid" RefId="7"><ToString>«S-1-5-18»</ToString></Obj><Ref N="UserId" RefId="7" />';
    const { text, spans } = marked(wrap(object('1').replace('<S N=', `${properties}<S N=`)));
    const { records, problems } = readAll(clixml, text);
    assert.deepEqual(records[0]?.userId, { value: 'S-1-5-18', span: spans[0] });
    assert.deepEqual(problems, []);
  });

  it('takes what stands in an event before, as a text at the place where it refers to that', () => {
    const first =
      '<Obj N="UserId" RefId="7"><ToString>S-1-5-18</ToString></Obj><Obj N="Properties" RefId="2"><LST><Obj RefId="8"><ToString>System.X</ToString><Props><S N="Value">a_x000A_b</S></Props></Obj></LST></Obj>';
    const second = '«<Ref N="UserId" RefId="7" />»<Obj N="Properties" RefId="3"><LST>«<Ref RefId="8" />»</LST></Obj>';
    const events = [first, second].map((each) => object('1').replace('<S N=', `${each}<S N=`));
    const { text, spans } = marked(wrap(events.join('')));
    const whole = readAll(clixml, text);
    const [, record] = whole.records;
    assert.deepEqual(record?.userId, { value: 'S-1-5-18', span: spans[0] });
    assert.deepEqual(record.eventData, [{ value: 'a\nb', span: spans[1] }]);
    assert.deepEqual(whole.problems, []);
    for (const blockSize of [1, 7, 100]) assert.deepEqual(readAll(clixml, text, { blockSize }), whole);
  });

  it('takes no object of an export above for one that is too long to be kept', () => {
    const user = (text: string): string => `<Obj N="UserId" RefId="7"><ToString>${text}</ToString></Obj>`;
    const reference = '«<Ref N="UserId" RefId="7" />»';
    const { text, spans } = marked(
      [user('S-1-5-18'), user('x'.repeat(1000)), reference]
        .map((each) => wrap(object('1').replace('<S N=', `${each}<S N=`)))
        .join('\n'),
    );
    assert.deepEqual(
      readAll(clixml, text).problems.map(({ span }) => span),
      spans,
    );
  });

  it('takes nothing of another export when an event is read again', () => {
    const parts = ['S-1-5-18', 'S-1-5-19'].map((sid) => {
      const user = object('1').replace('<S N=', `<Obj N="UserId" RefId="7"><ToString>${sid}</ToString></Obj><S N=`);
      return wrap(user + object('1').replace('<S N=', '<Ref N="UserId" RefId="7" /><S N='));
    });
    const users: (string | undefined)[] = [];
    const reader = clixml.openReader({ dateOrder: 'auto', messageTemplates: [] });
    const sink = {
      head: () => true,
      record: ({ userId }: { readonly userId?: { readonly value: string } }) => void users.push(userId?.value),
      problem: () => undefined,
    };
    const text = parts.join('\n');
    reader.read({ text, base: 0, ended: true }, sink);
    const from = text.indexOf('<Obj RefId="1"', text.indexOf('</Obj><Obj'));
    reader.read({ text: text.slice(from, text.indexOf('</Objs>')), base: from, ended: true }, sink);
    assert.deepEqual(users, ['S-1-5-18', 'S-1-5-18', 'S-1-5-19', 'S-1-5-19', undefined]);
  });

  it('says where a value is not there, as it stands in another event', () => {
    const properties =
      '«<Ref N="MachineName" RefId="99" />»<Obj N="Properties" RefId="2"><LST><S>WDS</S>«<Ref RefId="98" />»</LST></Obj>';
    const { text, spans } = marked(wrap(object('1').replace('<S N=', `${properties}<S N=`)));
    const { records, problems } = readAll(clixml, text);
    assert.equal(records[0]?.computer, undefined);
    assert.deepEqual(
      problems,
      spans.map((span) => ({ code: 'field-not-readable', span, detail: text.slice(span.start, span.end) })),
    );
  });

  it('is read on behind an object that is not closed', () => {
    const text = wrap(`${object('1').replace('</Obj>', '')}${object('2')}${object('3')}`);
    const { heads, problems } = readAll(clixml, text);
    assert.deepEqual(
      heads.map(({ eventId }) => eventId?.value),
      [1, 2, 3],
    );
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['xml-malformed'],
    );
  });

  it('is not seen in other objects', () => {
    assert.equal(clixml.detect(wrap('<Obj RefId="0"><Props><S N="Name">x</S></Props></Obj>')), false);
  });

  it('takes time that grows with its size only', () => {
    for (const unit of ['<Obj RefId="1">', '<LST>', '</Obj>', '<Obj', '<']) {
      const taken = cpuTime(() => {
        readAll(clixml, wrap(object('1') + unit.repeat(50_000)), { messageTemplates: [] });
      });
      assert.ok(taken < 5000, unit);
    }
  });
});
