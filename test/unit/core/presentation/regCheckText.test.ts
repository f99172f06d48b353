import assert from 'node:assert/strict';
import { isRegFaulty, regCheckJson, regDiagnostics, renderRegCheck } from '../../../../src/core/presentation';
import { type RegProblemCode, decodeRegistry, readReg } from '../../../../src/core/registry';
import { marked } from '../../marked';
import { DP, known, regFile } from '../regLanguage/knownSketch';

/** Every problem of a text, with what it underlines. */
function found(text: string): readonly string[] {
  const document = readReg(text);
  return regDiagnostics(document, known).map(
    ({ severity, code, span }) => `${severity} ${code.value} ${text.slice(span.start, span.end)}`,
  );
}

function checked(text: string, path = 'C:\\a.reg') {
  const document = readReg(text);
  return { path, document, diagnostics: regDiagnostics(document, known) };
}

describe('regDiagnostics', () => {
  it('knows how bad each problem is, and underlines exactly it', () => {
    assert.deepEqual(
      found(
        regFile(
          '[HKEY_USERS\\a]',
          '"t"=hex(2):41,00',
          '"u"="1"',
          '"u"="2"',
          '"v"=hex:1,zz',
          '[HKCU\\x]',
          '[-HKEY_USERS\\b]',
          '# c',
          '[HKEY_USERS\\c] d',
        ),
      ),
      [
        'information reg-terminator-missing 41,00',
        'warning reg-value-twice "u"="2"',
        'error reg-hex-digits zz',
        'error reg-key-short-root HKCU',
        'warning reg-key-deleted [-HKEY_USERS\\b]',
        'information reg-line-number-sign # c',
        'information reg-key-text-after d',
      ],
    );
  });

  it('blames a key that is ignored, and only remarks on the values below it', () => {
    assert.deepEqual(found(regFile('[HKLM\\x]', '"a"="b"', '[-HKEY_USERS\\x]', '"c"="d"')), [
      'error reg-key-short-root HKLM',
      'information reg-value-without-key "a"="b"',
      'warning reg-key-deleted [-HKEY_USERS\\x]',
      'error reg-value-without-key "c"="d"',
    ]);
  });

  it('says what a deletion takes along', () => {
    const [deleted] = regDiagnostics(readReg(regFile('[-HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS]')), known);
    assert.equal(
      deleted?.message,
      'The whole key HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS is deleted, with all its values and all keys below it.' +
        ' Among them HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\PXE, HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\DP.',
    );
  });

  it('names the other place of a problem', () => {
    const { text, spans } = marked(regFile('[HKEY_USERS\\a]', '«"u"="1"»', '"u"="2"'));
    const [twice] = regDiagnostics(readReg(text), known);
    assert.deepEqual(twice?.related, { span: spans[0], message: 'Set here the first time' });
  });

  it('tells encodings that regedit refuses or may misread', () => {
    const text = regFile('[HKEY_USERS\\a]', '"é"="1"');
    const low = Buffer.from(text, 'utf16le');
    const codes = (bytes: Uint8Array): readonly string[] => {
      const decoded = decodeRegistry(bytes);
      return regDiagnostics(readReg(decoded.text, decoded.encoding), known).map(
        ({ code, severity, isEncoding }) => `${severity} ${code.value} ${isEncoding}`,
      );
    };
    const mark = Buffer.from([0xff, 0xfe]);
    assert.deepEqual(codes(Buffer.concat([mark, low])), []);
    assert.deepEqual(codes(low), ['error reg-encoding-no-mark true']);
    assert.deepEqual(codes(Buffer.concat([mark, low]).swap16()), ['error reg-encoding-big-endian true']);
    assert.deepEqual(codes(Buffer.from(text)), ['warning reg-encoding-not-ascii true']);
    assert.deepEqual(codes(Buffer.from(`\ufeff${text}`)), []);
  });

  it('counts the problems that it does not list', () => {
    const text = regFile(...Array.from({ length: 5100 }, () => 'x'));
    const all = regDiagnostics(readReg(text), known);
    assert.equal(all.length, 5000);
    assert.match(all.at(-1)?.message ?? '', /100 more problems of this file are not listed\.$/);
  });

  it('has a whole sentence for every code, with text of the file on one line', () => {
    const codes: readonly RegProblemCode[] = ['data-unknown', 'key-short-root', 'text-after-data', 'type-case'];
    for (const code of codes) {
      const problem = { code, span: { start: 0, end: 1 }, effect: 'ignored', detail: 'a\u202e\nb' } as const;
      const document = { ...readReg(regFile()), problems: [problem], problemCount: 1 };
      assert.match(regDiagnostics(document, known)[0]?.message ?? '', /^[^\n\u202e]*\.$/);
    }
  });
});

describe('renderRegCheck', () => {
  it('says where, how bad, what and which code', () => {
    const text = regFile('[HKEY_USERS\\a]', '  "b"=dword:zz', `[${DP}]`, '"NumberOfThreads"=-');
    assert.equal(
      renderRegCheck([checked(text)]),
      'C:\\a.reg:4:13: error: dword: takes one to eight hexadecimal digits, not zz; the line is ignored. [reg-dword-digits]\n1 file: 1 error, 0 warnings, 0 remarks.\n',
    );
  });

  it('tells programs the same, counted from 1', () => {
    const json = JSON.parse(JSON.stringify(regCheckJson([checked(regFile('x'))]))) as unknown;
    assert.deepEqual(json, {
      schemaVersion: 1,
      files: [
        {
          path: 'C:\\a.reg',
          isImported: true,
          problemCount: 1,
          problems: [
            {
              ...{ code: 'reg-line-unknown', severity: 'error', line: 3, column: 1, endLine: 3, endColumn: 2 },
              message: 'This is neither a key nor a value nor a comment; the line is ignored.',
              article: 'https://support.microsoft.com/help/310516',
              isRepairable: true,
            },
          ],
        },
      ],
    });
  });

  it('tells remarks from faults', () => {
    assert.equal(isRegFaulty(checked(regFile('# c'))), false);
    assert.equal(isRegFaulty(checked(regFile('c'))), true);
  });
});
