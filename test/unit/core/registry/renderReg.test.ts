import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  allValuesOf,
  applyReg,
  dataOf,
  emptyState,
  readReg,
  readRegQuery,
  renderReg,
  renderValue,
  renderValueDeletion,
  stateOf,
} from '../../../../src/core/registry';
import { anyFile, anyText } from './arbitraryReg';

/** As `reg export` writes it: a line of bytes goes on below from column 77 on, the name counts. */
const EXPORT = [
  'Windows Registry Editor Version 5.00',
  '',
  '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso]',
  '@="a \\"b\\" c:\\\\d"',
  '"Lines"="one',
  'two"',
  '"Threads"=dword:00000001',
  '"LocalizedName"=hex(2):40,00,25,00,53,00,79,00,73,00,74,00,65,00,6d,00,52,00,\\',
  '  6f,00,6f,00,74,00,25,00,5c,00,73,00,79,00,73,00,74,00,65,00,6d,00,33,00,32,\\',
  '  00,00,00',
  '"Empty"=hex(7):',
  '"Odd type"=hex(abcd):01',
  '',
  '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso\\Empty]',
  '',
  '',
].join('\r\n');

describe('renderReg', () => {
  it('gives an export back as it was', () => {
    assert.equal(renderReg(readReg(EXPORT)), EXPORT);
  });

  it('writes what people write as regedit would, comments kept', () => {
    const source =
      'REGEDIT4\n; top\n  [HKEY_USERS\\x] ; key\n "a" = dword:2A ; forty-two\n\n\n"b"=hex:1,2 , \n; last\n[HKEY_USERS\\y]\n# x\n"c"=hex:1,\\ ; one\n 2';
    const written =
      'REGEDIT4\n\n; top\n[HKEY_USERS\\x] ; key\n"a"=dword:0000002a ; forty-two\n\n"b"=hex:1,2 ,\n; last\n[HKEY_USERS\\y]\n# x\n"c"=hex:1,\\ ; one\n 2\n';
    assert.equal(renderReg(readReg(source)), written);
    assert.equal(renderReg(readReg(written)), written);
  });

  it('leaves a file alone whose header an import does not take, and one of Windows 3.1', () => {
    for (const text of ['regedit4\n  [HKEY_USERS\\x]', 'REGEDIT\nHKEY_CLASSES_ROOT\\x =  y', '', '[HKEY_USERS\\x]']) {
      assert.equal(renderReg(readReg(text)), text);
    }
  });

  it('turns the output of reg query into a file that imports to the same state', () => {
    const query = readRegQuery('HKEY_USERS\\x\r\n    (Default)    REG_SZ    a"b\r\n    n    REG_DWORD    0x2a\r\n\r\n');
    const document = readReg(renderReg(query));
    assert.deepEqual(document.problems, []);
    assert.deepEqual(applyReg(emptyState(), document).top, stateOf(query).top);
  });

  it('keeps what an import does, whatever the text, and is done after one time', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyFile), (text) => {
        const document = readReg(text);
        const written = renderReg(document);
        const again = readReg(written);
        assert.deepEqual(applyReg(emptyState(), again), applyReg(emptyState(), document));
        assert.equal(renderReg(again), written);
      }),
      { seed: 4, numRuns: 2000 },
    );
  });
});

describe('renderValue', () => {
  it('wraps bytes by the length of the name, as regedit does', () => {
    const bytes = Uint8Array.from({ length: 32 }, (_, index) => index);
    assert.equal(
      renderValue('with"esc\\aped', { type: 3, bytes }),
      '"with\\"esc\\\\aped"=hex:00,01,02,03,04,05,06,07,08,09,0a,0b,0c,0d,0e,0f,10,11,12,\\\r\n  13,14,15,16,17,18,19,1a,1b,1c,1d,1e,1f',
    );
    const name = 'n'.repeat(90);
    assert.equal(renderValue(name, { type: 3, bytes: bytes.subarray(0, 3) }), `"${name}"=hex:00,\\\r\n  01,02`);
    assert.equal(renderValue(name, { type: 3, bytes: bytes.subarray(0, 1) }), `"${name}"=hex:00`);
  });

  it('writes strings that quotation marks would lose as bytes', () => {
    assert.equal(renderValue('', { type: 1, bytes: new Uint8Array(0) }), '@=hex(1):');
    assert.equal(renderValue('a', { type: 1, bytes: Uint8Array.of(65, 0) }), '"a"=hex(1):41,00');
    assert.equal(renderValue('a', { type: 1, bytes: Uint8Array.of(10, 0, 0, 0) }), '"a"=hex(1):0a,00,00,00');
    assert.equal(renderValue('a', { type: 4, bytes: Uint8Array.of(1, 0) }), '"a"=hex(4):01,00');
    assert.equal(renderValueDeletion(''), '@=-');
  });

  it('is read back as the same data, whatever the name and the bytes', () => {
    const type = fc.oneof(fc.constantFrom(0, 3, 4, 5, 6, 8, 11, 0xffffffff), fc.nat());
    const sayable = fc.string({ unit: 'binary' }).filter((name) => !/[\0\r\n]/.test(name));
    fc.assert(
      fc.property(
        sayable,
        type,
        fc.uint8Array({ maxLength: 80 }),
        fc.string({ unit: 'binary' }),
        (name, number, bytes, text) => {
          const string = { type: 1, bytes: new Uint8Array(Buffer.from(`${text}\0`, 'utf16le')) };
          const isString = [1, 2, 7].includes(number);
          const all = isString ? [string] : [string, { type: number, bytes }];
          const lines = all.map((data) => renderValue(name, data));
          const document = readReg(
            ['Windows Registry Editor Version 5.00', '[HKEY_USERS\\x]', ...lines, ''].join('\r\n'),
          );
          const read = [...allValuesOf(document)];
          assert.deepEqual(
            read.map((value) => dataOf(document, value)),
            all,
          );
          assert.deepEqual(
            read.map((value) => value.name),
            all.map(() => name),
          );
        },
      ),
      { seed: 4, numRuns: 300 },
    );
  });
});
