import assert from 'node:assert/strict';
import { unitAt } from '../../../../src/core/text/unitAt';

describe('unitAt', () => {
  it('has each unit of a text and none behind its end', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 100].map((at) => unitAt('a🙂', at)),
      [0x61, 0xd83d, 0xde42, -1, -1],
    );
  });
});
