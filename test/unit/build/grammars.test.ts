import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { grammarsWithWords } from '../../../build/grammars';

const SYNTAXES = new URL('../../../syntaxes/', import.meta.url);

describe('build/grammars.ts', () => {
  for (const [name, text] of grammarsWithWords()) {
    it(`writes ${name} as it is kept`, () => {
      const kept = readFileSync(new URL(name, SYNTAXES), 'utf8');
      assert(kept === text, 'Run `npx tsx build/grammars.ts`: the words of src/core/languages have changed.');
    });

    it(`leaves no place for words open in ${name}`, () => {
      assert.doesNotMatch(text, /\{\{/);
    });
  }
});
