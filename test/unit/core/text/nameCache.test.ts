import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NameCache } from '../../../../src/core/text/nameCache';

describe('NameCache', () => {
  it('gives what reading each name gives, the same string for the same name', () => {
    const name = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('a'.repeat(300), 'abc', 'abd', ''));
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const cache = new NameCache((raw) => `[${raw}]`);
        for (const each of [...names, ...names]) assert.equal(cache.at(`<${each}>`, 1, each.length + 1), `[${each}]`);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('reads a known name once', () => {
    let count = 0;
    const cache = new NameCache((raw) => `${raw}${++count}`);
    assert.deepEqual(
      ['x WDSServer', 'x WDSServer'].map((text) => cache.at(text, 2, text.length)),
      ['WDSServer1', 'WDSServer1'],
    );
  });
});
