import assert from 'node:assert/strict';
import {
  type TreeNode,
  jsonReport,
  renderHover,
  renderIncidentReport,
  renderRegFile,
  renderUndoFile,
  treeOf,
} from '../../../../src/core/presentation';
import { registryRows } from '../../../../src/core/presentation/registryText';
import { SMS, SMS32, catalogue, exported, incidentWith } from '../registryCase';

const THREADS = '"NumberOfThreads"=dword:0000000';
const times = { displayZone: 'utc' } as const;

function told(...keys: readonly (readonly string[])[]): readonly string[] {
  const incident = incidentWith({ 'case/sms.reg': exported(...keys) });
  return registryRows(incident).map(({ text, meaning, key }) => [key, text, meaning].join(' | '));
}

describe('what an incident says of the registry', () => {
  const DP = 'HKLM\\SOFTWARE\\Microsoft\\SMS\\DP';

  it('tells the value of the fix that fits', () => {
    assert.deepEqual(told([`[${SMS}\\DP]`]), [`${DP} | NumberOfThreads is not set | `]);
    assert.deepEqual(told([`[${SMS}\\DP]`, `${THREADS}8`]), [`${DP} | NumberOfThreads is 8 | `]);
    assert.deepEqual(told([`[${SMS}\\DP]`, '"NumberOfThreads"="1"']), [
      `${DP} | NumberOfThreads is REG_SZ "1" | it has the wrong type`,
    ]);
  });

  it('tells that the fix is in place and what else to do', () => {
    assert.deepEqual(told([`[${SMS}\\DP]`, `${THREADS}1`]), [
      `${DP} | NumberOfThreads is already 1 | the fix is in place and it still crashes, use the first workaround (unless it was set after this crash)`,
    ]);
  });

  it('tells of a value in a key that such a server does not read', () => {
    const query = `${SMS}\\DP\r\n    a    REG_SZ    b\r\n\r\n${SMS32}\\PXE\r\n    NumberOfThreads    REG_DWORD    0x1\r\n`;
    const both = registryRows(incidentWith({ 'case/sms.txt': query }));
    assert.deepEqual(
      both.map(({ text, meaning }) => `${text} | ${meaning}`),
      [
        'NumberOfThreads is already 1 | but in a key that this kind of server does not read',
        'NumberOfThreads is unknown: sms.txt does not cover its key | ',
      ],
    );
  });

  it('says once that the exports do not cover the keys', () => {
    assert.deepEqual(told(['[HKEY_CURRENT_USER\\Contoso]']), [
      'HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE | NumberOfThreads is unknown: sms.reg does not cover its key | ',
    ]);
  });

  const incident = incidentWith({ 'case/sms.reg': exported([`[${SMS}\\DP]`, `${THREADS}8`]) });

  it('stands in the tree, where it leads to the value', () => {
    const nodes = (node: TreeNode): TreeNode[] => [node, ...node.children.flatMap(nodes)];
    const all = treeOf({ sources: [], incidents: [incident] }, catalogue, { minimum: 'possible', times }).flatMap(
      nodes,
    );
    const node = all.find(({ kind }) => kind === 'registry');
    assert.equal(node?.label, 'Registry  NumberOfThreads is 8');
    assert.equal(node.description, 'sms.reg');
    assert.deepEqual(node.place, {
      path: 'case/sms.reg',
      range: { start: { line: 3, column: 0 }, end: { line: 3, column: 32 } },
    });
    assert.match(node.tooltip, /taken for an export of the only server/);
    assert.equal(
      all.find(({ kind }) => kind === 'server')?.description,
      '1 incident · 2012-03-14 · 32-bit (from the fault offset), ConfigMgr 2012 (from the registry)',
    );
  });

  it('stands in the hover', () => {
    const finding = incident.seen[0]?.findings[0];
    assert.ok(finding);
    const hover = renderHover({ record: finding.record, path: finding.path, incident, catalogue, times });
    assert.match(hover, /⚙ Registry: NumberOfThreads is 8 · sms\.reg/);
  });

  it('stands in the report, with the place, and the fix is told to use it', () => {
    const report = renderIncidentReport(incident, catalogue, { times });
    assert.match(
      report,
      /^ *registry: NumberOfThreads is 8 {3}HKLM\\SOFTWARE\\Microsoft\\SMS\\DP {3}case\/sms\.reg:4:1$/m,
    );
    assert.match(report, /--variant configmgr2012 --state case\/sms\.reg --out fix\.reg/);
  });

  it('stands in JSON', () => {
    const [json] = jsonReport({ sources: [], incidents: [incident] }).incidents;
    assert.deepEqual(json?.registryState?.sources, [{ path: 'case/sms.reg', origin: 'only-server' }]);
    assert.deepEqual(json.registryState.settings[2], {
      remediation: 'configmgr2012',
      key: `${SMS}\\DP`,
      value: 'NumberOfThreads',
      status: 'other',
      data: { type: 'REG_DWORD', bytes: '08000000' },
      path: 'case/sms.reg',
      line: 4,
      column: 1,
    });
    assert.deepEqual(
      [
        json.registryState.settings[0]?.status,
        json.registryState.settings[0]?.data,
        json.registryState.settings[0]?.line,
      ],
      ['unknown', null, null],
    );
  });
});

describe('fix and undo with a registry export', () => {
  const fix = catalogue.rules
    .flatMap(({ remediations }) => remediations)
    .find(({ id }) => id === 'configmgr2012')?.registry;
  const before = (...lines: readonly string[]) =>
    incidentWith({ 'case/sms.reg': exported([`[${SMS}\\DP]`, ...lines]) }).registryState?.settings;

  it('restore the old data', () => {
    assert.ok(fix);
    const undo = renderUndoFile(fix, { before: before(`${THREADS}8`) });
    assert.match(undo, /\r\n; restores NumberOfThreads = REG_DWORD 0x00000008 \(8\), as sms\.reg shows it\.\r\n/);
    assert.match(undo, /\r\n"NumberOfThreads"=dword:00000008\r\n/);
    assert.match(
      renderUndoFile(fix, { before: before('"NumberOfThreads"=hex(7):41,00,00,00,00,00') }),
      /\r\n"NumberOfThreads"=hex\(7\):41,00,00,00,00,00\r\n/,
    );
    assert.match(
      renderRegFile(fix, { before: before(`${THREADS}8`) }),
      /; Undo: .*-undo\.reg: restores NumberOfThreads = REG_DWORD/,
    );
  });

  it('remove the value that was not set, and know it', () => {
    assert.ok(fix);
    const undo = renderUndoFile(fix, { before: before('"a"="b"') });
    assert.match(undo, /; removes NumberOfThreads, which is not set according to sms\.reg\.\r\n/);
    assert.match(undo, /"NumberOfThreads"=-\r\n/);
    assert.doesNotMatch(undo, /If it was there before/);
  });

  it('say what to mind where no export tells', () => {
    assert.ok(fix);
    const elsewhere = incidentWith({ 'case/x.reg': exported(['[HKEY_CURRENT_USER\\Contoso]']) }).registryState
      ?.settings;
    assert.match(renderUndoFile(fix, { before: elsewhere }), /If it was there before/);
    assert.match(renderRegFile(fix, { before: elsewhere }), /If the value exists already/);
  });
});
