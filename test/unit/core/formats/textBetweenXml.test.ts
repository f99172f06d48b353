import assert from 'node:assert/strict';
import { loadBuiltInCatalogue } from '../../../../src/catalogue';
import { FileScan, type SourceReport, SourceScan } from '../../../../src/core';
import { crash, shapes } from '../../scenario';

const catalogue = loadBuiltInCatalogue();
const settings = { dateOrder: 'auto' } as const;
const xml = shapes['wevtutil XML']?.write(crash) ?? assert.fail();
const csv = shapes['CSV']?.write(crash) ?? assert.fail();

function scanText(text: string, size = text.length): SourceReport {
  const scan = new SourceScan('x.xml', catalogue, settings);
  for (let at = 0; at < text.length; at += size) scan.push(text.slice(at, at + size));
  return scan.finish('utf-8');
}

function scanBytes(text: string, size = 0x100000): SourceReport {
  const scan = new FileScan('x.xml', catalogue, settings);
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) scan.push(bytes.subarray(at, at + size));
  return scan.finish();
}

/** Where text was found that is no event: the lines, from 0, and the words. */
function foundIn(text: string, { problems }: SourceReport): [number, string][] {
  const lines = text.split(/\r\n|\r|\n/);
  return problems
    .filter(({ code }) => code === 'text-between-events')
    .map(({ range: { start, end } }) => [start.line, lines[start.line]?.slice(start.column, end.column) ?? '']);
}

describe('Text between events in XML', () => {
  it('is reported once where it starts, whatever follows it', () => {
    const first = `${xml.trimEnd()}\r\n`;
    const text = first + csv + xml;
    const report = scanText(text);
    assert.deepEqual(foundIn(text, report), [[first.split('\r\n').length - 1, csv.split(/\s/, 1)[0]]]);
    assert.equal(report.recordCount, crash.length * 2);
  });

  it('is reported in blocks of every size alike, behind the last event too', () => {
    const noise = 'a 12345678901234567890123 <b c> ++ d <!-- e --> f <![CDATA[ g ]]> h-i \r\n <j';
    for (const text of [xml + noise + xml, xml + noise, `${xml}${' '.repeat(90)}end`, `${xml}<!-- a --> b <!-- c`]) {
      const expected = scanText(text);
      assert.ok(foundIn(text, expected).length > 0);
      for (let size = 1; size < 140; size++) assert.deepEqual(scanText(text, size), expected, `blocks of ${size}`);
      for (const size of [1, 7, 1000]) assert.deepEqual(scanBytes(text, size), expected, `${size} bytes`);
    }
  });

  it('is no markup, comment, mark of a browser, or number of a record', () => {
    const between = [
      '\r\n',
      '</Events><Events>',
      '<?xml version="1.0"?>',
      'Record 12\r\n',
      'Record: 3\n',
      '- ',
      '<!-- a -->',
    ];
    for (const each of between) assert.deepEqual(foundIn('', scanText(xml + each + xml + each)), [], each);
  });

  it('is found among events that are only counted', () => {
    const event =
      '<Event><System><Provider Name="A"/><EventID>1</EventID><Level>4</Level>' +
      '<TimeCreated SystemTime="2012-03-04T09:14:08.000Z"/><Computer>C</Computer></System></Event>';
    const many = `${event}\r\n`.repeat(5000);
    for (const [between, word] of [
      ['Error,2012', 'Error,2012'],
      ['5a', '5a'],
      ['Recorded', 'Recorded'],
      ['123456789012345678901', '123456789012345678901'],
      ['<a> b', 'b'],
    ] as const) {
      const text = `${many}${between}\r\n${many}`;
      const report = scanBytes(text);
      assert.deepEqual(foundIn(text, report), [[5000, word]]);
      assert.deepEqual(report, scanText(text));
    }
    for (const between of ['Record 17', 'Record: 17', '</Events><Events>'])
      assert.deepEqual(scanBytes(`${many}${between}\r\n${many}`).problems, []);
  });
});
