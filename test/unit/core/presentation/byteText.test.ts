import * as assert from 'node:assert/strict';
import { sizeOfText, sizeText, timeLeftText } from '../../../../src/core/presentation/byteText';

describe('sizeText', () => {
  it('takes the unit in which the number is short', () => {
    const sizes = [0, 1, 999, 1000, 1240, 9_940, 9_960, 999_499, 999_500, 52_428_800, 1e9, 10.7e9, 3e15];
    assert.deepEqual(
      sizes.map(sizeText),
      [
        '0 bytes',
        '1 byte',
        '999 bytes',
        '1.0 KB',
        '1.2 KB',
        '9.9 KB',
        '10 KB',
        '999 KB',
        '1.0 MB',
        '52 MB',
        '1.0 GB',
      ].concat(['11 GB', '3000 TB']),
    );
  });
});

describe('sizeOfText', () => {
  it('has both in the unit of the whole', () => {
    assert.equal(sizeOfText(1_240_000_000, 8_400_000_000), '1.2 of 8.4 GB');
    assert.equal(sizeOfText(0, 24_000_000), '0 of 24 MB');
  });
});

describe('timeLeftText', () => {
  it('is no more exact than it can be', () => {
    assert.deepEqual([0, 0.9, 1.4, 89, 90, 5399, 7200].map(timeLeftText), [
      'under 1 s left',
      'under 1 s left',
      '1 s left',
      '89 s left',
      '2 min left',
      '2 h left',
      '2 h left',
    ]);
  });
});
