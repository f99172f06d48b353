import assert from 'node:assert/strict';
import { grammarFiles, tokenise } from './tokens';

/** Scopes that the default light, dark and both high-contrast themes of VS Code 1.100 give a colour. */
const COLOURED = [
  'comment',
  'constant.character',
  'constant.numeric',
  'entity.name.function',
  'entity.name.tag',
  'entity.name.type',
  'entity.other.attribute-name',
  'invalid',
  'keyword',
  'markup.heading',
  'storage.type',
  'string',
  'strong',
  'token.error-token',
  'token.info-token',
  'token.warn-token',
  'variable',
];

/** Scopes that only structure the text. */
const PLAIN = ['meta', 'punctuation'];

type Rule = Readonly<Record<string, unknown>>;

/** Every object of a grammar, at any depth. */
function rulesOf(value: unknown): readonly Rule[] {
  if (Array.isArray(value)) return value.flatMap(rulesOf);
  if (typeof value !== 'object' || value === null) return [];
  const rule: Rule = Object.fromEntries(Object.entries(value));
  return [rule, ...Object.values(rule).flatMap(rulesOf)];
}

function textsOf(rule: Rule, keys: readonly string[]): readonly string[] {
  return keys.map((key) => rule[key]).filter((text) => typeof text === 'string');
}

for (const [file, json] of grammarFiles()) {
  describe(`syntaxes/${file}`, () => {
    const grammar: unknown = JSON.parse(json);
    const [root = {}, ...rules] = rulesOf(grammar);

    it('uses scopes that the default themes colour', () => {
      const isKnown = (scope: string): boolean =>
        [...COLOURED, ...PLAIN].some((known) => scope === known || scope.startsWith(`${known}.`));
      const scopes = rules.flatMap((rule) => textsOf(rule, ['name', 'contentName'])).flatMap((name) => name.split(' '));
      const unknown = scopes.filter((scope) => !isKnown(scope));
      assert.deepEqual(unknown, []);
    });

    it('tokenises nothing and odd lines without an error', async () => {
      const scopeName = root['scopeName'];
      assert(typeof scopeName === 'string');
      for (const line of ['', '"', ',,,,', '\t\t\t\t', '[', '@=', 'hex:', '\\', '<Event', '\0', '\u{1F600}']) {
        const tokens = await tokenise(scopeName, `${line}\n${line}`);
        assert(tokens.length >= 2, JSON.stringify(line));
      }
    });
  });
}
