/** Whatever a log holds, every place that shows it gets text in which nothing is hidden, obeyed or made active. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diagnosticsOf } from '../../../../src/core/presentation/diagnosticText';
import { lineStart, noticeText, renderJson } from '../../../../src/core/presentation/escape';
import { describeEvent } from '../../../../src/core/presentation/eventText';
import { renderHover } from '../../../../src/core/presentation/hover';
import { jsonReport } from '../../../../src/core/presentation/jsonReport';
import { renderRegFile } from '../../../../src/core/presentation/reg';
import { renderIncidentReport, renderTextReport } from '../../../../src/core/presentation/textReport';
import { treeOf, type TreeNode } from '../../../../src/core/presentation/tree';
import type { Case } from '../../../../src/core/cases/incident';
import { CATALOGUE, event, finding, incident, SIGNS, source, X64 } from '../../builders';

const pieces = fc.constantFrom(
  ...[
    '[x](command:workbench.action.quit)',
    '![x](https://192.0.2.1/x.png)',
    '<img src=x onerror=alert(1)>',
    '&lt;b&gt;',
  ],
  ...['$(bug)', '`', '``', '**', '_x_', '# x', '- x', '| x |', '~~~', '\\', 'www.contoso.example', 'a@contoso.example'],
  ...['\u001b[31m', '\u009b31m', '\u001b]0;title\u0007', '\u0000', '\u0008', '\r\n', '\n\n', '\u2028', '\ud800'],
  ...['\u202e', '\u2066', '\u200b', '\u00ad', '\u3164', '\u{e0041}', `a${'\u0301'.repeat(50)}`, 'x'.repeat(5000)],
  ...[
    '=cmd|x',
    '+1',
    '@SUM(1)',
    '\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE]\r\n"a"="b"',
    ' ',
    'plain',
    '漢字',
    '😀',
    'file:///c:/x',
  ],
);
const hostileText = fc.array(pieces, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
const times = { displayZone: 'utc' } as const;

/** A case of one event, all text of which is the same. */
function caseOf(text: string): Case {
  const data = [text, text, text, text, text, text, text];
  const records = [
    event({ provider: 'Application Error', id: 1000, level: 2, computer: text, data, time: '2012-03-14T09:14:07Z' }),
    event({ provider: text, id: 7, computer: text, message: text, data, at: 50, time: '2012-03-14T09:14:08Z' }),
  ];
  const path = `/logs/${text.replaceAll('/', '')}.xml`;
  const seen = records.map((record, index) => {
    const sign = index === 0 ? SIGNS.crash : SIGNS.ended;
    return { sign, findings: [finding(sign, record, path, index)] };
  });
  const found = incident(seen, {
    computer: text,
    caveats: [{ kind: 'computer-assumed', unit: 'folder', folder: `/logs/${text}`, computer: text }],
  });
  const problems = [
    {
      code: 'xml-malformed' as const,
      range: { start: { line: 0, column: 0 }, end: { line: 0, column: 1 } },
      detail: text,
    },
  ];
  return {
    sources: [
      source(path, { findings: seen.flatMap((one) => one.findings), problems, problemCount: 1, computers: [text] }),
    ],
    incidents: [found],
  };
}

function nodesOf(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return nodes.flatMap((node) => [node, ...nodesOf(node.children)]);
}

/** Nothing that a terminal obeys, that reorders or hides text, that piles up, and no word wider than a window. */
function assertVisible(text: string): void {
  assert.doesNotMatch(text, /(?!\n)[\p{Cc}\p{Cs}\u2028\u2029]/u);
  assert.doesNotMatch(text, /(?![\u200c\u200d\ufe00-\ufe0f])\p{DI}/u);
  assert.doesNotMatch(text, /\p{M}{5}/u);
}

function assertBounded(text: string): void {
  for (const word of text.split(/[\s/]/)) assert.ok(word.length <= 300, `${word.length} units`);
}

/** Only links of the catalogue are left when escaped characters and code spans are taken away. */
function assertInert(markdown: string): void {
  assertVisible(markdown);
  assertBounded(markdown);
  const active = markdown
    .replace(/\\[\\`*[\]<>&~|$@_.:#+=-]/g, '')
    .replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '')
    .replaceAll(/\[[^[\]]*\]\(https:\/\/support\.example\/kb\/2510665\)/g, '');
  assert.doesNotMatch(active, /[[\]<>`\\]|\$\(|https?:\/\/|www\./i);
}

function check(property: (shown: Case, text: string) => void): void {
  fc.assert(
    fc.property(hostileText, (text) => {
      property(caseOf(text), text);
    }),
    { seed: 7, numRuns: 100 },
  );
}

describe('Hostile text of a log', () => {
  it('is inert in hovers', () => {
    check(({ incidents: [found] }) => {
      for (const { findings } of found?.seen ?? []) {
        const [shown] = findings;
        if (shown)
          assertInert(
            renderHover({
              record: shown.record,
              path: shown.path,
              incident: found,
              findings,
              catalogue: CATALOGUE,
              times,
            }),
          );
      }
    });
  });

  it('is visible in the tree, and inert in its tooltips', () => {
    check((shown) => {
      for (const node of nodesOf(treeOf(shown, CATALOGUE, { minimum: 'possible', times, folders: ['/logs'] }))) {
        for (const text of [node.label, node.description, node.accessibilityLabel]) assertVisible(text);
        for (const text of [node.label, node.description]) assertBounded(text);
        assertInert(node.tooltip);
      }
    });
  });

  it('is visible in diagnostics and in the outline', () => {
    check((shown) => {
      const models = [...diagnosticsOf(shown, CATALOGUE).values()].flat();
      const texts = models.flatMap(({ message, related }) => [message, ...related.map((one) => one.message)]);
      const records = shown.incidents.flatMap(({ seen }) => seen.flatMap(({ findings }) => findings));
      const names = records.map(({ record }) => describeEvent(record, CATALOGUE));
      for (const text of [...texts, ...names.flatMap(({ name, brief }) => [name, brief])]) {
        assertVisible(text);
        assertBounded(text);
      }
    });
  });

  it('gives the terminal nothing to obey, and a table no formula, in reports', () => {
    check((shown) => {
      const [found] = shown.incidents;
      assert.ok(found);
      for (const report of [
        renderTextReport(shown, CATALOGUE, { times }),
        renderIncidentReport(found, CATALOGUE, { times }),
      ]) {
        assertVisible(report);
        for (const line of report.split('\n')) assert.doesNotMatch(line, /^[=+\-@]/);
      }
    });
  });

  it('is the same in JSON, of which a terminal obeys nothing', () => {
    check((shown) => {
      const json = renderJson(jsonReport(shown));
      assert.doesNotMatch(json, /(?!\n)[\p{Cc}\p{Cf}\p{DI}\p{Cs}\u2028\u2029]/u);
      assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(jsonReport(shown))));
    });
  });

  it('stays inside the comments of a .reg file', () => {
    const lines = (computer: string): string[] => {
      const text = renderRegFile(X64.registry ?? assert.fail(), { computer, workaround: 2 });
      assertVisible(text.replaceAll('\r\n', '\n'));
      return text.split('\r\n').filter((line) => !line.startsWith(';'));
    };
    const expected = lines('PXE01');
    check((_shown, text) => {
      assert.deepEqual(lines(text), expected);
    });
  });

  it('makes no link in a message of VS Code', () => {
    check((_shown, text) => {
      assertVisible(noticeText(text));
      assert.doesNotMatch(noticeText(text), /[[\]]|:\/\//);
    });
  });

  it('begins no formula at the start of a line', () => {
    assert.equal(lineStart('=1+1'), "'=1+1");
    assert.equal(lineStart('PXE01'), 'PXE01');
  });
});
