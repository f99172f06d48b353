import assert from 'node:assert/strict';
import { badge, treeOf, type TreeNode, type TreeSettings } from '../../../../src/core/presentation/tree';
import { CATALOGUE, crashCase, FINDINGS, incident, SEEN, source } from '../../builders';
import { assertGolden } from '../../golden';

const settings: TreeSettings = { minimum: 'possible', times: { displayZone: 'utc' } };

function draw(nodes: readonly TreeNode[], depth = 0): string {
  const line = ({ icon, label, description, contextValue }: TreeNode): string =>
    `${'  '.repeat(depth)}(${icon.id}) ${label}${description && `   ${description}`}   [${contextValue}]\n`;
  return nodes.map((node) => line(node) + draw(node.children, depth + 1)).join('');
}

function all(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return nodes.flatMap((node) => [node, ...all(node.children)]);
}

describe('treeOf', () => {
  it('shows servers, incidents, signs, what is missing, what to do, and the sources', () => {
    const caseValue = crashCase({
      traits: { bitness: { value: 64, origin: 'fault-offset' } },
      preferredRemediation: 'configmgr2007-x64',
      caveats: [{ kind: 'computer-assumed', unit: 'folder', folder: '/logs', computer: 'PXE01.fabrikam.example' }],
    });
    assertGolden('tree', draw(treeOf(caseValue, CATALOGUE, settings)));
  });

  it('leads from a sign to its exact place', () => {
    const node = all(treeOf(crashCase(), CATALOGUE, settings)).find((one) => one.id.endsWith('/service-ended'));
    assert.deepEqual(node?.place, { path: '/logs/System.xml', range: FINDINGS.ended.range });
  });

  it('gives every node an id of its own, the same each time, and words for a screen reader', () => {
    const nodes = all(treeOf(crashCase(), CATALOGUE, settings));
    assert.equal(new Set(nodes.map((node) => node.id)).size, nodes.length);
    assert.deepEqual(
      nodes.map((node) => node.id),
      all(treeOf(crashCase(), CATALOGUE, settings)).map((node) => node.id),
    );
    assert.ok(nodes.every((node) => node.accessibilityLabel !== ''));
  });

  it('hides what is less certain than asked for, and says so', () => {
    const [hidden] = treeOf(crashCase({ confidence: 'possible' }), CATALOGUE, { ...settings, minimum: 'matches' });
    assert.equal(`${hidden?.label ?? ''}, ${hidden?.description ?? ''}`, '1 incident not shown, less than matches');
  });

  it('keeps servers without a name apart by folder', () => {
    const unnamed = (folder: string) =>
      incident(SEEN, {
        id: folder,
        computer: undefined,
        caveats: [{ kind: 'computer-assumed', unit: 'folder', folder, computer: undefined }],
      });
    const caseValue = { sources: [], incidents: [unnamed('/a'), unnamed('/b')] };
    const shown = treeOf(caseValue, CATALOGUE, settings).map((node) => node.label);
    assert.deepEqual(shown, ['Server not named in the logs', 'Server not named in the logs']);
  });

  it('lists the files of a watched folder below it', () => {
    const caseValue = { sources: [source('/logs/a.xml'), source('/logs2/b.xml')], incidents: [] };
    const [sources] = treeOf(caseValue, CATALOGUE, { ...settings, folders: ['/logs', '/empty'] });
    assert.equal(
      draw(sources?.children ?? []),
      [
        '(folder) logs   1 file   [folder]',
        '  (file) a.xml   Event XML · UTF-8 · 300 events   [source]',
        '(folder) empty   no event logs   [folder]',
        '(file) b.xml   Event XML · UTF-8 · 300 events   [source]',
        '',
      ].join('\n'),
    );
  });

  it('escapes log text in tooltips and shows it plainly in labels', () => {
    const nodes = all(treeOf(crashCase({ computer: '[x](command:evil)\u202e' }), CATALOGUE, settings));
    assert.equal(nodes[0]?.label, '[x](command:evil)‹U+202E›');
    assert.match(nodes[0].tooltip, /^\*\*\\\[x\\\]\(command:evil\)‹U\+202E›\*\*/);
  });

  it('is empty when nothing was looked at', () => {
    assert.deepEqual(treeOf({ sources: [], incidents: [] }, CATALOGUE, settings), []);
  });
});

describe('badge', () => {
  it('counts the incidents', () => {
    assert.deepEqual(badge(crashCase()), { value: 1, tooltip: '1 incident' });
  });

  it('is missing when there is none', () => {
    assert.equal(badge({ sources: [], incidents: [] }), undefined);
  });
});
