import assert from 'node:assert/strict';
import {
  dataOf,
  decodeData,
  detectReg,
  detectRegQuery,
  keysOf,
  readRegQuery,
  valuesOf,
} from '../../../../src/core/registry';
import { marked } from '../../marked';

function outline(text: string): unknown[] {
  const document = readRegQuery(text);
  return [...keysOf(document)].flatMap((key) => [
    key.path,
    ...[...valuesOf(document, key)].map((value) => {
      const { problems, ...data } = decodeData(dataOf(document, value));
      assert.deepEqual(problems, []);
      return [value.name, ...Object.values<unknown>(data)];
    }),
  ]);
}

describe('readRegQuery', () => {
  it('reads keys and values of every type', () => {
    const text =
      '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso\r\n    (Default)    REG_SZ    text\r\n    two  words    REG_EXPAND_SZ    %x%    y\r\n' +
      '    n    REG_DWORD    0x2a\r\n    q    REG_QWORD    0xffffffffffffffff\r\n    b    REG_BINARY    01FF\r\n' +
      '    m    REG_MULTI_SZ    a\\0b c\r\n    none    REG_NONE    \r\n    empty    REG_SZ    \r\n    lines    REG_SZ    one\r\ntwo\r\n\r\n' +
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso\\Sub\r\n\r\nEnde der Suche: 8 Übereinstimmung(en) gefunden.\r\n';
    assert.deepEqual(outline(text), [
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso',
      ['', 'string', 'text'],
      ['two  words', 'expand-string', '%x%    y'],
      ['n', 'dword', 42],
      ['q', 'qword', 2n ** 64n - 1n],
      ['b', 'binary', Uint8Array.of(1, 255)],
      ['m', 'multi-string', ['a', 'b c']],
      ['none', 'binary', new Uint8Array(0)],
      ['empty', 'string', ''],
      ['lines', 'string', 'one\r\ntwo'],
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso\\Sub',
    ]);
    assert.deepEqual(readRegQuery(text).problems, []);
  });

  it('reads the numbers of types that /z adds', () => {
    const text =
      'HKEY_USERS\\x\r\n    (Standard)    REG_SZ (1)    a\r\n    n    REG_DWORD (4)    0x8\r\n    e    REG_EXPAND_SZ (2)    \r\n';
    assert.deepEqual(outline(text), [
      'HKEY_USERS\\x',
      ['', 'string', 'a'],
      ['n', 'dword', 8],
      ['e', 'expand-string', ''],
    ]);
    assert.equal(detectRegQuery(text), true);
  });

  it('gives every part its place', () => {
    const { text, spans } = marked('«HKEY_USERS\\x»\n    «name»    «REG_DWORD»    «0x1»\n');
    const document = readRegQuery(text);
    const [key] = keysOf(document);
    assert.ok(key);
    const [value] = valuesOf(document, key);
    assert.deepEqual([key.pathSpan, value?.nameSpan, value?.typeSpan, value?.dataSpan], spans);
  });

  it('knows the default value in any language, and that it is not set', () => {
    assert.deepEqual(outline('HKEY_USERS\\x\n    (Standard)    REG_SZ    a\n    (par)    REG_SZ    b\n'), [
      'HKEY_USERS\\x',
      ['', 'string', 'a'],
      ['(par)', 'string', 'b'],
    ]);
    const { problems } = readRegQuery('HKEY_USERS\\x\n    (Standard)    REG_SZ    (Wert nicht gesetzt)\n');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['query-value-not-set'],
    );
  });

  it('reads what Windows XP printed, with what was typed above it', () => {
    const text =
      'C:\\>reg query HKU\\x\r\n\r\n! REG.EXE VERSION 3.0\r\n\r\nHKEY_USERS\\x\r\n    <NO NAME>\tREG_SZ\ta\r\n    n\tREG_DWORD\t0x1\r\n';
    assert.deepEqual(outline(text), ['HKEY_USERS\\x', ['', 'string', 'a'], ['n', 'dword', 1]]);
    assert.equal(detectRegQuery(text), true);
  });

  it('never throws on a text that is cut off anywhere', () => {
    const text =
      'HKEY_USERS\\x\r\n    (Default)    REG_SZ    a\r\nb\r\n    q    REG_QWORD    0x12\r\n\r\nHKEY_USERS\\x\\y\r\n';
    for (let end = 0; end <= text.length; end++) {
      const document = readRegQuery(text.slice(0, end));
      for (const key of keysOf(document)) for (const value of valuesOf(document, key)) dataOf(document, value);
    }
  });
});

describe('detectReg', () => {
  it('knows a registry file by its header, right or wrong, or by its first key', () => {
    const texts = [
      'Windows Registry Editor Version 5.00\r\n',
      'windows registry editor version 4',
      'REGEDIT4\n\n',
      'REGEDIT\n',
      'regedit4',
      '; note\n\n  REGEDIT 4\n',
    ];
    for (const text of [
      ...texts,
      '\uFEFFREGEDIT4',
      '[HKEY_CURRENT_USER\\x]\n',
      '[-hklm\\x]',
      '; c\n[HKEY_USERS\\x\n',
    ]) {
      assert.equal(detectReg(text), true, text);
      assert.equal(detectRegQuery(text), false, text);
    }
  });

  it('takes nothing else for one', () => {
    for (const text of [
      '',
      '[section]\nkey=value',
      'regedit is a program',
      '<Event>',
      'HKEY_USERS\\x\n    a    REG_SZ    b',
      '#!/bin/sh\necho',
      '{}',
    ]) {
      assert.equal(detectReg(text), false, text);
    }
  });
});

describe('detectRegQuery', () => {
  it('knows the output of reg query by a key and what is below it', () => {
    for (const text of [
      '\r\nHKEY_USERS\\x\r\n    a    REG_SZ    b\r\n',
      'HKEY_USERS\\x\nHKEY_USERS\\y\n',
      'C:\\>reg query HKU\n\nHKEY_USERS\\x\n    a    REG_NONE',
    ]) {
      assert.equal(detectRegQuery(text), true, text);
      assert.equal(detectReg(text), false, text);
    }
  });

  it('takes nothing else for it', () => {
    for (const text of [
      '',
      'REGEDIT\nHKEY_CLASSES_ROOT\\x = y\n',
      'HKEY_USERS\\x is a key\nof the registry',
      'See HKEY_USERS\\x',
      '[HKEY_USERS\\x]\n',
    ]) {
      assert.equal(detectRegQuery(text), false, text);
    }
  });
});
