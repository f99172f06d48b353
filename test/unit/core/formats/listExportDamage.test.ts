import { strict as assert } from 'node:assert';
import type { EventFormat } from '../../../../src/core/formats/format';
import { eventCsv, eventTxt } from '../../../../src/core/formats/listExport';
import { readAll } from '../../feed';
import { marked } from '../../marked';

const HEADER = 'Level,Date and Time,Source,Event ID,Task Category\n';
const GOOD = 'Error,14.03.2012 09:14:08,WDSServer,512,None,Good\n';

/** Reads a text whose «marks» enclose the place of each problem; gives the codes and the messages of the records. */
function check(source: string, expected: { readonly codes: readonly string[]; readonly messages: readonly unknown[] }) {
  const { text, spans } = marked(source);
  const { records, problems } = readAll(eventCsv, text);
  assert.deepEqual(
    { codes: problems.map(({ code }) => code), messages: records.map(({ message }) => message?.value) },
    expected,
  );
  assert.deepEqual(
    problems.map(({ span }) => span),
    spans,
  );
}

describe('damaged list exports', () => {
  it('report rows that are too short and read the others', () => {
    check(`${HEADER}${GOOD}«Error,14.03.2012 09:14:08,WDSServer»\n${GOOD}`, {
      codes: ['row-too-short'],
      messages: ['Good', 'Good'],
    });
  });

  it('report rows that are no events and read the others', () => {
    check(`${HEADER}«some,text,with,many,commas,in it»\n${GOOD}`, {
      codes: ['text-not-understood'],
      messages: ['Good'],
    });
  });

  it('take a row with a number but neither a time nor a known level for no event', () => {
    check(`${HEADER}«one,two,three,4,five»\n${GOOD}`, { codes: ['text-not-understood'], messages: ['Good'] });
  });

  it('report a date that is none and read the rest of the event', () => {
    const { text, spans } = marked(`${HEADER}Error,«31.02.2012 09:14:08»,WDSServer,512,None,Text\n`);
    const { records, problems } = readAll(eventCsv, text);
    assert.deepEqual(problems, [{ code: 'field-not-readable', span: spans[0], detail: '31.02.2012 09:14:08' }]);
    assert.equal(records[0]?.eventId?.value, 512);
    assert.equal(records[0].timeCreated, undefined);
  });

  it('report an id that is no number and read the rest of the event', () => {
    const { text, spans } = marked(`${HEADER}Error,14.03.2012 09:14:08,WDSServer,«5l2»,None,Text\n`);
    const { records, problems } = readAll(eventCsv, text);
    assert.deepEqual(problems, [{ code: 'field-not-readable', span: spans[0], detail: '5l2' }]);
    assert.equal(records[0]?.eventId, undefined);
    assert.equal(records[0]?.message?.value, 'Text');
  });

  it('report a damaged first row when there is no header', () => {
    check(`Error,«99.99.2012 09:14:08»,WDSServer,512,None,Text\n${GOOD}`, {
      codes: ['field-not-readable'],
      messages: ['Text', 'Good'],
    });
  });

  it('report lines before the first that shows the layout', () => {
    check(`«rest of a description"»\n\n${GOOD}`, { codes: ['row-too-short'], messages: ['Good'] });
  });

  it('pass over blank lines, padding and headers of lists put together', () => {
    check(`\n\n${HEADER}${GOOD}\n  \n${HEADER}${GOOD}\n\0\0\n`, { codes: [], messages: ['Good', 'Good'] });
  });

  it('resume after a quote that is never closed, whatever follows', () => {
    const open = 'Error,14.03.2012 09:14:08,WDSServer,512,None,«"»first\nsecond\n';
    const followers = [
      ['Good', GOOD],
      ['a, b', 'Error,14.03.2012 09:14:08,WDSServer,512,None,"a, b"\n'],
      ['"a" b', 'Error,14.03.2012 09:14:08,WDSServer,512,None,"""a"" b"\n'],
      [', b', 'Error,14.03.2012 09:14:08,WDSServer,512,None,", b"\n'],
      ['\nb', 'Error,14.03.2012 09:14:08,WDSServer,512,None,"\nb"\n'],
      ['b', '"Error","14.03.2012 09:14:08","WDSServer","512","None","b"\n'],
    ] as const;
    for (const [message, follower] of followers) {
      check(`${HEADER}${open}${follower}${GOOD}`, {
        codes: ['quote-not-closed'],
        messages: ['first\nsecond', message, 'Good'],
      });
    }
  });

  it('end such a record before the line end, also with CR LF and CR', () => {
    for (const lineEnd of ['\r\n', '\r']) {
      const { text, spans } = marked(`«Error,14.03.2012 09:14:08,WDSServer,512,None,"«first\nsecond»»\n${GOOD}`);
      const { records } = readAll(eventCsv, text.replaceAll('\n', lineEnd));
      const grown = lineEnd.length - 1;
      assert.deepEqual(records[0]?.message?.span, { start: spans[1]?.start, end: (spans[1]?.end ?? 0) + grown });
      assert.equal(records[0].span.end, records[0].message.span.end);
      assert.equal(records.length, 2);
    }
  });

  it('keep quotes of a description that stands without quotes', () => {
    check(`${HEADER}Error,14.03.2012 09:14:08,WDSServer,512,None,say ""hi"", "twice"\n${GOOD}`, {
      codes: [],
      messages: ['say ""hi"", "twice"', 'Good'],
    });
  });

  it('keep quotes that scripts forgot to double', () => {
    check(`${HEADER}Error,14.03.2012 09:14:08,WDSServer,512,None,"The "WDS" service\n"stopped"."\n${GOOD}`, {
      codes: [],
      messages: ['The "WDS" service\n"stopped".', 'Good'],
    });
  });

  it('keep lines that look like records inside a field that is quoted as it should be', () => {
    check(`${HEADER}Error,14.03.2012 09:14:08,WDSServer,512,None,"See:\n${GOOD}and so on"\n`, {
      codes: [],
      messages: [`See:\n${GOOD}and so on`],
    });
  });

  it('report a file that ends inside a description', () => {
    check(`${HEADER}Error,14.03.2012 09:14:08,WDSServer,512,None,«"»The service\nwas\r\n`, {
      codes: ['record-cut-off'],
      messages: ['The service\nwas'],
    });
  });

  it('report a quote that is not closed in a row that is no event', () => {
    check(`${HEADER}nothing,«"»here\n${GOOD}`, { codes: ['quote-not-closed'], messages: ['Good'] });
  });

  it('look into a field that is longer than any event', () => {
    const row = (field: string) => `Error,14.03.2012 09:14:08,WDSServer,512,None,${field}\n`;
    const filler = 'x'.repeat(1 << 20);
    const messagesOf = (text: string) => readAll(eventCsv, text).records.map(({ message }) => message?.value);
    assert.deepEqual(messagesOf(`${row('"first')}${GOOD}${row(filler)}end"\n${GOOD}`), [
      'first',
      'Good',
      filler,
      'Good',
    ]);
    assert.deepEqual(messagesOf(`${row(`"${filler}"`)}${GOOD}`), [filler, 'Good']);
  });

  it('are read in a time that grows with their length only', () => {
    const start = 'Error,14.03.2012 09:14:08,WDSServer,512,None,';
    const rows = 4000;
    const countOf = (format: EventFormat, text: string) => readAll(format, text).records.length;
    const hostile = {
      'quotes that are never closed': `${start}"open\n`,
      'doubled quotes before text': `${start}""text\n`,
      'quotes before a separator': `${start}",text\n`,
      'three quotes': `${start}"""\n`,
      'four quotes and text': `${start}""""text\n`,
      'doubled quotes inside': `${start}text ""here""\n`,
    };
    for (const [title, row] of Object.entries(hostile)) {
      const text = row.repeat(rows);
      assert.ok(countOf(eventCsv, text) > 0, title);
      assert.ok(countOf(eventCsv, `${start}"${text}`) > 0, title);
    }
    assert.equal(countOf(eventTxt, 'no tab\n'.repeat(rows * 10)), 0);
    assert.equal(countOf(eventCsv, `${GOOD}${'"\n'.repeat(rows * 10)}`), 1);
    assert.equal(countOf(eventCsv, `${GOOD}${'no comma\n'.repeat(rows * 10)}`), 1);
    assert.equal(countOf(eventCsv, `${GOOD}${','.repeat(rows * 10)}`), 1);
  });
});
