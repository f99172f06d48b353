import assert from 'node:assert/strict';
import { compilePattern, grammarFiles } from './tokens';

/** Every pattern of a grammar with the key it stands under. */
function patternsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(patternsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const isPattern = ['match', 'begin', 'end', 'while'].includes(key) && typeof inner === 'string';
    return isPattern ? [inner] : patternsOf(inner);
  });
}

describe('the patterns of the grammars', () => {
  for (const [file, json] of grammarFiles()) {
    it(`all compile in ${file}`, async () => {
      const patterns = patternsOf(JSON.parse(json));
      assert(patterns.length > 0);
      for (const pattern of patterns) await assert.doesNotReject(compilePattern(pattern), pattern);
    });
  }

  it('are refused when they do not compile', async () => {
    await assert.rejects(compilePattern('(unclosed'));
  });
});
