import assert from 'node:assert/strict';
import {
  type NamedComparison,
  regDiffJson,
  regDiffNotice,
  renderExactUndo,
  renderRegDiff,
  renderRegDiffPage,
  renderRegSides,
  undoFileName,
} from '../../../../src/core/presentation';
import { regDataText } from '../../../../src/core/presentation/regDataText';
import { compareReg, readReg, readRegQuery } from '../../../../src/core/registry';

const HEADER = 'Windows Registry Editor Version 5.00';
const SMS = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS';
const STATE = [
  `[${SMS}\\PXE]`,
  '"NumberOfThreads"=dword:00000008',
  '"Same"="x"',
  '',
  `[${SMS}\\PXE\\Old]`,
  '"a"="1"',
  '',
  `[${SMS}\\PXE\\Old\\Sub]`,
  '@=hex:01,02',
];

function comparisonOf(change: readonly string[], state: readonly string[] = STATE): NamedComparison {
  const read = (lines: readonly string[]): ReturnType<typeof readReg> =>
    readReg([HEADER, '', ...lines, ''].join('\r\n'));
  const comparison = compareReg(read(change), read(state));
  return { comparison, changePath: 'C:\\fixes\\fix.reg', statePath: '/exports/pxe.reg' };
}

describe('regDiffNotice', () => {
  it('makes no link of the name of a file', () => {
    const changePath = '/mail/[undo it](command:workbench.action.quit).reg';
    assert.equal(
      regDiffNotice({ ...comparisonOf([`[${SMS}\\PXE]`, '"New"="n"']), changePath }),
      '(undo it)(command:workbench.action.quit).reg on the registry that pxe.reg shows: 1 value added',
    );
  });
});

describe('renderRegDiff', () => {
  it('tells what changes from what to what, and everything that a deleted key takes along', () => {
    const named = comparisonOf([
      `[${SMS}\\PXE]`,
      '"numberofthreads"=dword:1',
      '"Same"="x"',
      '"New"="n"',
      `[-${SMS}\\PXE\\Old]`,
    ]);
    assert.deepEqual(renderRegDiff(named).split('\n'), [
      'fix.reg on the registry that pxe.reg shows: 1 value changed, 1 value added, 1 key deleted, 1 value set to what it is',
      '',
      `${SMS}\\PXE`,
      '  ~ "NumberOfThreads": REG_DWORD 0x00000008 (8) -> REG_DWORD 0x00000001 (1)',
      '  + "New" = REG_SZ "n"',
      '  = "Same" is REG_SZ "x" already',
      '',
      `${SMS}\\PXE\\Old`,
      '  - the key is deleted with everything below it: 1 key and 2 values',
      '      - "a" was REG_SZ "1"',
      '      - Sub: (Default) was REG_BINARY 01 02',
      '',
      `pxe.reg shows ${SMS}\\PXE with everything below.`,
      'The undo restores every type and every byte.',
      'A .reg file holds no permissions: keys that are deleted and restored get those of the key above them.',
      '',
    ]);
  });

  it('says of keys that the export does not cover that they are unknown, not absent', () => {
    const text = renderRegDiff(comparisonOf([`[${SMS}\\DP]`, '"NumberOfThreads"=dword:1', '"Gone"=-', `[-${SMS}\\X]`]));
    assert.match(text, /^ {2}\? the key is created if it is not there: pxe\.reg does not cover it/m);
    assert.match(text, /^ {2}\? "NumberOfThreads" = REG_DWORD 0x00000001 \(1\): pxe\.reg does not cover it/m);
    assert.match(text, /^ {2}\? "Gone" is removed if it is there/m);
    assert.match(text, /SMS\\DP, .*SMS\\X: what is there now is unknown, which is not the same as absent/);
    assert.match(text, /4 changes cannot be undone/);
  });

  it('says that a file whose header is wrong changes nothing', () => {
    const change = readReg(`regedit4\r\n[${SMS}\\PXE]\r\n"a"="b"\r\n`);
    const named = { ...comparisonOf([]), comparison: compareReg(change, readReg([HEADER, ...STATE].join('\r\n'))) };
    assert.match(renderRegDiff(named), /nothing is imported\n\nfix\.reg has a header or an encoding/);
  });

  it('warns of a state that has not the form of an export', () => {
    const named = comparisonOf([`[${SMS}\\PXE]`], ['; my tweaks', `[${SMS}\\PXE]`]);
    assert.match(renderRegDiff(named), /pxe\.reg does not have the form of an export/);
    assert.doesNotMatch(renderRegDiff(comparisonOf([`[${SMS}\\PXE]`])), /form of an export/);
  });

  it('keeps text of the files from being Markdown', () => {
    const page = renderRegDiffPage(comparisonOf([`[${SMS}\\PXE]`, '"[a](https://contoso.example)"="<b>"']));
    assert.ok(page.includes('- **added** "\\[a\\]'), page);
    assert.doesNotMatch(page, /<b>|\[a\]\(/);
  });

  it('shows a difference that the words for the data do not', () => {
    const long = 'x'.repeat(2000);
    const named = comparisonOf([`[${SMS}\\PXE]`, `"Same"="${long}y"`], [`[${SMS}\\PXE]`, `"Same"="${long}z"`]);
    assert.match(renderRegDiff(named), /different from byte 4000 on/);
  });
});

describe('regDiffJson', () => {
  it('has each change with its place, types and bytes', () => {
    const json = regDiffJson(comparisonOf([`[${SMS}\\PXE]`, '"NumberOfThreads"=dword:1', `[-${SMS}\\PXE\\Old]`]));
    assert.deepEqual(json.changes, [
      {
        kind: 'value-changed',
        key: `${SMS}\\PXE`,
        value: 'NumberOfThreads',
        isKnown: true,
        from: { type: 'REG_DWORD', bytes: '08000000' },
        to: { type: 'REG_DWORD', bytes: '01000000' },
        line: 4,
        column: 1,
      },
      {
        kind: 'key-removed',
        key: `${SMS}\\PXE\\Old`,
        value: null,
        isKnown: true,
        from: null,
        to: null,
        subkeys: [`${SMS}\\PXE\\Old\\Sub`],
        values: [
          { key: `${SMS}\\PXE\\Old`, value: 'a', from: { type: 'REG_SZ', bytes: '31000000' } },
          { key: `${SMS}\\PXE\\Old\\Sub`, value: '', from: { type: 'REG_BINARY', bytes: '0102' } },
        ],
        line: 5,
        column: 1,
      },
    ]);
    assert.deepEqual(json.undo, { isExact: true, notUndone: [] });
    assert.deepEqual(json.state.coverage, [{ path: `${SMS}\\PXE`, extent: 'tree' }]);
  });
});

describe('renderExactUndo', () => {
  it('restores old data, deletes what was not there, and says what it leaves alone', () => {
    const named = comparisonOf([`[${SMS}\\PXE]`, '"Same"=-', '"New"="n"', `[${SMS}\\DP]`, '"N"=dword:1']);
    assert.deepEqual(renderExactUndo(named).split('\r\n'), [
      HEADER,
      '',
      '; Undo of fix.reg: restores what pxe.reg shows. Import it after fix.reg.',
      `; Not undone: ${SMS}\\DP the key is created if it is not there: pxe.reg does not cover it, so what is there now is not known`,
      `; Not undone: ${SMS}\\DP "N" = REG_DWORD 0x00000001 (1): pxe.reg does not cover it, so what is there now is not known`,
      `[${SMS}\\PXE]`,
      '"Same"="x"',
      '"New"=-',
      '',
      '',
    ]);
    assert.equal(undoFileName('C:\\fixes\\fix.reg'), 'fix-undo.reg');
  });
});

describe('renderRegSides', () => {
  it('shows the keys that change with all their values, before and after', () => {
    const { comparison } = comparisonOf([
      `[${SMS}\\PXE]`,
      '"NumberOfThreads"=dword:1',
      `[-${SMS}\\PXE\\Old]`,
      `[${SMS}\\DP]`,
      '"N"="1"',
    ]);
    const { before, after } = renderRegSides(comparison);
    const unknown = `; ${SMS}\\DP: not all of this key is in the export; what else it holds is not known`;
    const pxe = (threads: number): readonly string[] => [
      `[${SMS}\\PXE]`,
      `"NumberOfThreads"=dword:0000000${threads}`,
      '"Same"="x"',
      '',
    ];
    const old = [`[${SMS}\\PXE\\Old]`, '"a"="1"', '', `[${SMS}\\PXE\\Old\\Sub]`, '@=hex:01,02', ''];
    assert.deepEqual(before.split('\n'), [HEADER, '', unknown, ...pxe(8), ...old]);
    assert.deepEqual(after.split('\n'), [HEADER, '', unknown, `[${SMS}\\DP]`, '"N"="1"', '', ...pxe(1)]);
  });

  it('shows the deletion of a key that the export does not show', () => {
    const { comparison } = comparisonOf(['[-HKEY_CURRENT_USER\\Contoso]']);
    assert.match(renderRegSides(comparison).after, /; \[-HKEY_CURRENT_USER\\Contoso\]$/);
  });
});

describe('regDataText', () => {
  const DATA: readonly (readonly [string, string])[] = [
    ['"a\\\\b"', 'REG_SZ "a\\b"'],
    ['hex(2):25,00,00,00', 'REG_EXPAND_SZ "%"'],
    ['hex(7):41,00,00,00,42,00,00,00,00,00', 'REG_MULTI_SZ "A", "B"'],
    ['hex(7):00,00', 'REG_MULTI_SZ without strings'],
    ['hex(b):08,00,00,00,00,00,00,00', 'REG_QWORD 0x0000000000000008 (8)'],
    ['hex(4):08,00', 'REG_DWORD 08 00 (2 bytes)'],
    ['hex:', 'REG_BINARY without data'],
    ['hex(1234):01', 'type 4660 01'],
  ];
  for (const [written, shown] of DATA) {
    it(`writes ${written} as ${shown}`, () => {
      const { comparison } = comparisonOf([`[${SMS}\\PXE]`, `"v"=${written}`]);
      const [change] = comparison.changes;
      assert.equal(change?.kind === 'value-added' && regDataText(change.to), shown);
    });
  }
});

describe('compareReg', () => {
  it('takes the output of reg query for the state', () => {
    const state = readRegQuery(`${SMS}\\PXE\r\n    NumberOfThreads    REG_DWORD    0x8\r\n    b    REG_SZ    x\r\n`);
    const change = readReg(`${HEADER}\r\n\r\n[${SMS}\\PXE]\r\n"NumberOfThreads"=dword:1\r\n"c"=-\r\n`);
    assert.deepEqual(
      compareReg(change, state).changes.map(({ kind, isKnown }) => [kind, isKnown]),
      [['value-changed', true]],
    );
  });
});
