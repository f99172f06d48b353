import { strict as assert } from 'node:assert';
import { cmTrace } from '../../../../../src/core/formats/cmTrace';
import { readAll } from '../../../feed';
import { marked } from '../../../marked';
import { MIXED, isoOf } from './samples';

describe('the server form of a log', () => {
  it('has message, component, time and thread, each with its place', () => {
    const { text, spans } = marked(
      '«  «Sending status message failed.»  $$<«SMS_HIERARCHY_MANAGER»><07-15-2023 «09:12:45.332«+240»»><thread=«4116» (0x1014)>»  \r\n',
    );
    const { entries, problems } = readAll(cmTrace, text);
    const [, message, component, time, bias, thread] = spans;
    const whole = { start: 2, end: spans[0]?.end };
    assert.deepEqual(problems, []);
    assert.deepEqual(entries, [
      {
        span: whole,
        form: 'server',
        message: { value: 'Sending status message failed.', span: message },
        component: { value: 'SMS_HIERARCHY_MANAGER', span: component },
        thread: { value: 4116, span: thread },
        level: { value: 2, span: message },
        levelInferred: true,
        timeCreated: { value: { milliseconds: Date.UTC(2023, 6, 15, 13, 12, 45, 332), zone: 'utc' }, span: time },
        localTime: { value: { milliseconds: Date.UTC(2023, 6, 15, 9, 12, 45, 332), zone: 'unstated' }, span: time },
        bias: { value: 240, span: bias },
      },
    ]);
  });

  it('may have no blank before the mark and no thread in hexadecimal', () => {
    const { entries } = readAll(cmTrace, 'Starting$$<CcmExec><03-15-2026 08:00:00.000+000><thread=100>\n');
    assert.deepEqual(
      entries.map(({ message, thread }) => [message.value, thread?.value]),
      [['Starting', 100]],
    );
  });

  it('takes the lines before the mark for the message, but not those after it', () => {
    const { text, spans } = marked('first\n\nsecond $$<A><03-15-2026 08:00:00.000+000><thread=1 (0x1)>\n«left over»\n');
    const { entries, problems } = readAll(cmTrace, text);
    assert.deepEqual(
      entries.map(({ message }) => message.value),
      ['first\n\nsecond'],
    );
    assert.deepEqual(problems, [{ code: 'text-between-entries', span: spans[0] }]);
  });

  it('keeps an entry whose time is none', () => {
    const { text, spans } = marked('x $$<A><«03-15-2026 88:00:00.000+000»><thread=1 (0x1)>');
    const { entries, problems } = readAll(cmTrace, text);
    assert.deepEqual([entries[0]?.message.value, entries[0]?.timeCreated], ['x', undefined]);
    assert.deepEqual(problems, [{ code: 'field-not-readable', span: spans[0], detail: '03-15-2026 88:00:00.000+000' }]);
  });
});

describe('the form of smsdpprov.log', () => {
  it('has thread, time and message up to the next mark', () => {
    const { text, spans } = marked(
      '«[«66C»][Thu «09/04/2014 11:30:28»]:«CcmInstallPXE\n  goes on»»\n\n[66D][Thu 09/04/2014 11:30:29]:next',
    );
    const { entries, problems } = readAll(cmTrace, text);
    const [whole, thread, time, message] = spans;
    assert.deepEqual(problems, []);
    assert.deepEqual(entries[0], {
      span: whole,
      form: 'provider',
      message: { value: 'CcmInstallPXE\n  goes on', span: message },
      thread: { value: 0x66c, span: thread },
      timeCreated: { value: { milliseconds: Date.UTC(2014, 8, 4, 11, 30, 28), zone: 'unstated' }, span: time },
    });
    assert.equal(entries[1]?.message.value, 'next');
  });

  it('lets the weekday tell day from month', () => {
    const dates = ['Thu 09/04/2014', 'Wed 09/04/2014', 'Mon 09/04/2014', 'Xyz 09/04/2014'].map((date) => {
      return isoOf(readAll(cmTrace, `[1][${date} 11:30:28]:x`).entries[0]?.timeCreated);
    });
    const september = '2014-09-04T11:30:28';
    assert.deepEqual(dates, [september, '2014-04-09T11:30:28', september, september]);
  });
});

describe('entries copied out of a window', () => {
  it('have message, component, local time and thread, each with its place', () => {
    const { text, spans } = marked('«Received from client:»\t«SMSPXE»\t«25/03/2024 15:24:02»\t«4736» (0x1280)\n');
    const { entries, problems } = readAll(cmTrace, text);
    const [message, component, time, thread] = spans;
    assert.deepEqual(problems, []);
    assert.deepEqual(entries, [
      {
        span: { start: 0, end: text.length - 1 },
        form: 'copied',
        message: { value: 'Received from client:', span: message },
        component: { value: 'SMSPXE', span: component },
        thread: { value: 4736, span: thread },
        timeCreated: { value: { milliseconds: Date.UTC(2024, 2, 25, 15, 24, 2), zone: 'unstated' }, span: time },
      },
    ]);
  });

  it('have times in the notation of the one who copied them', () => {
    const times = ['4/13/2018 1:58:12 PM', '13.04.2018 13:58:12', '2018-04-13 13:58:12', '13-04-2018 13:58:12'];
    for (const time of times) {
      const { entries } = readAll(cmTrace, `a\tSMSPXE\t${time}\t6008 (0x1778)`);
      assert.equal(isoOf(entries[0]?.timeCreated), '2018-04-13T13:58:12', time);
    }
  });

  it('show the order of day and month to the rest of the file', () => {
    const reader = cmTrace.openReader({ dateOrder: 'auto', messageTemplates: [] });
    const sink = { head: () => false, record: () => undefined, problem: () => undefined };
    const text = 'a\tSMSPXE\t04/13/2018 13:58:12\t6008 (0x1778)\n';
    reader.read({ text, base: 0, ended: true }, sink);
    assert.equal(reader.dateOrder, 'monthFirst');
  });

  it('may have blanks where the tabs were', () => {
    const two = readAll(cmTrace, 'a b  SMS Provider  04/09/2014 11:30:13  1552 (0x0610)').entries[0];
    assert.deepEqual([two?.message.value, two?.component?.value], ['a b', 'SMS Provider']);
    const one = readAll(cmTrace, 'a b SMSPXE 04/09/2014 11:30:13 1552 (0x0610)').entries[0];
    assert.deepEqual([one?.message.value, one?.component?.value], ['a b', 'SMSPXE']);
    const unsure = readAll(cmTrace, 'a b SMS Provider 04/09/2014 11:30:13 1552 (0x0610)').entries[0];
    assert.deepEqual([unsure?.message.value, unsure?.component], ['a b SMS Provider', undefined]);
  });

  it('are none where the two numbers of the thread differ', () => {
    const { entries, problems } = readAll(cmTrace, 'a\tSMSPXE\t25/03/2024 15:24:02\t4736 (0x1281)');
    assert.deepEqual([entries.length, problems.length], [0, 1]);
  });
});

describe('a file of several forms', () => {
  it('is read as one', () => {
    const { entries, problems } = readAll(cmTrace, MIXED);
    assert.deepEqual(
      entries.map(({ form }) => form),
      ['log', 'log', 'server', 'server', 'provider', 'provider', 'copied', 'log'],
    );
    assert.deepEqual(
      problems.map(({ code, span }) => [code, MIXED.slice(span.start, span.end)]),
      [['text-between-entries', 'not an entry']],
    );
  });
});
