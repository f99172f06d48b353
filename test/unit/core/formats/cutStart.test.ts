import assert from 'node:assert/strict';
import { loadBuiltInCatalogue } from '../../../../src/catalogue';
import { SourceScan } from '../../../../src/core';
import { detectFormat } from '../../../../src/core/formats/index';
import { checkSpans, saysOf } from '../../damage';
import { assertSame, readAll } from '../../feed';
import { crash, shapes } from '../../scenario';
import * as marks from '../../shapes/marks';

const quick = { messageTemplates: [] };

/** Shapes whose events are told apart by tags or brackets, and what each of their events ends with. */
const CUT: readonly (readonly [shape: string, end: string])[] = [
  ['Event Viewer XML', '</Event>'],
  ['wevtutil XML', '</Event>'],
  ['rendered XML', '</Event>'],
  ['XML of the Details tab', '</Event>'],
  ['XML of evtx_dump', '</Event>'],
  ['XML of NiFi', '</Event>'],
  ['Get-WinEvent | ConvertTo-Json', '\r\n    },'],
  ['Get-WinEvent | ConvertTo-Json -Compress', '},{"Id'],
  ['Get-EventLog | ConvertTo-Json', '\n  },'],
  ['JSON of evtx_dump', '\n}\n'],
  ['JSON lines of evtx_dump', '}\n'],
  ['JSON made of XML', '\n },'],
  ['NXLog', '}\r\n'],
  ['Winlogbeat', '}\n'],
  ['answer of Elasticsearch', '}},{'],
  ['Get-WinEvent | Export-Clixml', '\r\n  </Obj>'],
  ['Get-EventLog | Export-Clixml', '</MS></Obj>'],
];

function written(shape: string): string {
  const write = shapes[shape]?.write;
  assert.ok(write, shape);
  return write(crash);
}

function read(text: string) {
  const format = detectFormat(text);
  assert.ok(format, text.slice(0, 200));
  return readAll(format, text, quick);
}

describe('a text that starts in the middle of an event', () => {
  for (const [shape, end] of CUT) {
    it(`is read from the next one on and says so, as ${shape}`, () => {
      const text = written(shape);
      const whole = read(text).records.map(saysOf);
      const firstEnd = text.indexOf(end) + end.length;
      for (const at of [firstEnd - end.length - 1, firstEnd - 90, firstEnd - 300]) {
        const cut = text.slice(at);
        const { records, problems } = read(cut);
        assert.deepEqual(records.map(saysOf), whole.slice(1), `cut at ${at}`);
        // What is left may be an object of its own, which is no event.
        const [problem] = problems;
        const isTold = problem?.code === 'record-start-missing' || problem?.code === 'text-not-understood';
        assert.ok(problems.length === 1 && isTold && /^\s*$/.test(cut.slice(0, problem.span.start)), `cut at ${at}`);
      }
    });
  }

  it('is told wherever it is cut, in blocks of every size', () => {
    for (const shape of ['wevtutil XML', 'Get-WinEvent | ConvertTo-Json -Compress', 'Get-EventLog | Export-Clixml']) {
      const text = written(shape);
      for (let at = 1; at < text.length / 2; at += 53) {
        const cut = text.slice(at);
        const format = detectFormat(cut);
        assert.ok(format, `${shape} cut at ${at}`);
        const whole = readAll(format, cut, quick);
        checkSpans(whole, cut.length);
        for (const blockSize of [1 + (at % 40), 400])
          assertSame(readAll(format, cut, { ...quick, blockSize }), whole, `${shape} cut at ${at}`);
      }
    }
  });

  it('may be one that a mail quotes', () => {
    const text = marks.quoted(written('Get-WinEvent | ConvertTo-Json').slice(300));
    const { records, problems } = read(text);
    assert.deepEqual([records.length, problems.map(({ code }) => code)], [4, ['record-start-missing']]);
  });

  it('may have marks at the ends of its lines, and what looks like one amid a line', () => {
    const lines = marks.htmlBroken(written('wevtutil XML').replaceAll('><', '>\r\n<')).slice(30);
    const text = `b</br>  </br>c${lines}`;
    const whole = read(text);
    assert.deepEqual([whole.records.length, whole.problems.map(({ code }) => code)], [4, ['record-start-missing']]);
    const format = detectFormat(text) ?? assert.fail();
    for (let blockSize = 1; blockSize <= 60; blockSize++)
      assertSame(readAll(format, text, { ...quick, blockSize }), whole, `${blockSize}`);
  });

  it('has the lines before the first whole event counted as such that were not read', () => {
    const scan = new SourceScan('a.json', loadBuiltInCatalogue(), { dateOrder: 'auto' });
    scan.push(written('Winlogbeat').slice(20));
    const { recordCount, problems, coverage } = scan.finish('utf-8');
    assert.deepEqual([recordCount, coverage.skippedLines], [4, 1]);
    assert.deepEqual(
      problems.map(({ range }) => range.start),
      [{ line: 0, column: 0 }],
    );
  });

  it('is not seen in JSON of other programs that holds parts of events, whole or cut at its end', () => {
    const event = { EventCode: '4625', RecordNumber: '223742', SourceName: 'Microsoft-Windows-Security-Auditing' };
    const other = { class_name: 'Authentication', device: { hostname: 'PXE01' }, unmapped: event, user: { name: 'x' } };
    const text = JSON.stringify(other, undefined, 2);
    for (const whole of [text, JSON.stringify([other, other]), `${JSON.stringify(other)}\n`.repeat(20)]) {
      assert.equal(detectFormat(whole), undefined);
      assert.equal(detectFormat(whole.slice(0, -20)), undefined);
      assert.equal(detectFormat(whole.slice(whole.indexOf('device')))?.id, 'event-json', 'it does start in the middle');
    }
  });

  it('is not seen where words stand above the events', () => {
    const text = `Hi, this is what {it} logged at 9:14:\n${written('Winlogbeat')}`;
    assert.deepEqual(read(text).problems, []);
  });
});
