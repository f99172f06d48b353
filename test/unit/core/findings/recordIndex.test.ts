import assert from 'node:assert/strict';
import { RecordIndex } from '../../../../src/core/findings/recordIndex';

function indexOf(...records: readonly (readonly [start: number, end: number, level?: 0 | 2 | 3 | 4])[]): RecordIndex {
  const index = new RecordIndex();
  for (const [start, end, level] of records) index.add({ start, end, level });
  return index;
}

describe('the index of records', () => {
  const index = indexOf([10, 20, 2], [20, 30, 3], [40, 50], [60, 70, 0], [80, 90, 4]);

  it('finds the record that holds an offset, its end included', () => {
    assert.deepEqual(
      [9, 10, 19, 20, 30, 31, 39, 40, 90, 91].map((offset) => index.find(offset)),
      [undefined, 0, 0, 1, 1, undefined, undefined, 2, 4, undefined],
    );
    assert.equal(indexOf().find(0), undefined);
  });

  it('finds the first record from an offset on', () => {
    assert.deepEqual(
      [0, 10, 11, 20, 21, 80, 81].map((offset) => index.firstFrom(offset)),
      [0, 0, 1, 1, 2, 4, 5],
    );
  });

  it('tells records that are as bad as a level from others', () => {
    const all = [0, 1, 2, 3, 4];
    assert.deepEqual(
      all.filter((each) => index.isAsBadAs(each, 2)),
      [0],
    );
    assert.deepEqual(
      all.filter((each) => index.isAsBadAs(each, 3)),
      [0, 1],
    );
  });
});
