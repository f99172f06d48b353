import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type RegChange,
  type RegData,
  type RegistryNode,
  type RegistryState,
  applyReg,
  decodeData,
  diffReg,
  emptyState,
  findKey,
  findValue,
  knowsKey,
  knowsValue,
  readReg,
  readRegQuery,
  stateOf,
  undoOf,
} from '../../../../src/core/registry';
import { marked } from '../../marked';
import { anyFile } from './arbitraryReg';

const HEADER = 'Windows Registry Editor Version 5.00\n\n';
const SMS = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS';

function regOf(lines: string): ReturnType<typeof readReg> {
  return readReg(`${HEADER}${lines}\n`);
}

function shown({ type, bytes }: RegData): string {
  const decoded = decodeData({ type, bytes });
  if ('text' in decoded) return decoded.text;
  return 'value' in decoded ? String(decoded.value) : `${type}:${bytes.join(',')}`;
}

/** A change as one line. */
function told(change: RegChange): string {
  const name = 'name' in change ? `${change.path}\\\\${change.name}` : change.path;
  const from = 'from' in change ? ` ${shown(change.from)}` : '';
  const to = 'to' in change ? ` -> ${shown(change.to)}` : '';
  const below =
    change.kind === 'key-removed' ? ` with ${change.subkeys.length} keys, ${change.values.length} values` : '';
  return `${change.isKnown ? '' : '? '}${change.kind} ${name.replace(SMS, 'SMS')}${from}${to}${below}`;
}

/** A tree without the order of its maps. */
function treeOf({ name, values, subkeys }: RegistryNode): unknown {
  const byName = <T>(entries: Iterable<readonly [string, T]>): (readonly [string, T])[] =>
    [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
  return [name, byName(values), byName([...subkeys].map(([key, node]) => [key, treeOf(node)] as const))];
}

const importInto = (state: RegistryState, lines: string): RegistryState => applyReg(state, regOf(lines));

describe('applyReg', () => {
  it('creates keys with those above them, in any case, and lets the last value win', () => {
    const state = importInto(emptyState(), `[${SMS}\\PXE]\n"N"="1"\n[${SMS.toLowerCase()}\\pxe]\n"n"="2"\n@=dword:1`);
    assert.equal(findKey(state, `${SMS}\\pxe`)?.name, 'PXE');
    assert.deepEqual(
      [...(findKey(state, `${SMS}\\PXE`)?.values.values() ?? [])].map(({ name }) => name),
      ['N', ''],
    );
    const value = findValue(state, `${SMS}\\PXE`, 'n');
    assert.equal(value && shown(value.data), '2');
  });

  it('deletes values, and keys with everything below them', () => {
    const before = importInto(emptyState(), `[${SMS}\\A\\B]\n"x"="1"\n"y"="2"\n[${SMS}\\C]`);
    const after = importInto(before, `[${SMS}\\A\\B]\n"X"=-\n"none"=-\n[-${SMS}\\c]\n[-${SMS}\\None\\x]`);
    assert.deepEqual([...(findKey(after, `${SMS}\\A\\B`)?.values.keys() ?? [])], ['y']);
    assert.equal(findKey(after, `${SMS}\\C`), undefined);
    assert.ok(findKey(before, `${SMS}\\C`) && findValue(before, `${SMS}\\A\\B`, 'x'), 'the state before is as it was');
  });

  it('shares what it does not touch', () => {
    const before = importInto(emptyState(), `[${SMS}\\A]\n"x"="1"\n[${SMS}\\B]\n"x"="1"`);
    const after = importInto(before, `[${SMS}\\A]\n"x"="2"`);
    assert.equal(findKey(after, `${SMS}\\B`), findKey(before, `${SMS}\\B`));
    assert.notEqual(findKey(after, `${SMS}\\A`), findKey(before, `${SMS}\\A`));
  });

  it('does nothing with a file that is not imported', () => {
    const state = emptyState();
    assert.equal(applyReg(state, readReg(`regedit4\n[${SMS}]\n`)), state);
    assert.equal(applyReg(state, readReg('[HKLM\\x]\n"a"="b"')), state);
  });
});

describe('what a state knows', () => {
  it('knows the subtrees that an export holds, and that the keys above them exist', () => {
    const state = stateOf(regOf(`[${SMS}\\PXE]\n"a"="1"\n[${SMS}\\PXE\\x]\n[HKEY_USERS\\y]`));
    assert.deepEqual(state.coverage, [
      { path: `${SMS}\\PXE`, extent: 'tree' },
      { path: 'HKEY_USERS\\y', extent: 'tree' },
    ]);
    const paths = ['PXE', 'PXE\\x\\new', 'DP', 'DP\\x'].map((path) => `${SMS}\\${path}`);
    assert.deepEqual(
      paths.map((path) => knowsKey(state, path)),
      ['present', 'missing', 'unknown', 'unknown'],
    );
    assert.deepEqual(
      [
        [paths[0], 'A'],
        [paths[0], 'b'],
        [SMS, 'a'],
        [paths[1], 'a'],
        [paths[2], 'a'],
      ].map(([path = '', name = '']) => knowsValue(state, path, name)),
      ['present', 'missing', 'unknown', 'missing', 'unknown'],
    );
  });

  it('knows less of what reg query printed without /s', () => {
    const key = readRegQuery(`${SMS}\r\n    a    REG_SZ    1\r\n    b    REG_SZ    1\r\n\r\n${SMS}\\PXE\r\n`);
    const state = stateOf(key);
    assert.deepEqual(state.coverage, [{ path: SMS, extent: 'key' }]);
    assert.deepEqual(
      [knowsValue(state, SMS, 'c'), knowsValue(state, `${SMS}\\PXE`, 'c'), knowsKey(state, `${SMS}\\DP`)],
      ['missing', 'unknown', 'missing'],
    );
    const two = `${SMS}\r\n    a    REG_SZ    1\r\n\r\n${SMS}\\PXE\r\n    a    REG_SZ    1\r\n\r\n`;
    const extentsOf = (text: string): unknown => stateOf(readRegQuery(text)).coverage.map(({ extent }) => extent);
    assert.deepEqual(extentsOf(two), ['tree']);
    assert.deepEqual(extentsOf(`C:\\>reg query HKLM\\x /s\r\n\r\n${two}C:\\>`), ['tree']);
    assert.deepEqual(extentsOf(`C:\\>reg query HKLM\\x /s /V a\r\n\r\n${two}`), ['seen']);
    assert.deepEqual(extentsOf(`PS C:\\a b> reg.exe query HKLM\\x /s /f a\r\n\r\n${two}`), ['seen']);
    assert.deepEqual(extentsOf(`${two}End of search: 2 match(es) found.\r\n`), ['seen']);
    assert.deepEqual(extentsOf(`${two}Ende der Suche: 2 Übereinstimmung(en) gefunden.\r\n`), ['seen']);
    const value = stateOf(readRegQuery(`${SMS}\\DP\r\n    NumberOfThreads    REG_DWORD    0x8\r\n`));
    assert.deepEqual(
      [knowsValue(value, `${SMS}\\DP`, 'numberofthreads'), knowsValue(value, `${SMS}\\DP`, 'x')],
      ['present', 'unknown'],
    );
  });
});

describe('diffReg', () => {
  const state = stateOf(
    regOf(
      `[${SMS}]\n[${SMS}\\PXE]\n"NumberOfThreads"=dword:8\n"Same"="x"\n[${SMS}\\Old]\n"a"="1"\n[${SMS}\\Old\\Sub]\n"b"="2"`,
    ),
  );

  it('tells what is added, changed and removed, and what goes with a key', () => {
    const { text, spans } = marked(
      `${HEADER}[${SMS}\\PXE]\n«"numberofthreads"=dword:1»\n"Same"="y"\n«"Same"="x"»\n«"New"="n"»\n«[-${SMS}\\Old]»\n«[${SMS}\\A\\B]»\n«@="d"»\n"gone"="1"\n"gone"=-\n`,
    );
    const changes = diffReg(readReg(text), state);
    assert.deepEqual(changes.map(told), [
      'value-changed SMS\\PXE\\\\NumberOfThreads 8 -> 1',
      'value-added SMS\\PXE\\\\New -> n',
      'key-removed SMS\\Old with 1 keys, 2 values',
      'key-added SMS\\A',
      'key-added SMS\\A\\B',
      'value-added SMS\\A\\B\\\\ -> d',
      'value-same SMS\\PXE\\\\Same -> x',
    ]);
    const [threads, same, added, deletion, key, value] = spans;
    assert.deepEqual(
      changes.map(({ span }) => span),
      [threads, added, deletion, key, key, value, same],
    );
  });

  it('names the values that a deleted and recreated key loses', () => {
    const changes = diffReg(regOf(`[-${SMS}\\PXE]\n[${SMS}\\PXE]\n"Same"="x"`), state);
    assert.deepEqual(changes.map(told), [
      'value-removed SMS\\PXE\\\\NumberOfThreads 8',
      'value-same SMS\\PXE\\\\Same -> x',
    ]);
  });

  it('does not claim to know what the state does not cover', () => {
    const users = 'HKEY_USERS\\x';
    const changes = diffReg(
      regOf(`[${users}]\n"a"="1"\n"b"=-\n[-${users}\\y]\n[-HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft]\n[-${SMS}\\None]`),
      state,
    );
    assert.deepEqual(changes.map(told), [
      '? key-removed HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft with 4 keys, 4 values',
      '? key-added HKEY_USERS\\x',
      '? value-added HKEY_USERS\\x\\\\a -> 1',
      '? key-removed-unseen HKEY_USERS\\x\\y',
      '? value-removed-unseen HKEY_USERS\\x\\\\b',
    ]);
  });
});

describe('undoOf', () => {
  it('restores the old data, and deletes only what was not there', () => {
    const state = stateOf(
      regOf(`[${SMS}]\n[${SMS}\\PXE]\n"NumberOfThreads"=dword:8\n[${SMS}\\Old]\n@="d"\n[${SMS}\\Old\\Sub]\n"b"="2"`),
    );
    const change = regOf(`[${SMS}\\PXE]\n"NumberOfThreads"=dword:1\n"New"="n"\n[-${SMS}\\Old]\n[${SMS}\\A\\B]\n@="x"`);
    const { document, notUndone } = undoOf(change, state);
    assert.equal(
      document.text,
      [
        'Windows Registry Editor Version 5.00',
        '',
        `[${SMS}\\PXE]`,
        '"NumberOfThreads"=dword:00000008',
        '"New"=-',
        '',
        `[${SMS}\\Old]`,
        '@="d"',
        '',
        `[${SMS}\\Old\\Sub]`,
        '"b"="2"',
        '',
        `[-${SMS}\\A]`,
        '',
        '',
      ].join('\r\n'),
    );
    assert.deepEqual(notUndone, []);
  });

  it('leaves alone what may have been there before, and says so', () => {
    const state = stateOf(regOf(`[${SMS}\\PXE]\n"a"="1"`));
    const change = regOf(`[${SMS}\\PXE]\n"a"="2"\n[${SMS}\\DP]\n"a"="2"\n[-HKEY_USERS\\x]`);
    const { document, notUndone } = undoOf(change, state);
    assert.match(document.text, /^[^-]*PXE\]\r\n"a"="1"\r\n\r\n$/);
    assert.deepEqual(notUndone.map(told), [
      '? key-added SMS\\DP',
      '? value-added SMS\\DP\\\\a -> 2',
      '? key-removed-unseen HKEY_USERS\\x',
    ]);
  });

  it('cannot name a value whose name has a line break', () => {
    const state = importInto(emptyState(), `[${SMS}]\n"a\\nb"="1"\n"c"="1"`);
    const { document, notUndone } = undoOf(regOf(`[${SMS}]\n"a\\nb"="2"\n"c"="2"`), state);
    assert.deepEqual(document.text.split('\r\n').slice(3, 5), ['"c"="1"', '']);
    assert.equal(notUndone.length, 1);
  });

  it('restores the upper and lower case of names that a file deletes and sets again', () => {
    const state = importInto(emptyState(), `[${SMS}\\PXE\\Sub]\n[${SMS}]\n"Name"="1"`);
    const change = regOf(`[-${SMS}\\PXE]\n[${SMS}\\pxe\\Sub]\n[${SMS}]\n"Name"=-\n"NAME"="1"`);
    const { document } = undoOf(change, state);
    assert.deepEqual(document.text.trim().split('\r\n').slice(2), [
      ...[`[${SMS}]`, '"NAME"=-', '"Name"="1"', ''],
      ...[`[-${SMS}\\PXE]`, '', `[${SMS}\\PXE]`, '', `[${SMS}\\PXE\\Sub]`],
    ]);
    assert.deepEqual(
      diffReg(change, state).map(({ kind }) => kind),
      ['value-same'],
    );
  });

  it('takes back any change to any state', () => {
    fc.assert(
      fc.property(anyFile, anyFile, (first, second) => {
        const state = applyReg(emptyState(), readReg(first));
        const change = readReg(second);
        const { document, notUndone } = undoOf(change, state);
        const back = applyReg(applyReg(state, change), document);
        assert.deepEqual(treeOf(back.top), treeOf(state.top));
        assert.deepEqual(notUndone, []);
        assert.deepEqual(
          diffReg(document, applyReg(state, change)).filter(({ kind }) => kind === 'value-same'),
          [],
        );
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});
