import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type RegCompletion, applyEdits, completionsAt } from '../../../../src/core/regLanguage';
import { readReg } from '../../../../src/core/registry';
import { regCompletionText } from '../../../../src/core/presentation';
import { anyText } from '../registry/arbitraryReg';
import { DP, PXE64, known, regFile } from './knownSketch';

/** What is offered where the text has `|`. */
function at(source: string): readonly RegCompletion[] {
  const offset = source.indexOf('|');
  return completionsAt(readReg(source.replace('|', '')), offset, known);
}

function labels(source: string): readonly string[] {
  return at(source).map(({ label }) => label);
}

/** The text with a completion written, where the cursor goes marked by `$0`. */
function taken(source: string, label: string): string {
  const text = source.replace('|', '');
  const chosen = at(source).find((each) => each.label === label);
  assert.ok(chosen, labels(source).join());
  return applyEdits(text, [{ span: chosen.span, text: chosen.snippet }]);
}

describe('completionsAt', () => {
  it('offers headers on the first line', () => {
    assert.deepEqual(labels('Win|'), ['Windows Registry Editor Version 5.00', 'REGEDIT4']);
    assert.equal(taken('regedit| 4', 'REGEDIT4'), 'REGEDIT4\n\n$0');
  });

  it('offers roots and known keys behind a bracket, also of a deletion', () => {
    assert.deepEqual(labels(regFile('[|')).slice(0, 2), ['HKEY_LOCAL_MACHINE', 'HKEY_CURRENT_USER']);
    assert.ok(labels(regFile('[-|]')).includes(PXE64));
    assert.equal(taken(regFile('[HK|]'), 'HKEY_USERS'), regFile('[HKEY_USERS\\\\]'));
  });

  it('offers the names below a path, of known keys and of the document', () => {
    const source = regFile('[HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso\\One]', '[hkey_local_machine\\software\\|]');
    assert.deepEqual(labels(source).slice(0, 3), ['Contoso', 'Microsoft', 'Wow6432Node']);
    assert.equal(taken(source, 'Contoso'), source.replace('|', 'Contoso'));
    assert.ok(!labels(source).includes('*'));
  });

  it('offers the known values of a key that are not there yet', () => {
    const source = regFile(`[${DP}]`, '"RamDiskTFTPBlockSize"=dword:00001000', '"|"');
    assert.deepEqual(labels(source), ['NumberOfThreads', 'RamDiskTFTPWindowSize', '@']);
    assert.match(taken(source, 'NumberOfThreads'), /\r\n"NumberOfThreads"=dword:\$\{1:00000001\}\r\n$/);
    const texts = regFile('[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\HTTP]', 'De|');
    assert.match(taken(texts, 'DependOnService'), /\r\n"DependOnService"=hex\(7\):\$\{0:00,00,00,00\}\r\n$/);
  });

  it('offers known numbers and types behind "=", the type of the value first', () => {
    const source = regFile(`[${DP}]`, '"RamDiskTFTPBlockSize"=|');
    assert.deepEqual(labels(source), [
      ...['dword:00001000', 'dword:', '""', 'hex:', 'hex(0):', 'hex(2):', 'hex(7):', 'hex(b):', '-'],
    ]);
    assert.deepEqual(labels(regFile(`[${DP}]`, '"NumberOfThreads"=dword:|0')), ['dword:00000001']);
    assert.equal(
      taken(regFile(`[${DP}]`, '"NumberOfThreads"=dword:0|00 ; c'), 'dword:00000001'),
      regFile(`[${DP}]`, '"NumberOfThreads"=dword:00000001 ; c'),
    );
  });

  it('says what a number and a type mean', () => {
    const details = at(regFile(`[${DP}]`, '"RamDiskTFTPBlockSize"=|')).map((each) => regCompletionText(each).detail);
    assert.deepEqual(details.slice(0, 2), [
      '4096 bytes: the default',
      'REG_DWORD: 32-bit number, in hexadecimal digits',
    ]);
    const [threads] = at(regFile(`[${DP}]`, '"NumberOf|'));
    assert.ok(threads);
    assert.equal(regCompletionText(threads).detail, 'REG_DWORD');
    assert.match(regCompletionText(threads).markdown, /KB 3046055/);
  });

  it('offers nothing in data, comments and bytes', () => {
    for (const line of ['"a"="|', '; [|', '"a"=hex:00,|', '  00,|']) assert.deepEqual(labels(regFile(line)), [], line);
  });

  it('replaces only text of its own line, whatever the text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, place) => {
        const offset = place % (text.length + 1);
        for (const { span } of completionsAt(readReg(text), offset, known)) {
          assert.ok(span.start >= 0 && span.start <= offset && offset <= span.end && span.end <= text.length);
          assert.doesNotMatch(text.slice(span.start, span.end), /[\r\n]/);
        }
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});
