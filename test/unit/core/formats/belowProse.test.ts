import assert from 'node:assert/strict';
import { loadBuiltInCatalogue } from '../../../../src/catalogue';
import { SourceScan } from '../../../../src/core';
import { detectFormat } from '../../../../src/core/formats/index';
import { readAll } from '../../feed';
import { marked } from '../../marked';

const WORDS = 'Hi Jane,\r\n\r\nthis is what it logged, at 9:14, see below:\r\n';
const LIST = 'Level,Date and Time,Source,Event ID,Task Category\r\nError,3/14/2012 9:14:08 AM,P,«1»,None,x\r\n';

describe('events below prose', () => {
  it('have exact places, and are read again on their own', () => {
    const { text, spans } = marked(WORDS + LIST);
    const format = detectFormat(text);
    assert.equal(format?.id, 'event-csv');
    const reader = format.openReader({ dateOrder: 'auto', messageTemplates: [] });
    const starts: number[] = [];
    const sink = {
      head: ({ eventId }: { readonly eventId?: { readonly span: { readonly start: number } } }) =>
        starts.push(eventId?.span.start ?? NaN) < 0,
      record: () => undefined,
      problem: () => assert.fail(),
    };
    assert.equal(reader.read({ text, base: 0, ended: true }, sink), text.length);
    const row = text.indexOf('Error');
    reader.read({ text: text.slice(row), base: row, ended: true }, sink);
    assert.deepEqual(starts, [spans[0]?.start, spans[0]?.start]);
  });

  it('are read from the middle of the source by a reader that was opened for all of it', () => {
    const event = '{"Id":1,"ProviderName":"P","TimeCreated":"2012-03-14T09:14:08Z"}\n';
    const format = detectFormat(WORDS + event);
    assert.ok(format);
    for (const blockSize of [1, 7, 1000]) {
      assert.equal(readAll(format, event.repeat(3), { blockSize }).heads.length, 3);
    }
  });

  it('leave the lines of the prose counted as such, and no others', () => {
    const scan = new SourceScan('a.txt', loadBuiltInCatalogue(), { dateOrder: 'auto' });
    scan.push(WORDS + marked(LIST).text);
    const { recordCount, problemCount, coverage } = scan.finish('utf-8');
    assert.deepEqual([recordCount, problemCount, coverage.skippedLines], [1, 0, 2]);
  });

  it('are those in each code of a message in Markdown, wherever blocks end', () => {
    const { text, spans } = marked(LIST);
    for (const fence of ['```', '~~~', '  ```']) {
      const above = `At 9:14:\n\n${fence}text\n`;
      const source = `${above}${text}${fence}\n\nAnd then, at 10:00, a, b, c.\n\n${fence}\n${text}${fence}\n`;
      const format = detectFormat(source);
      assert.equal(format?.id, 'event-csv');
      for (let blockSize = 1; blockSize <= source.length; blockSize++) {
        const { heads, problems } = readAll(format, source, { blockSize });
        assert.deepEqual(problems, [], `block size ${blockSize}`);
        assert.deepEqual(
          heads.map(({ eventId }) => eventId?.span.start),
          [above.length, source.lastIndexOf(text)].map((start) => start + (spans[0]?.start ?? 0)),
        );
      }
    }
  });

  it('are not looked for far down', () => {
    assert.equal(detectFormat('Words at 9:14.\n'.repeat(100) + marked(LIST).text), undefined);
  });
});
