import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { findCodes, isCodeText, parseCode } from '../../../../src/core/rules/code';
import { marked } from '../../marked';

describe('parseCode', () => {
  const cases: readonly (readonly [text: string, code: number | undefined])[] = [
    ['0xC1030104', 0xc1030104],
    ['0xc1030104', 0xc1030104],
    ['0XC1030104', 0xc1030104],
    ['c1030104', 0xc1030104],
    ['-1056767740', 0xc1030104],
    ['3238199556', 0xc1030104],
    ['%%3238199556', 0xc1030104],
    ['%%-1056767740', 0xc1030104],
    ['  0xC1030104\r\n', 0xc1030104],
    ['0x00000000C0000374', 0xc0000374],
    ['c0000374', 0xc0000374],
    ['C0000374', 0xc0000374],
    ['80000003', 0x80000003],
    ['00000005', 5],
    ['%%16389', 0x4005],
    ['16389', 0x4005],
    ['16389 (0x4005)', 0x4005],
    ['0x4005', 0x4005],
    ['%%10000000', 10000000],
    ['36B1', 0x36b1],
    ['36b1', 0x36b1],
    ['5', 5],
    ['0x5', 5],
    ['0', 0],
    ['4294967295', 0xffffffff],
    ['-2147483648', 0x80000000],
    ['4294967296', undefined],
    ['-2147483649', undefined],
    ['0x1C0000374', undefined],
    ['00000000000c40f2', 0xc40f2],
    ['', undefined],
    ['%%', undefined],
    ['0x', undefined],
    ['-', undefined],
    ['--5', undefined],
    ['0x-5', undefined],
    ['5.5', undefined],
    ['1e5x', undefined],
    ['face', undefined],
    ['WdsImgSrv', undefined],
    ['C:\\Windows\\system32\\WdsImgSrv.dll', undefined],
    ['(0x4005)', undefined],
  ];
  for (const [text, code] of cases) {
    const reading = code === undefined ? 'no code' : `0x${code.toString(16).toUpperCase()}`;
    it(`reads ${JSON.stringify(text)} as ${reading}`, () => {
      assert.equal(parseCode(text), code);
    });
  }

  it('reads every 32-bit number alike in all its spellings', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (code) => {
        const hex = code.toString(16);
        const spellings = [
          `0x${hex}`,
          `0X${hex.toUpperCase()}`,
          `%%${code}`,
          `${code | 0} (0x${hex})`,
          hex.padStart(8, '0'),
        ];
        for (const spelling of spellings.filter((text) => !/^[1-9]\d{7} /.test(text))) {
          assert.equal(parseCode(spelling), code, spelling);
        }
      }),
      { seed: 2510665, numRuns: 500 },
    );
  });
});

describe('findCodes', () => {
  /** Each marked stretch is a code; `expected` are their values. */
  function check(source: string, ...expected: readonly number[]): void {
    const { text, spans } = marked(source);
    const found = findCodes(text);
    assert.deepEqual(
      found.map(({ value }) => value),
      expected,
    );
    assert.deepEqual(
      found.map(({ start, end }) => ({ start, end })),
      spans,
    );
  }

  it('finds codes in a message with their places', () => {
    check('image server. Error Information: «0xC1030104»', 0xc1030104);
    check('exception code «0xc0000374», fault offset «0x000afaf8»,', 0xc0000374, 0xafaf8);
    check('service-specific error «16389» («0x4005»).', 0x4005, 0x4005);
    check('the following service-specific error: \r\n«%%16389»', 0x4005);
    check('service-specific error «-1056505588».', 0xc107010c);
    check('error «3238199556»', 0xc1030104);
    check('エラー情報：«0xC1030136»。', 0xc1030136);
    check('code «c0000374»', 0xc0000374);
  });

  it('leaves out parts of versions, dates, times, names and GUIDs', () => {
    check('version 6.1.7600.16385 on 2012-03-14 at 09:14:08, 14/03/2012');
    check('Report Id: 5e1f7a10-6db0-11e1-9a3c-005056000001');
    check('system32 Images2012 x86_64 1,234,567');
  });

  it('leaves out counts', () => {
    check('It has done this 2 time(s) in 999 days');
    check('in «120000» milliseconds', 120000);
  });

  it('tells what is spelled as a code from what may be a count', () => {
    const certain = (text: string): boolean[] => findCodes(text).map((code) => code.certain);
    assert.deepEqual(certain('0x5 %%5 -1056505588 3238199556 c0000374'), [true, true, true, true, true]);
    assert.deepEqual(certain('120000 20120314 16389'), [false, false, false]);
  });

  it('gives places that lie in the text, in order, whatever the text', () => {
    const pieces = fc.constantFrom(
      '0x',
      'C1030104',
      '%%',
      '-',
      '16389',
      '.',
      ' ',
      '(',
      'ü',
      '服务',
      '5',
      '\u{1f4a5}',
      '_',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const code of findCodes(text)) {
          assert.ok(code.start >= end && code.end > code.start && code.end <= text.length);
          assert.ok(code.value >= 0 && code.value <= 0xffffffff);
          end = code.end;
        }
      }),
      { seed: 2510665, numRuns: 1000 },
    );
  });

  it('reads a long hostile text in one pass', () => {
    const text = '%-0x'.repeat(100_000) + '0'.repeat(400_000);
    assert.equal(findCodes(text).filter(({ value }) => value !== 0).length, 0);
  });
});

describe('isCodeText', () => {
  it('takes one spelling only', () => {
    assert.ok(isCodeText('0xC0000374'));
    assert.ok(isCodeText('0x5'));
    assert.ok(['0xc0000374', 'C0000374', '0x', '0x123456789', '5'].every((text) => !isCodeText(text)));
  });
});
