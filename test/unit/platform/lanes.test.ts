import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { inLanes } from '../../../src/platform/lanes';

describe('inLanes', () => {
  it('begins the items in order, so many at a time, and ends when all are done', async () => {
    const begun: number[] = [];
    let running = 0;
    let most = 0;
    await inLanes([5, 1, 4, 2, 3], 2, async (item) => {
      begun.push(item);
      most = Math.max(most, ++running);
      await wait(item);
      running--;
    });
    assert.deepEqual(begun, [5, 1, 4, 2, 3]);
    assert.equal(most, 2);
    assert.equal(running, 0);
  });

  it('begins nothing more once something failed', async () => {
    const begun: number[] = [];
    const run = inLanes([1, 2, 3, 4], 1, async (item) => {
      begun.push(item);
      await wait(0);
      if (item === 2) throw new Error('two');
    });
    await assert.rejects(run, /two/);
    assert.deepEqual(begun, [1, 2]);
  });

  it('has nothing to do without items', async () => {
    await inLanes([], 3, () => Promise.reject(new Error('never called')));
  });
});
