import assert from 'node:assert/strict';
import { groupBy } from '../../../../src/core/lists/groupBy';
import { partitionPoint } from '../../../../src/core/lists/partitionPoint';

describe('groupBy', () => {
  it('keeps the order of groups and of the values in them', () => {
    assert.deepEqual(
      [...groupBy(['b1', 'a1', 'b2', 'a2'], (value) => value.charAt(0))],
      [
        ['b', ['b1', 'b2']],
        ['a', ['a1', 'a2']],
      ],
    );
  });
});

describe('partitionPoint', () => {
  it('finds every place where a test ends to hold, for every length', () => {
    for (let length = 0; length < 20; length++) {
      for (let end = 0; end <= length; end++) {
        assert.equal(
          partitionPoint(length, (index) => index < end),
          end,
        );
      }
    }
  });

  it('asks few times', () => {
    let asked = 0;
    partitionPoint(1 << 20, (index) => {
      asked++;
      return index < 12_345;
    });
    assert.ok(asked <= 21, `${asked} times`);
  });
});
