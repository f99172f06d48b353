import assert from 'node:assert/strict';
import fc from 'fast-check';
import { entryCount, fieldOf, END, START } from '../../../../src/core/registry/entries';
import {
  type RegProblemCode,
  MAX_REG_PROBLEMS,
  allValuesOf,
  byteSpans,
  entrySpanAt,
  itemAt,
  keyAbove,
  keysOf,
  readReg,
  valuesOf,
} from '../../../../src/core/registry';
import { cpuTime } from '../../cpuTime';
import { marked } from '../../marked';
import { anyText } from './arbitraryReg';

const HEADER = 'Windows Registry Editor Version 5.00\n\n';
const KEY = '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso]\n';

/** Keys and values of a text as short lines: `key path`, `name type notation`. */
function outline(text: string): string[] {
  const document = readReg(text);
  return [...keysOf(document)].flatMap((key) => [
    `${key.isEffective ? '' : '!'}${key.kind} ${key.path}`,
    ...[...valuesOf(document, key)].map(
      ({ kind, name, type, notation, isEffective }) =>
        `  ${isEffective ? '' : '!'}${kind === 'value' ? `${notation} ${type}` : 'deletion'} ${name}`,
    ),
  ]);
}

describe('readReg', () => {
  it('reads keys, values and deletions', () => {
    const text =
      `${HEADER}; comment\n${KEY}@="default"\n"Name"=dword:0000002a ; 42\n"Bytes"=hex:01,\\\n  02\n"Multi"=hex(7):00,00\n` +
      `"Gone"=-\n\n[-HKEY_CURRENT_USER\\Software\\Old]\n[HKEY_USERS\\x\\\\y\\]\n"a\\"b\\\\c"=""\n`;
    assert.deepEqual(outline(text), [
      'key HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso',
      '  string 1 ',
      '  dword 4 Name',
      '  hex 3 Bytes',
      '  hex 7 Multi',
      '  deletion Gone',
      'key-deletion HKEY_CURRENT_USER\\Software\\Old',
      'key HKEY_USERS\\x\\y',
      '  string 1 a"b\\c',
    ]);
    assert.deepEqual(
      readReg(text).problems.map(({ code, effect }) => [code, effect]),
      [['key-deleted', 'taken']],
    );
  });

  for (const [name, lineEnd] of [
    ['CR LF', '\r\n'],
    ['LF', '\n'],
    ['CR', '\r'],
  ] as const) {
    it(`gives every part its place with ${name}`, () => {
      const source = `${HEADER}«[«HKEY_USERS\\x»]»\n  «"é"» = «dword»: «1F» ; c\n«@»=«hex(2)»:«41»,\\ ; c\n\n ; c\n  «00»\n`;
      const { text, spans } = marked(source.replaceAll('\n', lineEnd));
      const document = readReg(text);
      const [key] = keysOf(document);
      assert.ok(key);
      const [dword, expand] = valuesOf(document, key);
      assert.ok(dword && expand);
      assert.deepEqual([key.span, key.pathSpan], spans.slice(0, 2));
      assert.deepEqual([dword.nameSpan, dword.typeSpan, dword.dataSpan], spans.slice(2, 5));
      assert.deepEqual([expand.nameSpan, expand.typeSpan], spans.slice(5, 7));
      assert.deepEqual(byteSpans(document, expand), spans.slice(7));
      assert.equal(document.lineEnd, lineEnd);
    });
  }

  it('finds what stands at an offset, and the key above it', () => {
    const { text, spans } = marked(`${HEADER}«${KEY.trimEnd()}»\n«"a"="b"»\n; c\n`);
    const document = readReg(text);
    const [key, value] = spans;
    assert.ok(key && value);
    assert.equal(itemAt(document, 3), undefined);
    assert.equal(itemAt(document, key.start + 4)?.kind, 'key');
    const found = itemAt(document, value.end);
    assert.ok(found?.kind === 'value');
    assert.equal(keyAbove(document, found.entry)?.path, 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso');
    assert.equal(itemAt(document, text.length - 2), undefined);
  });

  /** The line or lines below a key, the place of the problem marked, and what an import does. */
  const cases: readonly (readonly [RegProblemCode, string, 'ignored' | 'taken' | 'uncertain', string?])[] = [
    ['key-not-closed', '«[HKEY_USERS\\x»', 'ignored'],
    ['key-starts-blank', '[« »HKEY_USERS\\x]', 'ignored'],
    ['key-short-root', '[«HKLM»\\SOFTWARE]', 'ignored', 'HKEY_LOCAL_MACHINE\\SOFTWARE'],
    ['key-unknown-root', '[«HKEY_LOCAL»\\SOFTWARE]', 'ignored'],
    ['key-unknown-root', '[«Computer»\\HKEY_USERS\\x]', 'ignored', 'HKEY_USERS\\x'],
    ['key-unknown-root', '[-«HKLM:»\\SOFTWARE]', 'ignored', 'HKEY_LOCAL_MACHINE\\SOFTWARE'],
    ['key-text-after', '[HKEY_USERS\\x] «"a"="b"»', 'taken'],
    ['key-deletion-blank', '[-« »HKEY_USERS\\x]', 'ignored'],
    ['key-deleted', '«[-HKEY_USERS\\x]»', 'taken', 'HKEY_USERS\\x'],
    ['key-root-deletion', '[-«HKEY_USERS»]', 'ignored'],
    ['key-name-too-long', `[HKEY_USERS\\«${'x'.repeat(256)}»\\y]`, 'uncertain'],
    ['key-not-opened', '«HKEY_USERS\\x]»', 'ignored'],
    ['name-not-quoted', '«Name="a"»', 'ignored'],
    ['name-not-closed', '«"Name=dword:1»', 'ignored'],
    ['name-escape', '«"a\\0"=dword:1»', 'ignored'],
    ['equals-missing', '«"Name":"a"»', 'ignored'],
    ['data-missing', '«"Name"=»', 'ignored'],
    ['data-unknown', '"Name"=«text»', 'ignored', 'text'],
    ['data-unknown', '"Name"=«qword:1»', 'ignored', 'qword:1'],
    ['type-case', '"Name"=«DWORD»:1', 'ignored', 'DWORD'],
    ['type-number', '"Name"=«hex(0x2)»:00', 'ignored', 'hex(0x2)'],
    ['type-number', '"Name"=«hex(100000000)»:00', 'ignored', 'hex(100000000)'],
    ['text-after-data', '"Name"="a"«b"»', 'ignored', 'b"'],
    ['text-after-data', '"Name"=dword:1 «#x»', 'ignored', '#x'],
    ['text-after-data', '"Name"=hex:01 «#x»', 'ignored', '#x'],
    ['text-after-data', '"Name"=- «x»', 'ignored', 'x'],
    ['string-not-closed', '"Name"=«"a»', 'ignored'],
    ['string-escape', '"Name"=«"a\\0"»', 'ignored'],
    ['string-backslash', '"Name"="C:«\\T»emp"', 'uncertain', '\\T'],
    ['string-over-lines', '"Name"=«"a\nb"»', 'uncertain'],
    ['dword-digits', '"Name"=dword:«0x1»', 'ignored', '0x1'],
    ['dword-digits', '"Name"=dword:«»', 'ignored', ''],
    ['dword-too-long', '"Name"=dword:«000000001»', 'ignored', '000000001'],
    ['hex-digits', '"Name"=hex:01,«zz»,02', 'ignored', 'zz'],
    ['hex-too-big', '"Name"=hex:01,«1a4»,02', 'ignored', '1a4'],
    ['hex-empty', '"Name"=hex:01,«,»02', 'ignored'],
    ['hex-empty', '"Name"=hex:01\\«»'.replace('\\«»', ',\\\n  «,»02'), 'ignored'],
    ['backslash-inside', '"Name"=hex:01,«\\»02', 'ignored'],
    ['comma-missing', '"Name"=hex:01«\\»\n  02', 'ignored'],
    ['continuation-broken', '"Name"=hex:01,«\\»\n"Other"="lost"', 'ignored'],
    ['continuation-at-end', '"Name"=hex:01,«\\»', 'taken'],
    ['continuation-missing', '"Name"=hex:01,\n  «02,03»', 'ignored'],
    ['byte-count', '"Name"=hex(4):«01,00»', 'taken', '2'],
    ['byte-count', '"Name"=hex(b):«01,00,00,00»', 'taken', '4'],
    ['byte-count-odd', '"Name"=hex(2):«41,00,00»', 'taken', '3'],
    ['terminator-missing', '"Name"=hex(2):«41,00»', 'taken'],
    ['terminator-single', '"Name"=hex(7):«41,00,00,00»', 'taken'],
    ['value-twice', '"Name"=dword:1\n«"name"=dword:2»', 'taken'],
    ['line-number-sign', '«# comment»', 'ignored'],
    ['line-unknown', '«reg add x»', 'ignored'],
  ];
  for (const [code, source, effect, detail] of cases) {
    it(`reports ${code}: ${JSON.stringify(source.replace(/x{99,}/, 'x…'))}`, () => {
      const { text, spans } = marked(`${HEADER}${KEY}${source}`);
      const { problems } = readReg(text);
      assert.deepEqual(
        problems.map((problem) => [problem.code, problem.effect, problem.span]),
        [[code, effect, spans[0]]],
      );
      if (detail !== undefined) assert.equal(problems[0]?.detail, detail);
    });
  }

  it('says which line a backslash swallowed, and where a value was set before', () => {
    const { text, spans } = marked(`${HEADER}${KEY}«"a"=dword:1»\n"b"=hex:01,\\\n«"c"="lost"»\n"a"=dword:2\n`);
    assert.deepEqual(
      readReg(text).problems.map(({ related }) => related),
      [spans[1], spans[0]],
    );
  });

  it('sends values below a key that is not understood to the key before it, as Wine does', () => {
    const text = `${HEADER}${KEY}[HKEY_USERS\\x\n"a"="b"\n`;
    assert.deepEqual(outline(text), ['key HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso', '  string 1 a']);
  });

  it('loses one line only where the end of a string was forgotten', () => {
    const lines = '"a"="x\n\n[HKEY_USERS\\x]\n"b"="y"\n"c"="z\n#\n"d"="e';
    assert.deepEqual(outline(HEADER + KEY + lines), [
      'key HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso',
      'key HKEY_USERS\\x',
      '  string 1 b',
    ]);
  });

  it('keeps values that go nowhere, without effect', () => {
    const text = `${HEADER}"top"="1"\n[HKLM\\x]\n"a"="b"\n[-HKEY_USERS\\x]\n"c"=-\n`;
    assert.deepEqual(outline(text), ['!key HKLM\\x', '  !string 1 a', 'key-deletion HKEY_USERS\\x', '  !deletion c']);
    const codes = readReg(text).problems.map(({ code }) => code);
    assert.equal(codes.filter((code) => code === 'value-without-key').length, 3);
  });

  it('finds a value that is set twice in blocks of the same key, unless a key was deleted in between', () => {
    const block = `${KEY.toLowerCase().replace('hkey_local_machine', 'HKEY_LOCAL_MACHINE')}"N"="2"\n`;
    const between = '[HKEY_USERS\\x]\n"N"="0"\n';
    const codes = (text: string): string[] => readReg(HEADER + text).problems.map(({ code }) => code);
    assert.deepEqual(codes(`${KEY}"n"="1"\n${between}${block}${between}${block}`), [
      'value-twice',
      'value-twice',
      'value-twice',
    ]);
    assert.deepEqual(codes(`${KEY}"n"="1"\n[-HKEY_USERS\\x]\n${block}`), ['key-deleted']);
    assert.deepEqual(codes(`${KEY}"n"="1"\n"n"=-\n"n"="2"\n`), []);
  });

  it('never throws, whatever the text, and gives entries in order inside it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = readReg(text);
        let last = 0;
        for (let entry = 0; entry < entryCount(document); entry++) {
          const start = fieldOf(document, entry, START);
          const end = fieldOf(document, entry, END);
          assert.ok(start >= last && end >= start && end <= text.length);
          last = start;
        }
        for (const { span } of document.problems) assert.ok(span.start <= span.end && span.end <= text.length);
        for (const key of keysOf(document)) for (const value of valuesOf(document, key)) byteSpans(document, value);
      }),
      { seed: 4, numRuns: 2000 },
    );
  });

  it('reads every part of a file that is cut off anywhere', () => {
    const text = `${HEADER}${KEY}"a\\"b"="c\\\\d"\r\n"h"=hex(7):41,00,\\ ; c\r\n  00,00\r\n@=dword:0000002a\r\n[-HKEY_USERS\\x]\r\n`;
    for (let end = 0; end <= text.length; end++) {
      const { entries, problems } = readReg(text.slice(0, end));
      assert.ok(entries.length >= 0 && problems.length >= 0);
    }
  });

  it('keeps the first problems and counts all of them', () => {
    const lines = MAX_REG_PROBLEMS + 10;
    const { problems, problemCount } = readReg(`${HEADER}${'x\n'.repeat(lines)}`);
    assert.deepEqual([problems.length, problemCount], [MAX_REG_PROBLEMS, lines]);
  });

  it('keeps lines behind the last problem together, so that they take no memory', () => {
    const lines = 1_000_000;
    const document = readReg(`${HEADER}${KEY}${'x\n'.repeat(lines)}"y"="z"\n`);
    assert.ok(entryCount(document) < MAX_REG_PROBLEMS + 100, `${entryCount(document)}`);
    const last = document.problems.at(-1)?.span;
    assert.deepEqual(last && entrySpanAt(document, last.start), last);
    assert.deepEqual(
      [...allValuesOf(document)].map(({ name }) => name),
      ['y'],
    );
  });

  it('takes time in proportion to hostile texts', () => {
    const hostile = ['"a"="x\n', '[HKEY_USERS\\x\n', '"a"=hex:\\\n', '"a', '01\\\n', '[HKEY_USERS\\x]\n@="1"\n', '"\\'];
    for (const piece of hostile) {
      const text = HEADER + piece.repeat(Math.ceil(1e6 / piece.length));
      assert.ok(cpuTime(() => readReg(text)) < 3000, JSON.stringify(piece));
    }
  });
});
