import { strict as assert } from 'node:assert';
import { confidenceOf } from '../../../../src/core/rules/confidence';
import { ruleSketch } from './ruleSketch';

describe('confidenceOf', () => {
  const ladder = ruleSketch({
    confidence: { confirmed: [['a', 'b', 'c']], matches: [['a', 'b'], ['d']], possible: [['a'], ['b']] },
  });

  it('is the highest level that is met', () => {
    assert.equal(confidenceOf(ladder, ['a']), 'possible');
    assert.equal(confidenceOf(ladder, ['b', 'a']), 'matches');
    assert.equal(confidenceOf(ladder, ['d']), 'matches');
    assert.equal(confidenceOf(ladder, ['c', 'b', 'a']), 'confirmed');
  });

  it('is undefined when none is', () => {
    assert.equal(confidenceOf(ladder, []), undefined);
    assert.equal(confidenceOf(ladder, ['c']), undefined);
    assert.equal(confidenceOf(ruleSketch({ confidence: { matches: [], possible: [] } }), ['a']), undefined);
  });

  it('does not count', () => {
    assert.equal(confidenceOf(ladder, ['a', 'a', 'a']), 'possible');
  });

  it('is never met by a requirement of nothing', () => {
    assert.equal(confidenceOf(ruleSketch({ confidence: { matches: [[]], possible: [[]] } }), []), undefined);
  });
});
