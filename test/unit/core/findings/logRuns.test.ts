import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  MOST_EVENTS_SHOWN,
  countEvents,
  pageFrom,
  pageHolding,
  runsAround,
} from '../../../../src/core/findings/logRuns';

describe('pages of a log', () => {
  it('start at multiples of their length', () => {
    assert.deepEqual(pageHolding(13_999, 134_523), { from: 12_000, to: 14_000 });
    assert.deepEqual(pageHolding(134_522, 134_523), { from: 134_000, to: 134_523 });
  });

  it('stay inside the log', () => {
    assert.deepEqual(pageHolding(5, 0), { from: 0, to: 0 });
    assert.deepEqual(pageHolding(9_999, 100), { from: 0, to: 100 });
    assert.deepEqual(pageFrom(-1, 100), { from: 0, to: 100 });
    assert.deepEqual(pageFrom(150, 100), { from: 99, to: 100 });
  });
});

describe('runsAround', () => {
  it('shows neighbours, and joins neighbourhoods that touch', () => {
    assert.deepEqual(runsAround([500, 90, 100], 1000), [
      { from: 70, to: 121 },
      { from: 480, to: 521 },
    ]);
  });

  it('shows fewer neighbours rather than fewer of the events that matter', () => {
    const ordinals = Array.from({ length: 300 }, (_, index) => index * 100);
    const runs = runsAround(ordinals, 30_000);
    assert.equal(runs.length, 300);
    assert.deepEqual(runs[1], { from: 99, to: 102 });
  });

  it('is bounded, in order and inside the log, whatever matters', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5, max: 100_000 }), { maxLength: 4000 }),
        fc.nat(90_000),
        (ordinals, count) => {
          const runs = runsAround(ordinals, count);
          assert.ok(countEvents(runs) <= MOST_EVENTS_SHOWN);
          runs.forEach(({ from, to }, index) => {
            assert.ok(from < to && to <= count && from >= (runs[index - 1]?.to ?? 0));
          });
        },
      ),
      { seed: 3, numRuns: 50 },
    );
  });
});
