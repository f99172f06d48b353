import assert from 'node:assert/strict';
import { type RegEncoding, keysOf, readReg, valuesOf } from '../../../../src/core/registry';
import { marked } from '../../marked';

const BODY = '[HKEY_CURRENT_USER\\A]\n"n"="v"\n';

function headerOf(source: string): readonly unknown[] {
  const { text, spans } = marked(source);
  const { header, isImported, problems } = readReg(text + BODY);
  if (spans[0]) assert.deepEqual(header.span, spans[0]);
  return [header.version, header.outcome, isImported, ...problems.map(({ code }) => code)];
}

describe('readReg, header', () => {
  it('takes the three headers, with blanks before them and without a blank line below', () => {
    assert.deepEqual(headerOf('«Windows Registry Editor Version 5.00»\n'), [5, 'imported', true]);
    assert.deepEqual(headerOf(' \t«REGEDIT4»\r\n\r\n'), [4, 'imported', true]);
    assert.deepEqual(headerOf('«REGEDIT»\r\n').slice(0, 3), [3, 'imported', true]);
    assert.equal(readReg('REGEDIT4').isImported, true);
  });

  it('tells apart what is refused and what is silently not imported', () => {
    assert.deepEqual(headerOf('«WINDOWS Registry Editor Version 5.00»\n'), [5, 'refused', false, 'header-case']);
    assert.deepEqual(headerOf('«regedit4»\n'), [4, 'refused', false, 'header-case']);
    assert.deepEqual(headerOf('«Windows Registry Editor Version 4.00»\n'), [5, 'refused', false, 'header-version']);
    assert.deepEqual(headerOf('«REGEDIT 4»\n'), [4, 'ignored', false, 'header-not-exact']);
    assert.deepEqual(headerOf('«REGEDIT4FOO»\n'), [4, 'ignored', false, 'header-not-exact']);
    assert.deepEqual(headerOf('; note\n\n«REGEDIT4»\n'), [4, 'refused', false, 'header-not-first']);
    assert.deepEqual(headerOf(''), [5, 'refused', false, 'header-missing']);
    assert.deepEqual(headerOf('Windows Registry Editor Version 5.00 \n'), [5, 'refused', false, 'header-not-exact']);
  });

  it('reads the keys below a wrong header all the same', () => {
    for (const header of ['', 'regedit4\n', '\n\nREGEDIT4\n']) {
      const document = readReg(header + BODY);
      const [key] = keysOf(document);
      assert.ok(key);
      assert.deepEqual(
        [...valuesOf(document, key)].map(({ name }) => name),
        ['n'],
      );
    }
  });

  it('reports encodings that are refused or misread', () => {
    const text = `Windows Registry Editor Version 5.00\n${BODY}; é`;
    const codes = (encoding: RegEncoding): unknown[] => {
      const { isImported, problems } = readReg(text, encoding);
      return [isImported, ...problems.map(({ code, span }) => `${code} ${span.start}`)];
    };
    assert.deepEqual(codes({ encoding: 'utf-16le', hasByteOrderMark: true }), [true]);
    assert.deepEqual(codes({ encoding: 'utf-16le', hasByteOrderMark: false }), [false, 'encoding-no-mark 0']);
    assert.deepEqual(codes({ encoding: 'utf-16be', hasByteOrderMark: true }), [false, 'encoding-big-endian 0']);
    assert.deepEqual(codes({ encoding: 'utf-8', hasByteOrderMark: false }), [
      true,
      `encoding-not-ascii ${text.length - 1}`,
    ]);
    assert.deepEqual(codes({ encoding: 'windows-1252', hasByteOrderMark: false }), [true]);
  });

  it('reads a file of Windows 3.1', () => {
    const document = readReg(
      'REGEDIT\r\nHKEY_CLASSES_ROOT\\a\\b = c d \r\n  HKEY_CLASSES_ROOT\\x = y\r\nhkey_classes_root\\x = y\r\n',
    );
    const [key, ...others] = keysOf(document);
    assert.ok(key);
    const [value] = valuesOf(document, key);
    assert.deepEqual(
      [key.path, value?.name, value?.notation, others.length],
      ['HKEY_CLASSES_ROOT\\a\\b', '', 'plain', 0],
    );
    assert.equal(document.text.slice(value?.dataSpan.start, value?.dataSpan.end), 'c d ');
    assert.deepEqual(
      document.problems.map(({ code }) => code),
      ['line-unknown', 'line-unknown'],
    );
  });
});
