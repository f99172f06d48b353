import assert from 'node:assert/strict';
import {
  type DecodedData,
  type RegData,
  allValuesOf,
  dataOf,
  decodeData,
  readReg,
  writtenBytes,
} from '../../../../src/core/registry';

function dataFrom(line: string, header = 'Windows Registry Editor Version 5.00'): RegData {
  const document = readReg(`${header}\n\n[HKEY_USERS\\x]\n${line}\n`);
  const [value] = allValuesOf(document);
  assert.ok(value, line);
  return dataOf(document, value);
}

const hexOf = ({ bytes }: RegData): string => Buffer.from(bytes).toString('hex');

describe('dataOf', () => {
  it('gives what an import stores', () => {
    assert.deepEqual(dataFrom('@="A\\"\\\\"'), { type: 1, bytes: Uint8Array.of(0x41, 0, 0x22, 0, 0x5c, 0, 0, 0) });
    assert.deepEqual(dataFrom('@=dword:80000001'), { type: 4, bytes: Uint8Array.of(1, 0, 0, 0x80) });
    assert.deepEqual(dataFrom('@=hex(ffffffff):1, 02 ; c'), { type: 0xffffffff, bytes: Uint8Array.of(1, 2) });
    assert.deepEqual(dataFrom('@=hex:'), { type: 3, bytes: new Uint8Array(0) });
  });

  it('reads bytes over several lines, with comments between them', () => {
    assert.equal(hexOf(dataFrom('@=hex:0a,\\ ; ff,\n ; ee\n\n  0b,0C,\\\n\t0d')), '0a0b0c0d');
  });

  it('adds the NUL that a string lacks, and no second one', () => {
    assert.equal(hexOf(dataFrom('@=hex(2):41,00')), '41000000');
    assert.equal(hexOf(dataFrom('@=hex(7):41,00,00,00')), '41000000');
    assert.equal(hexOf(dataFrom('@=hex(1):')), '');
    assert.equal(hexOf(dataFrom('@=hex(6):41,00')), '4100');
  });

  it('turns the ANSI bytes of REGEDIT4 into UTF-16, and keeps them as written beside', () => {
    assert.equal(hexOf(dataFrom('@=hex(2):25,80,00', 'REGEDIT4')), '2500ac200000');
    assert.equal(hexOf(dataFrom('@=hex(7):41,00,42', 'REGEDIT4')), '4100000042000000');
    assert.equal(hexOf(dataFrom('@=hex:41,00,42', 'REGEDIT4')), '410042');
    const document = readReg('REGEDIT4\n[HKEY_USERS\\x]\n@=hex(2):25,80\n');
    const [value] = allValuesOf(document);
    assert.ok(value);
    assert.deepEqual(writtenBytes(document, value), Uint8Array.of(0x25, 0x80));
  });
});

describe('decodeData', () => {
  const utf16 = (type: number, text: string): RegData => ({ type, bytes: Buffer.from(text, 'utf16le') });
  const cases: readonly (readonly [string, RegData, DecodedData])[] = [
    ['REG_SZ', utf16(1, 'aé\0'), { kind: 'string', text: 'aé', problems: [] }],
    ['REG_EXPAND_SZ', utf16(2, '%x%\0\0'), { kind: 'expand-string', text: '%x%', problems: [] }],
    ['a string without NUL', utf16(1, 'ab'), { kind: 'string', text: 'ab', problems: ['terminator-missing'] }],
    ['text behind the NUL', utf16(1, 'a\0b\0'), { kind: 'string', text: 'a', problems: ['text-after-terminator'] }],
    [
      'half a character',
      { type: 1, bytes: Uint8Array.of(65, 0, 0, 0, 66) },
      { kind: 'string', text: 'A', problems: ['byte-count-odd'] },
    ],
    ['REG_MULTI_SZ', utf16(7, 'a\0bc\0\0'), { kind: 'multi-string', strings: ['a', 'bc'], problems: [] }],
    ['an empty REG_MULTI_SZ', utf16(7, '\0'), { kind: 'multi-string', strings: [], problems: [] }],
    ['one NUL at its end', utf16(7, 'a\0'), { kind: 'multi-string', strings: ['a'], problems: ['terminator-single'] }],
    [
      'no NUL at its end',
      utf16(7, 'a\0b'),
      { kind: 'multi-string', strings: ['a', 'b'], problems: ['terminator-missing'] },
    ],
    [
      'strings behind an empty one',
      utf16(7, 'a\0\0b\0\0'),
      { kind: 'multi-string', strings: ['a'], problems: ['text-after-terminator'] },
    ],
    ['REG_DWORD', { type: 4, bytes: Uint8Array.of(1, 2, 3, 255) }, { kind: 'dword', value: 0xff030201, problems: [] }],
    [
      'REG_DWORD_BIG_ENDIAN',
      { type: 5, bytes: Uint8Array.of(0, 0, 1, 2) },
      { kind: 'dword-big-endian', value: 258, problems: [] },
    ],
    [
      'REG_QWORD',
      { type: 11, bytes: Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 128) },
      { kind: 'qword', value: 2n ** 63n + 1n, problems: [] },
    ],
    ['REG_LINK', utf16(6, 'a'), { kind: 'link', text: 'a', problems: [] }],
    [
      'a short REG_DWORD',
      { type: 4, bytes: Uint8Array.of(1) },
      { kind: 'binary', bytes: Uint8Array.of(1), problems: ['byte-count'] },
    ],
    ['REG_NONE', { type: 0, bytes: Uint8Array.of(1) }, { kind: 'binary', bytes: Uint8Array.of(1), problems: [] }],
  ];
  for (const [name, data, expected] of cases) {
    it(`reads ${name}`, () => {
      assert.deepEqual(decodeData(data), expected);
    });
  }

  it('reads long strings', () => {
    const text = 'x'.repeat(100_000);
    const decoded = decodeData(utf16(1, `${text}\0`));
    assert.equal(decoded.kind === 'string' && decoded.text, text);
  });
});
