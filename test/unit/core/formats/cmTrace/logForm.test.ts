import { strict as assert } from 'node:assert';
import { cmTrace } from '../../../../../src/core/formats/cmTrace';
import type { ReadSettings } from '../../../../../src/core/formats/format';
import { readAll } from '../../../feed';
import { marked } from '../../../marked';
import { isoOf, logLine } from './samples';

function entriesOf(text: string, settings: Partial<ReadSettings> = {}) {
  return readAll(cmTrace, text, settings).entries;
}

function onlyEntry(text: string, settings: Partial<ReadSettings> = {}) {
  const { entries, problems } = readAll(cmTrace, text, settings);
  assert.equal(entries.length, 1);
  const [entry] = entries;
  assert.ok(entry);
  return { entry, problems };
}

describe('entries between <![LOG[ and ]LOG]!>', () => {
  it('have message, time, component, context, type, thread and source file, each with its place', () => {
    const { text, spans } = marked(
      '«<![LOG[«PXE Provider loaded.»]LOG]!><time="«11:45:37.549«+300»»" date="06-03-2019" component="«SMSPXE»" context="«NT AUTHORITY»" type="«3»" thread="«6004»" file="«smspxe.cpp:137»">»\r\n',
    );
    const { entry, problems } = onlyEntry(text);
    const [whole, message, time, bias, component, context, type, thread, file] = spans;
    assert.deepEqual(problems, []);
    assert.deepEqual(entry, {
      span: whole,
      form: 'log',
      message: { value: 'PXE Provider loaded.', span: message },
      component: { value: 'SMSPXE', span: component },
      context: { value: 'NT AUTHORITY', span: context },
      thread: { value: 6004, span: thread },
      sourceFile: { value: 'smspxe.cpp:137', span: file },
      type: { value: '3', span: type },
      level: { value: 2, span: type },
      timeCreated: { value: { milliseconds: Date.UTC(2019, 5, 3, 16, 45, 37, 549), zone: 'utc' }, span: time },
      localTime: { value: { milliseconds: Date.UTC(2019, 5, 3, 11, 45, 37, 549), zone: 'unstated' }, span: time },
      bias: { value: 300, span: bias },
    });
  });

  it('may span lines, and hold brackets and starts of other entries', () => {
    const message = '\n Hop Count: 0 ID: 0001E240\r\n\n [[x]] ]LOG]!> <![LOG[ quoted';
    const { entry, problems } = onlyEntry(`${logLine({ message })}\n`);
    assert.equal(entry.message.value, message);
    assert.deepEqual(problems, []);
  });

  it('may follow each other on one line', () => {
    const text = logLine({ message: 'a' }) + logLine({ message: 'b' }) + ' ' + logLine({ message: 'c' });
    assert.deepEqual(
      entriesOf(text).map(({ message }) => message.value),
      ['a', 'b', 'c'],
    );
  });

  it('leave out what is empty', () => {
    const { entry } = onlyEntry(logLine({ message: '', component: '', thread: '', file: '', type: '' }));
    assert.deepEqual(Object.keys(entry).sort(), ['bias', 'form', 'localTime', 'message', 'span', 'timeCreated']);
  });

  it('take types 1 to 3 for information, warning and error, and know no other', () => {
    const levels = ['1', '2', '3', '0', '4', '12', 'x'].map((type) => {
      return onlyEntry(logLine({ message: 'it failed', type })).entry.level?.value;
    });
    assert.deepEqual(levels, [4, 3, 2, undefined, undefined, undefined, undefined]);
  });

  it('guess the level from words where no type is stated, and say so', () => {
    const guesses = [
      'It failed',
      'Warning: slow',
      'All is well',
      'Completed with 0 errors',
      'Error code: 0x0',
      'no failures',
    ];
    const entries = guesses.map((message) => onlyEntry(logLine({ message, type: '' })).entry);
    assert.deepEqual(
      entries.map(({ level, levelInferred }) => [level?.value, levelInferred]),
      [
        [2, true],
        [3, true],
        [undefined, undefined],
        [undefined, undefined],
        [undefined, undefined],
        [undefined, undefined],
      ],
    );
  });

  it('bear attributes that other tools add, in any order', () => {
    const { entry, problems } = onlyEntry(
      '<![LOG[x]LOG]!><date="07-29-2026" time="10:00:00.000+000" ps_version="7.4" component="A" color="#5b9aff">',
    );
    assert.deepEqual([isoOf(entry.timeCreated), entry.component?.value, problems], ['2026-07-29T10:00:00Z', 'A', []]);
  });
});

describe('times of log entries', () => {
  const times: readonly (readonly [time: string, date: string, expected: string])[] = [
    ['11:45:37.549+300', '06-03-2019', '2019-06-03T16:45:37.549Z'],
    ['19:33:19.766-330', '11-28-2014', '2014-11-28T14:03:19.766Z'],
    ['04:20:47.594-60', '11-26-2014', '2014-11-26T03:20:47.594Z'],
    ['16:52:30.000+000', '02-20-2024', '2024-02-20T16:52:30Z'],
    ['16:52:30.000+00', '02-20-2024', '2024-02-20T16:52:30Z'],
    ['16:52:30.000+-480', '02-20-2024', '2024-02-20T08:52:30Z'],
    ['16:52:30+60', '02-20-2024', '2024-02-20T17:52:30Z'],
    ['11:16:37.3093207', '3-12-2026', '2026-03-12T11:16:37.309'],
    ['8:05:09.5', '1-2-2015', '2015-01-02T08:05:09.500'],
    ['23:59:59', '12-31-2015', '2015-12-31T23:59:59'],
    ['23:59:59.999', '02-29-2016', '2016-02-29T23:59:59.999'],
    ['8:05:09 PM', '1-2-2015', '2015-01-02T20:05:09'],
    ['08:05:09', '2015-01-02', '2015-01-02T08:05:09'],
  ];
  for (const [time, date, expected] of times) {
    it(`read ${time} on ${date} as ${expected}`, () => {
      const { entry, problems } = onlyEntry(logLine({ message: 'x', time, date }));
      assert.deepEqual([isoOf(entry.timeCreated), problems], [expected, []]);
    });
  }

  it('count the bias east of UTC where the setting says so', () => {
    const { entry } = onlyEntry(logLine({ message: 'x', time: '11:45:37.549+300' }), { biasDirection: 'east' });
    assert.deepEqual(
      [isoOf(entry.timeCreated), isoOf(entry.localTime), entry.bias?.value],
      ['2019-06-03T06:45:37.549Z', '2019-06-03T11:45:37.549', 300],
    );
  });

  it('are local where the bias is none, and the problem names its place', () => {
    for (const bias of ['+2500', '+9999', '+x', '+', '*300', '+02:00']) {
      const { text, spans } = marked(logLine({ message: 'x', time: `11:45:37.549«${bias}»` }));
      const { entry, problems } = onlyEntry(text);
      assert.equal(isoOf(entry.timeCreated), '2019-06-03T11:45:37.549', bias);
      assert.deepEqual(problems, [{ code: 'bias-not-readable', span: spans[0], detail: bias }]);
    }
  });

  it('are missing where there is no such day or hour, and the entry stays', () => {
    for (const [time, date] of [
      ['not-a-time', '06-03-2019'],
      ['11:45:37.549+300', 'not-a-date'],
      ['24:00:00.000+000', '06-03-2019'],
      ['11:60:00.000+000', '06-03-2019'],
      ['11:45:37.549+300', '02-30-2019'],
      ['11:45:37.+300', '06-03-2019'],
    ] as const) {
      const { entry, problems } = onlyEntry(logLine({ message: 'x', time, date }));
      assert.equal(entry.timeCreated, undefined, `${date} ${time}`);
      assert.deepEqual(
        problems.map(({ code, detail }) => [code, detail]),
        [['field-not-readable', `${time}" date="${date}`]],
      );
    }
  });
});

describe('damaged log entries', () => {
  const good = logLine({ message: 'good' });

  it('that the file cuts off are read as far as they go', () => {
    const { entries, problems } = readAll(cmTrace, `${good}\n<![LOG[cut off here\n`);
    assert.deepEqual(
      entries.map(({ message }) => message.value),
      ['good', 'cut off here'],
    );
    assert.deepEqual(problems, [{ code: 'entry-cut-off', span: { start: good.length + 1, end: good.length + 8 } }]);
  });

  it('that are cut off in their attributes keep those before', () => {
    const text = `${good}\n${good.slice(0, good.indexOf(' thread'))}`;
    const { entries, problems } = readAll(cmTrace, text);
    assert.deepEqual([entries[1]?.component?.value, entries[1]?.thread], ['SMSPXE', undefined]);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['entry-cut-off'],
    );
  });

  it('that are never closed end before the next one', () => {
    const { text, spans } = marked(`${good}\n«<![LOG[»open\nmore\n${good}\n`);
    const { entries, problems } = readAll(cmTrace, text);
    assert.deepEqual(
      entries.map(({ message }) => message.value),
      ['good', 'open\nmore', 'good'],
    );
    assert.deepEqual(problems, [{ code: 'entry-not-closed', span: spans[0] }]);
  });

  it('with a damaged end are read up to the damage, and the next one is whole', () => {
    const { text, spans } = marked(
      `<![LOG[x«]LOG]!><time="11:45:37.549+300" date="06-03-2019" component="SMSPXE context="">»\n${good}`,
    );
    const { entries, problems } = readAll(cmTrace, text);
    assert.deepEqual(
      entries.map(({ message, component }) => [message.value, component?.value]),
      [
        ['x', 'SMSPXE context='],
        ['good', 'SMSPXE'],
      ],
    );
    assert.deepEqual(problems, [{ code: 'entry-damaged', span: spans[0] }]);
  });

  it('of which only the end is left, and text between entries, are reported', () => {
    const { text, spans } = marked(`«end of a message]LOG]!><time="1">»\n${good}\n«some text\nmore»\n\n${good}\n`);
    const { entries, problems } = readAll(cmTrace, text);
    assert.equal(entries.length, 2);
    assert.deepEqual(problems, [
      { code: 'entry-start-missing', span: spans[0] },
      { code: 'text-between-entries', span: spans[1] },
    ]);
  });
});
