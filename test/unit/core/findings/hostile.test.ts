import assert from 'node:assert/strict';
import { loadBuiltInCatalogue } from '../../../../src/catalogue';
import { LONGEST_RECORD, type SourceReport, SourceScan } from '../../../../src/core';
import type { EventFormat } from '../../../../src/core/formats/format';
import { crash, shapes } from '../../scenario';

const catalogue = loadBuiltInCatalogue();
const SIZE = 1_000_000;
const BLOCK = 128 * 1024;

const eventStart = `<Event xmlns='x'><System><Provider Name='Service Control Manager'/><EventID>7031</EventID></System>`;
const csvStart =
  'Level,Date and Time,Source,Event ID,Task Category\r\nError,3/14/2012 9:14:08 AM,Service Control Manager,7031,None,';
const csvRow = 'Error,3/14/2012 9:14:08 AM,Service Control Manager,7031,None,"x\r\n';
const copiedStart = 'Log Name:      System\r\nSource:        WDSServer\r\nEvent ID:      512\r\n';

const entryEnd =
  ']LOG]!><time="09:14:08.118+000" date="03-14-2012" component="SMSPXE" context="" type="1" thread="1" file="">';
const entry = `<![LOG[x${entryEnd}\n`;
/** As many as it takes for what follows not to be looked at when the format is told. */
const entries = entry.repeat(700);

/** Starts that make a text one of ours, and what is then repeated up to {@link SIZE}. */
const inputs: readonly (readonly [title: string, start: string, repeated: string])[] = [
  ['a line without end in an event', `${eventStart}<EventData><Data>`, 'x'],
  ['events that are never closed', eventStart, '<Event >'],
  ['wanted events that are never closed', eventStart, eventStart],
  ['elements that are never closed', `${eventStart}<EventData>`, '<Data>'],
  ['CDATA that is never closed', eventStart, '<![CDATA['],
  ['comments that are never closed', eventStart, '<!--'],
  ['ends without starts', `${eventStart}</Event>`, '</Event>'],
  ['attributes without end', `${eventStart}<EventData><Data `, 'a="'],
  ['entities without end', `${eventStart}<EventData><Data>`, '&#'],
  ['line ends', eventStart, '\r\n'],
  ['a quoted field without end', `${csvStart}"`, 'x'],
  ['quotes', csvStart, '"'],
  ['doubled quotes and commas', csvStart, '"",'],
  ['rows with a quote that is never closed', csvStart + '\r\n', csvRow],
  ['a description without end', `${copiedStart}Description:\r\n`, 'word '],
  ['labels', `${copiedStart}Description:\r\n`, 'Log Name:\r\n'],
  ['blocks without an end', copiedStart, copiedStart],
  ['starts of known messages', `${copiedStart}Description:\r\n`, 'Faulting application '],
  ['lines that start like known messages', `${copiedStart}Description:\r\n`, 'The service terminated \r\n'],
  ['blanks', `${copiedStart}Description:\r\n`, ' '],
  ['a log entry without end', `${entry}<![LOG[`, 'x'],
  ['starts of log entries on one line', `${entry}<![LOG[`, '<![LOG['],
  ['starts of log entries on lines of their own', entry, '<![LOG[\n'],
  ['ends of log entries', entries, entryEnd],
  ['attributes of a log entry without end', `${entry}<![LOG[x]LOG]!><time="`, 'a" b="'],
  ['lines between log entries', entries, 'no entry>\n'],
  ['a line between log entries without end', entries, 'x '],
  ['log entries of the server without a thread', entries, '$$<A><03-15-2026 08:00:00.000+000>\n'],
  ['copied log entries without a time', entries, '\tSMSPXE\t4736 (0x1280)\n'],
  ['XML after every label', `${copiedStart}Event Xml:\r\n`, 'Event Xml:\r\n<Event '],
];

function scan(text: string): SourceReport {
  const source = new SourceScan('x', catalogue, { dateOrder: 'auto', recordIndex: true });
  for (let at = 0; at < text.length; at += BLOCK) source.push(text.slice(at, at + BLOCK));
  return source.finish('utf-8');
}

// What is quadratic in 1 MB does not end within the time that mocha gives a test.
describe('hostile text', () => {
  for (const [title, start, repeated] of inputs) {
    it(`of ${title} is read to its end`, () => {
      const text = start + repeated.repeat(Math.ceil(SIZE / repeated.length));
      const report = scan(text);
      assert.notEqual(report.format, undefined);
      assert.ok(report.recordCount >= 1 || report.problemCount >= 1);
      assert.ok(report.problems.length <= 1000);
    });
  }

  it('of a row that is too long is passed over to its line end, and the rows below are read', () => {
    for (const long of ['x', '"', ' ']) {
      const line = long.repeat(Math.ceil((2.5 * LONGEST_RECORD) / long.length));
      const { recordCount, problems } = scan(`${csvStart}\r\n${line}\r\n${csvRow.replace('"', '')}`);
      assert.equal(recordCount, 2, long);
      assert.deepEqual(
        problems.map(({ code, range }) => [code, range.start]),
        [['record-too-long', { line: 2, column: 0 }]],
        long,
      );
    }
  });

  it('of a record that does not end is waited for as long as the longest takes, and no longer', () => {
    const lengths: number[] = [];
    const format: EventFormat = {
      id: 'event-text',
      longestRecord: 1_200_000,
      detect: () => true,
      openReader: () => ({
        read: ({ text, ended }) => {
          lengths.push(text.length);
          return ended ? text.length : 0;
        },
      }),
    };
    const source = new SourceScan('a.txt', catalogue, { dateOrder: 'auto' }, format);
    const text = 'x'.repeat(3_000_000);
    for (let at = 0; at < text.length; at += BLOCK) source.push(text.slice(at, at + BLOCK));
    const { problems } = source.finish('utf-8');
    assert.deepEqual([...new Set(problems.map(({ code }) => code))], ['record-too-long']);
    assert.ok(Math.max(...lengths) < 1_200_000 + BLOCK, `${Math.max(...lengths)}`);
    assert.ok(lengths.length < 20, 'it is looked at again when there is twice as much');
  });

  it('is told from a registry value of megabytes, which is read', () => {
    const data = `${'00,'.repeat(25)}\\\r\n  `.repeat((2.2 * LONGEST_RECORD) / 75);
    const key = '[HKEY_USERS\\a]\r\n"x"=hex:';
    const { recordCount, problems } = scan(
      `Windows Registry Editor Version 5.00\r\n\r\n${key}${data}00\r\n"y"=dword:1\r\n`,
    );
    assert.equal(recordCount, 2);
    assert.deepEqual(problems, []);
  });

  it('leaves the events before the damage as they are', () => {
    for (const [name, { write }] of Object.entries(shapes)) {
      const text = write(crash);
      const found = scan(text).findings.map(({ id }) => id);
      const cut = scan(text.slice(0, text.length - 40)).findings.map(({ id }) => id);
      // The last event is of no interest to the catalogue, so nothing may be missing.
      assert.deepEqual(cut, found, name);
    }
  });
});
