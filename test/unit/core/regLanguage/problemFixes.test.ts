import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, problemFixes } from '../../../../src/core/regLanguage';
import { type RegProblemCode, readReg } from '../../../../src/core/registry';
import { regDiagnostics, regFixTitle } from '../../../../src/core/presentation';
import { anyText } from '../registry/arbitraryReg';
import { known, regFile } from './knownSketch';

const KEY = '[HKEY_CURRENT_USER\\A]';

/** What a fix makes of lines below a header and a key, and the code of what was wrong. */
type Row = readonly [RegProblemCode, wrong: string, right: string, title: string];

const ROWS: readonly Row[] = [
  ['name-not-quoted', 'a=dword:1', '"a"=dword:1', 'Add the missing quotation mark'],
  ['name-not-closed', '"a=dword:1', '"a"=dword:1', 'Add the missing quotation mark'],
  ['name-escape', '"a\\0b"=dword:1', '"a\\\\0b"=dword:1', 'Write the backslash twice'],
  ['equals-missing', '"a" dword:1', '"a"=dword:1', 'Add "="'],
  ['data-missing', '"a"=', '"a"=""', 'Set it to nothing'],
  ['data-unknown', '"a"=12', '"a"=dword:0000000c', 'Make it a REG_DWORD'],
  ['data-unknown', '"a"=word', '"a"="word"', 'Make it a string'],
  ['data-unknown', '"a"=qword:1ff', '"a"=hex(b):ff,01,00,00,00,00,00,00', 'Make it a REG_QWORD'],
  ['type-case', '"a"=DWORD:1', '"a"=dword:1', 'Correct the notation'],
  ['type-number', '"a"=hex(0x2):41,00,00,00', '"a"=hex(2):41,00,00,00', 'Correct the notation'],
  ['text-after-data', '"a"="b" c', '"a"="b" ; c', 'Make it a comment: ";"'],
  ['text-after-data', '"a"=hex:01 02 03', '"a"=hex:01,02,03', 'Write the bytes with commas'],
  ['string-not-closed', '"a"="b', '"a"="b"', 'Add the missing quotation mark'],
  ['string-escape', '"a"="\\0"', '"a"="\\\\0"', 'Write the backslash twice'],
  ['string-backslash', '"a"="C:\\Temp\\x"', '"a"="C:\\\\Temp\\\\x"', 'Write the backslash twice'],
  ['string-over-lines', '"a"="b\r\nc"', '"a"=hex(1):62,00,0d,00,0a,00,63,00,00,00', 'Write the string as bytes'],
  ['dword-digits', '"a"=dword:0x1f', '"a"=dword:0000001f', 'Remove "0x": the digits are hexadecimal anyway'],
  ['dword-digits', '"a"=dword:', '"a"=dword:00000000', 'Set it to nothing'],
  ['dword-too-long', '"a"=dword:0000000001', '"a"=dword:00000001', 'Correct the notation'],
  ['dword-too-long', '"a"=dword:123456789', '"a"=hex(b):89,67,45,23,01,00,00,00', 'Make it a REG_QWORD'],
  ['text-after-data', '"a"=hex:0x01,0x02', '"a"=hex:01,02', 'Write the bytes with commas'],
  ['hex-digits', '"a"=hex:01,zz', '; "a"=hex:01,zz', 'Make it a comment'],
  ['hex-too-big', '"a"=hex:0102', '"a"=hex:01,02', 'Write the bytes with commas'],
  ['hex-empty', '"a"=hex:01,,02', '"a"=hex:01,02', 'Write the bytes with commas'],
  ['backslash-inside', '"a"=hex:01,\\ 02', '"a"=hex:01,02', 'Write the bytes with commas'],
  ['comma-missing', '"a"=hex:01\\\r\n  02', '"a"=hex:01,\\\r\n  02', 'Add the missing comma'],
  ['continuation-broken', '"a"=hex:01,\\\r\n"b"="c"', '"a"=hex:01\r\n"b"="c"', 'End the value here: remove "\\"'],
  ['continuation-at-end', '"a"=hex:01,\\', '"a"=hex:01', 'End the value here: remove "\\"'],
  ['continuation-missing', '"a"=hex:01,\r\n  02,03', '"a"=hex:01,\\\r\n  02,03', 'End the line before in "\\"'],
  ['byte-count', '"a"=hex(4):01,00', '"a"=hex(4):01,00,00,00', 'Fill it up to 4 bytes'],
  ['byte-count', '"a"=hex(4):01,00,00,00,00', '"a"=hex(4):01,00,00,00', 'Cut it to 4 bytes'],
  ['byte-count', '"a"=hex(b):01,00,00,00,00,00,00,00,02', '"a"=hex:01,00,00,00,00,00,00,00,02', 'Make it a REG_BINARY'],
  ['byte-count-odd', '"a"=hex(2):41,00,00', '"a"=hex(2):41,00,00,00', 'Add a zero byte'],
  ['terminator-missing', '"a"=hex(2):41,00', '"a"=hex(2):41,00,00,00', 'Add the zero character at the end'],
  ['terminator-missing', '"a"=hex(7):41,00', '"a"=hex(7):41,00,00,00,00,00', 'Add the zero character at the end'],
  ['terminator-single', '"a"=hex(7):41,00,00,00', '"a"=hex(7):41,00,00,00,00,00', 'Add the zero character at the end'],
  ['value-twice', '"a"="1"\r\n"A"="2"', '"A"="2"', 'Remove the first of the two, which has no effect'],
  ['line-number-sign', '# c', '; c', 'Make it a comment: ";"'],
  ['line-unknown', 'what', '; what', 'Make it a comment'],
  ['key-not-closed', '[HKEY_CURRENT_USER\\B', '[HKEY_CURRENT_USER\\B]', 'Add the missing bracket'],
  ['key-not-opened', 'HKEY_CURRENT_USER\\B]', '[HKEY_CURRENT_USER\\B]', 'Add the missing bracket'],
  ['key-starts-blank', '[ HKEY_CURRENT_USER\\B]', '[HKEY_CURRENT_USER\\B]', 'Remove the blanks'],
  ['key-deletion-blank', '[- HKEY_CURRENT_USER\\B]', '[-HKEY_CURRENT_USER\\B]', 'Remove the blanks'],
  ['key-short-root', '[HKLM\\SOFTWARE]', '[HKEY_LOCAL_MACHINE\\SOFTWARE]', 'Change the root to HKEY_LOCAL_MACHINE'],
  ['key-short-root', '[-hkcu\\B]', '[-HKEY_CURRENT_USER\\B]', 'Change the root to HKEY_CURRENT_USER'],
  ['key-unknown-root', '[HKLM:\\B]', '[HKEY_LOCAL_MACHINE\\B]', 'Change the root to HKEY_LOCAL_MACHINE'],
  ['key-unknown-root', '[Computer\\HKEY_USERS\\B]', '[HKEY_USERS\\B]', 'Change the root to HKEY_USERS'],
  ['key-text-after', '[HKEY_CURRENT_USER\\B] x', '[HKEY_CURRENT_USER\\B] ; x', 'Make it a comment: ";"'],
  ['key-deleted', '[-HKEY_CURRENT_USER\\B]', '; [-HKEY_CURRENT_USER\\B]', 'Make it a comment'],
  ['key-root-deletion', '[-HKEY_CURRENT_USER]', '; [-HKEY_CURRENT_USER]', 'Make it a comment'],
  [
    'value-without-key',
    '[-HKEY_CURRENT_USER\\B]\r\n"a"="b"',
    '[-HKEY_CURRENT_USER\\B]\r\n\r\n[HKEY_CURRENT_USER\\B]\r\n"a"="b"',
    'Create the key HKEY_CURRENT_USER\\B for it',
  ],
];

describe('problemFixes', () => {
  for (const [code, wrong, right, title] of ROWS) {
    it(`repairs ${code}: ${JSON.stringify(wrong)}`, () => {
      const document = readReg(regFile(KEY, wrong));
      const problem = document.problems.find((each) => each.code === code);
      assert.ok(problem, document.problems.map((each) => each.code).join());
      const fix = problemFixes(document, problem, known).find((each) => regFixTitle(each) === title);
      assert.ok(fix, problemFixes(document, problem, known).map(regFixTitle).join());
      const repaired = applyEdits(document.text, fix.edits);
      assert.equal(repaired, regFile(KEY, right));
      const codes = readReg(repaired).problems.map((each) => each.code);
      assert.ok(!codes.includes(code), codes.join());
    });
  }

  const HEADERS: readonly (readonly [RegProblemCode, wrong: string, right: string])[] = [
    ['header-case', 'WINDOWS REGISTRY EDITOR VERSION 5.00\n\n', 'Windows Registry Editor Version 5.00\n\n'],
    ['header-case', 'regedit4\n\n', 'REGEDIT4\n\n'],
    ['header-version', 'Windows Registry Editor Version 4.00\n\n', 'Windows Registry Editor Version 5.00\n\n'],
    ['header-not-exact', 'REGEDIT 4\n\n', 'REGEDIT4\n\n'],
    ['header-missing', `${KEY}\n`, `Windows Registry Editor Version 5.00\n\n${KEY}\n`],
    ['header-missing', '', 'Windows Registry Editor Version 5.00\r\n\r\n'],
    ['header-not-first', '; c\nREGEDIT4\n\n', 'REGEDIT4\n\n; c\n\n'],
  ];

  for (const [code, wrong, right] of HEADERS) {
    it(`repairs ${code}: ${JSON.stringify(wrong)}`, () => {
      const document = readReg(wrong);
      const [problem] = document.problems;
      assert.equal(problem?.code, code);
      const [fix] = problemFixes(document, problem, known);
      assert.ok(fix?.isPreferred);
      const repaired = applyEdits(wrong, fix.edits);
      assert.equal(repaired, right);
      assert.equal(readReg(repaired).isImported, true);
    });
  }

  it('puts a known value above every key below one of those that have it', () => {
    const document = readReg(regFile('"NumberOfThreads"=dword:00000001'));
    const [problem] = document.problems;
    assert.equal(problem?.code, 'value-without-key');
    assert.equal(problemFixes(document, problem, known).length, 4);
  });

  it('gives only edits that lie in the text and do not overlap, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = readReg(text);
        for (const { fixes, span, message } of regDiagnostics(document, known)) {
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length && message.length > 10);
          for (const { edits } of fixes()) {
            let last = 0;
            for (const edit of [...edits].sort((one, other) => one.span.start - other.span.start)) {
              assert.ok(edit.span.start >= last && edit.span.start <= edit.span.end && edit.span.end <= text.length);
              last = edit.span.end;
            }
          }
        }
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});
