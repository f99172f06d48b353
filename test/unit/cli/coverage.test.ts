import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { loadBuiltInCatalogue } from '../../../src/catalogue';
import { type jsonReport, renderStatus, treeOf } from '../../../src/core/index';
import { scanFile } from '../../../src/platform/index';
import { crash, shapes } from '../scenario';
import { run, useFolder } from './program';

const catalogue = loadBuiltInCatalogue();

function written(shape: string): string {
  return shapes[shape]?.write(crash) ?? assert.fail(shape);
}

const entry = (type: number): string =>
  `<![LOG[x]LOG]!><time="09:14:08.118+300" date="03-14-2012" component="SMSPXE" context="" type="${type}" thread="1" file="">\r\n`;

/** Files of which not all can be read: rows cut, lines passed over, fields missing, assumptions. */
const files: Readonly<Record<string, string | Uint8Array>> = {
  'list.csv': `${written('CSV').replaceAll('3/14/2012', '3/4/2012')}short,row\r\nError,3/4/2012 9:14:08 AM,Servi`,
  'old.csv': Buffer.from(`${written('German CSV').replaceAll('Fehler', '?')}\xfc`, 'latin1'),
  'mail.txt': `Hello,\r\nthis is what it says:\r\n\r\n${written('copied text').replace(/Computer: .*\r\n/, '')}`,
  'wevtutil.txt': written('wevtutil text').replace('2012-03-14', '2012-33-14'),
  'System.xml': written('wevtutil XML').slice(0, -40),
  'events.json': written('Get-WinEvent | ConvertTo-Json').slice(0, -400),
  'smspxe.log': `${entry(3)}no entry\r\n${entry(2)}${entry(1).slice(0, -30)}`,
  'whole.xml': written('Event Viewer XML'),
};

type Source = ReturnType<typeof jsonReport>['sources'][number];

/** `1 event`, `2 events`. */
function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** What every place that shows a source in brief has to say of its numbers. */
function numbersOf({ format, recordCount, problemCount, coverage }: Source): readonly string[] {
  const { skippedLines } = coverage;
  return [
    format === 'cmtrace' ? counted(recordCount, 'entry', 'entries') : counted(recordCount, 'event'),
    ...(problemCount > 0 ? [counted(problemCount, 'problem')] : []),
    ...(skippedLines > 0 ? [`${counted(skippedLines, 'line')} passed over`] : []),
  ];
}

/** What has a line of its own: kinds of problems, fields that some lack. */
function detailsOf({ recordCount, coverage }: Source): readonly string[] {
  return [
    ...Object.values(coverage.problemCounts).map((number) => `${counted(number, 'place')}: `),
    ...Object.values(coverage.missing)
      .filter((number) => number < recordCount)
      .map((number) => ` in ${number} of ${recordCount} `),
  ];
}

describe('what was read of a file', () => {
  useFolder();

  for (const [name, content] of Object.entries(files)) {
    it(`is the same in the status item, the tree, and both reports of the command line: ${name}`, async () => {
      writeFileSync(name, content);
      const json: unknown = JSON.parse((await run('scan', '--format', 'json', name)).stdout);
      const [source] = (json as ReturnType<typeof jsonReport>).sources;
      assert.ok(source);
      const report = await scanFile(name, catalogue, { dateOrder: 'auto' });
      const status = renderStatus(report) ?? assert.fail('no status');
      const [sources] = treeOf({ sources: [report], incidents: [] }, catalogue, {
        minimum: 'possible',
        times: { displayZone: 'utc' },
      });
      const node = sources?.children[0] ?? assert.fail('no node');
      const { stdout } = await run('scan', name);
      const line = stdout.split('\n').find((each) => each.startsWith(`${name}: `)) ?? assert.fail('no line');
      for (const number of numbersOf(source)) {
        const where = { status: `${status.text} · ${status.detail}`, tree: node.description, report: line };
        for (const [place, text] of Object.entries(where))
          assert.ok(text.split(/ · |, /).includes(number), `${number} in the ${place}: ${text}`);
      }
      const lines = node.children.map(({ label }) => label);
      for (const label of lines) assert.ok(stdout.includes(`\n  ${label}\n`), label);
      for (const detail of detailsOf(source)) assert.ok(`${lines.join('\n')} `.includes(detail), detail);
      assert.equal(status.severity === 'warning', source.problemCount > 0);
      assert.equal(lines.length > 0 || source.problemCount > 0, name !== 'whole.xml');
    });
  }
});
