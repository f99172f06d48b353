import * as assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  type RegDocument,
  type RegistryNode,
  applyReg,
  compareReg,
  emptyState,
  encodeRegFile,
  findKey,
  readRegistryBytes,
  renderExactUndo,
  renderReg,
  stateOf,
} from '../../src/core';
import { anyFile } from '../unit/core/registry/arbitraryReg';
import { runCli, useRegistry } from './registry';

const ROOT = 'HKEY_CURRENT_USER\\Software\\Contoso';
const HEADER = 'Windows Registry Editor Version 5.00';

/** One value of every kind, and what names and strings can hold. */
const TYPES = [
  HEADER,
  '; a comment',
  `[${ROOT}\\Types]`,
  '@="default"',
  '"Text"="C:\\\\Program Files\\\\\\"Contoso\\" ; no comment"',
  '"Empty"=""',
  '"Quote\\"d \\\\ name"="x"',
  '"Number"=dword:0000002a',
  '"Big"=dword:ffffffff',
  '"Quad"=hex(b):01,02,03,04,05,06,07,08',
  '"Expand"=hex(2):25,00,50,00,41,00,54,00,48,00,25,00,00,00',
  '"Many"=hex(7):41,00,00,00,42,00,00,00,00,00',
  '"Unended"=hex(7):41,00',
  '"None"=hex(0):',
  `"Bytes"=hex:${Array.from({ length: 100 }, (_, at) => at.toString(16).padStart(2, '0')).join(',')}`,
  '"Odd"=hex(1234):de,ad,be,ef',
  '"Broken"=hex:01,02,\\',
  '  03,04',
  `[${ROOT}\\Types\\Sub key\\Deeper]`,
  '"Grüße"="Tschüß €"',
];

/** What an import ignores, and the last of two settings. */
const MISTAKES = [
  HEADER,
  '',
  `[${ROOT}\\Mistakes]`,
  'nonsense',
  '"Unquoted=dword:1',
  '"Wrong"=qword:1',
  '"Twice"="first"',
  '"TWICE"="second"',
  '[HKLM\\Software\\Contoso]',
  '"Lost"="x"',
  `[${ROOT}\\mistakes\\Gone]`,
  '"a"="b"',
  `[-${ROOT}\\Mistakes\\gone]`,
];

const OLD = ['REGEDIT4', '', `[${ROOT}\\Old]`, '"Expand"=hex(2):25,50,41,54,48,25,00', '"Text"="old"'];

/** A registry, and a file that changes, adds and deletes in it. */
const BEFORE = [
  HEADER,
  '',
  `[${ROOT}\\Change]`,
  '@=hex(2):25,00,00,00',
  '"Kept"="x"',
  '"Number"=dword:00000008',
  '"Other type"=hex(7):41,00,00,00,00,00',
  '"Unended"=hex(1):41,00,42,00',
  `[${ROOT}\\Change\\Old]`,
  '"a"=hex:01,02,03',
  `[${ROOT}\\Change\\Old\\Sub]`,
  `[${ROOT}\\Change\\Old\\Sub\\Deep]`,
  '@="deep"',
];
const CHANGE = [
  HEADER,
  '',
  `[${ROOT}\\change]`,
  '@=-',
  '"NUMBER"=dword:1',
  '"Other type"="text now"',
  '"New"=hex(b):01,00,00,00,00,00,00,00',
  `[-${ROOT}\\Change\\Old]`,
  `[${ROOT}\\Change\\New\\Sub]`,
  '"b"="c"',
];

function bytesOf(lines: readonly string[]): Uint8Array {
  return encodeRegFile(`${lines.join('\r\n')}\r\n`);
}

/** One file with the lines of many, each in a key of its own. */
function together(path: string, files: readonly string[]): Uint8Array {
  const lines = files.flatMap((file, index) => {
    const inside = file.split('\r\n').slice(2);
    return [`[${path}\\${index}]`, ...inside.map((line) => line.replace(/^(\[-?)HKEY_/, `$1${path}\\${index}\\HKEY_`))];
  });
  return bytesOf([HEADER, '', ...lines]);
}

function read(bytes: Uint8Array | undefined): RegDocument {
  const document = bytes && readRegistryBytes(bytes);
  assert.ok(document, 'an export');
  return document;
}

/** A tree without the order of its maps. */
function sorted({ values, subkeys }: RegistryNode): unknown {
  return [
    Object.fromEntries(
      [...values].map(([key, { data }]) => [key, `${data.type}:${Buffer.from(data.bytes).toString('hex')}`]),
    ),
    Object.fromEntries([...subkeys].map(([key, node]) => [key, sorted(node)])),
  ];
}

function nodeOf(state: ReturnType<typeof stateOf>, path: string): unknown {
  const node = findKey(state, path);
  return node && sorted(node);
}

describe('registry files in a real registry', () => {
  const wine = useRegistry();

  function importBytes(bytes: Uint8Array): void {
    const file = join(wine.folder, 'import.reg');
    writeFileSync(file, bytes);
    wine.registry.importReg(file);
  }

  for (const [key, lines] of [
    ['Types', TYPES],
    ['Mistakes', MISTAKES],
    ['Old', OLD],
  ] as const) {
    it(`${key}: holds after an import what the model says, and so it does after an import of what is rendered`, () => {
      const bytes = key === 'Old' ? Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1') : bytesOf(lines);
      const model = applyReg(emptyState(), read(bytes));
      importBytes(bytes);
      const path = `${ROOT}\\${key}`;
      const exported = wine.registry.exportKey(path);
      assert.deepEqual(nodeOf(stateOf(read(exported)), path), nodeOf(model, path));
      importBytes(encodeRegFile(`${HEADER}\r\n\r\n[-${path}]\r\n`));
      assert.equal(wine.registry.exportKey(path), undefined);
      const rendered = renderReg(read(bytes));
      importBytes(key === 'Old' ? Buffer.from(rendered, 'latin1') : encodeRegFile(rendered));
      assert.deepEqual(wine.registry.exportKey(path), exported);
    });
  }

  it('is the same byte for byte after a change and its undo', () => {
    const path = `${ROOT}\\Change`;
    importBytes(bytesOf(BEFORE));
    const state = wine.registry.exportKey(path);
    const change = read(bytesOf(CHANGE));
    const comparison = compareReg(change, read(state));
    assert.deepEqual(comparison.undo.notUndone, []);
    importBytes(bytesOf(CHANGE));
    const changed = wine.registry.exportKey(path);
    assert.notDeepEqual(changed, state);
    assert.deepEqual(nodeOf(stateOf(read(changed)), path), nodeOf(comparison.after, path));
    importBytes(encodeRegFile(renderExactUndo({ comparison, changePath: 'change.reg', statePath: 'state.reg' })));
    assert.deepEqual(wine.registry.exportKey(path), state);
  });

  it('is the same byte for byte after any changes of any states and their undo', () => {
    const path = `${ROOT}\\Any`;
    const pairs = fc.sample(fc.tuple(anyFile, anyFile), { seed: 4, numRuns: 300 });
    importBytes(
      together(
        path,
        pairs.map(([state]) => state),
      ),
    );
    const state = wine.registry.exportKey(path);
    const changeBytes = together(
      path,
      pairs.map(([, change]) => change),
    );
    const comparison = compareReg(read(changeBytes), read(state));
    assert.deepEqual(comparison.undo.notUndone, []);
    importBytes(changeBytes);
    const changed = wine.registry.exportKey(path);
    assert.notDeepEqual(changed, state);
    assert.deepEqual(nodeOf(stateOf(read(changed)), path), nodeOf(comparison.after, path));
    importBytes(encodeRegFile(renderExactUndo({ comparison, changePath: 'change.reg', statePath: 'state.reg' })));
    assert.deepEqual(wine.registry.exportKey(path), state);
  });

  it('is the same byte for byte after a fix and its undo, whatever was set before', () => {
    const path = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE';
    for (const old of ['"NumberOfThreads"=dword:00000008', '"NumberOfThreads"="8"', '"Other"="x"']) {
      importBytes(bytesOf([HEADER, '', `[-${path}]`, `[${path}]`, '"First"="1"', old]));
      const state = wine.registry.exportKey(path);
      assert.ok(state);
      const [file, fix, undo] = ['state.reg', 'fix.reg', 'undo.reg'].map((name) => join(wine.folder, name));
      assert.ok(file && fix && undo);
      writeFileSync(file, state);
      runCli(
        'fix',
        'kb-2510665',
        ...['--variant', 'configmgr2007-x64', '--state', file, '--out', fix, '--undo', undo, '--force'],
      );
      wine.registry.importReg(fix);
      assert.equal(wine.registry.queryValue(path, 'NumberOfThreads', '64')?.data, '0x1');
      wine.registry.importReg(undo);
      assert.deepEqual(wine.registry.exportKey(path), state, old);
    }
  });
});
