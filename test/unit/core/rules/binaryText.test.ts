import { strict as assert } from 'node:assert';
import { readBinaryText } from '../../../../src/core/rules/binaryText';

describe('readBinaryText', () => {
  const cases: readonly (readonly [title: string, hex: string, text: string])[] = [
    ['reads up to the terminating NUL', '5700440053005300650072007600650072000000', 'WDSServer'],
    ['reads up to a slash', '5700440053002F0034000000', 'WDS'],
    ['reads digits in small letters', '57004400530000005A00', 'WDS'],
    ['reads digits in groups', '5700 4400\r\n 5300', 'WDS'],
    ['reads what is not terminated', '570044', 'W'],
    ['reads astral characters', '3DD8A5DC', '\u{1f4a5}'],
    ['stops where there are no digits', '5700zz004400', 'W'],
    ['gives nothing for nothing', '', ''],
  ];
  for (const [title, hex, text] of cases) {
    it(title, () => {
      assert.equal(readBinaryText(hex), text);
    });
  }

  it('reads no more than a name can be', () => {
    assert.equal(readBinaryText('4100'.repeat(100_000)).length, 256);
  });
});
