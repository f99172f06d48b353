import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type RegOutlineKey, foldsOf, outlineOf } from '../../../../src/core/regLanguage';
import { readReg } from '../../../../src/core/registry';
import { anyText } from '../registry/arbitraryReg';
import { readLines } from './knownSketch';

/** Names, indented by their depth. */
function names(keys: readonly RegOutlineKey[], depth = 0): readonly string[] {
  return keys.flatMap(({ name, values, keys: below }) => [
    ' '.repeat(depth) + name,
    ...values.map(({ value, data }) => `${' '.repeat(depth + 1)}${value.name || '@'}${data ? '' : ' -'}`),
    ...names(below, depth + 1),
  ]);
}

const LINES = [
  '[HKEY_USERS\\x]',
  '@="d"',
  '"a"=-',
  '[HKEY_USERS\\X\\y\\z]',
  '"b"=hex:01,\\',
  '  02',
  '; c',
  '; d',
  '[HKEY_USERS\\xy]',
  '[-HKEY_USERS\\xy]',
];

describe('outlineOf', () => {
  it('puts keys below those that they are part of, whatever the case', () => {
    const { keys, leftOut } = outlineOf(readLines(...LINES), 100);
    assert.deepEqual(names(keys), ['HKEY_USERS\\x', ' @', ' a -', ' y\\z', '  b', 'HKEY_USERS\\xy', 'HKEY_USERS\\xy']);
    assert.equal(leftOut, 0);
  });

  it('says how many keys it leaves out', () => {
    const { keys, leftOut } = outlineOf(readLines(...LINES), 4);
    assert.deepEqual(names(keys), ['HKEY_USERS\\x', ' @', ' a -', ' y\\z']);
    assert.equal(leftOut, 2);
  });

  it('gives every key and value a place inside that of its parent, whatever the text', () => {
    const check = (outer: { readonly start: number; readonly end: number }, keys: readonly RegOutlineKey[]): void => {
      for (const { key, span, values, keys: below } of keys) {
        assert.ok(outer.start <= span.start && span.end <= outer.end);
        assert.ok(span.start <= key.pathSpan.start && key.pathSpan.end <= span.end);
        for (const { value } of values) assert.ok(span.start <= value.span.start && value.span.end <= span.end);
        check(span, below);
      }
    };
    fc.assert(
      fc.property(anyText, (text) => {
        check({ start: 0, end: text.length }, outlineOf(readReg(text), 30).keys);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});

describe('foldsOf', () => {
  it('folds keys, values over several lines, comments and regions', () => {
    const document = readLines(...LINES, '; #region r', '[HKEY_USERS\\q]', '"e"="f"', ';#endregion');
    const shown = [...foldsOf(document)].map(({ kind, span }) => [
      kind,
      document.text.slice(span.start, span.end).split('\r\n').length,
      document.text.slice(span.start, span.start + 14),
    ]);
    assert.deepEqual(shown, [
      ['key', 3, '[HKEY_USERS\\x]'],
      ['key', 3, '[HKEY_USERS\\X\\'],
      ['key', 3, '[HKEY_USERS\\q]'],
      ['value', 2, '"b"=hex:01,\\\r\n'],
      ['comment', 2, '; c\r\n; d\r\n[HKE'],
      ['region', 4, '; #region r\r\n['],
    ]);
  });
});
