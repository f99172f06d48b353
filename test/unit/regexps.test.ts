import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint, Linter } from 'eslint';
import regexp from 'eslint-plugin-regexp';

const root = join(__dirname, '../..');
const linter = new Linter();

/** What is wrong with a regular expression whose matching may take more than linear time. */
function faultsOf(pattern: string, flags: string): readonly string[] {
  const code = `new RegExp(${JSON.stringify(pattern)}, ${JSON.stringify(flags)});`;
  const rules: Linter.RulesRecord = { 'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }] };
  return linter.verify(code, [{ plugins: { regexp }, rules }]).map(({ message }) => message);
}

/** Every pattern of a grammar, at whatever depth. */
function patternsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(patternsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]: [string, unknown]) =>
    typeof inside === 'string' && ['match', 'begin', 'end', 'while', 'firstLineMatch'].includes(key)
      ? [inside]
      : patternsIn(inside),
  );
}

/** A pattern of Oniguruma in the notation of JavaScript, as far as the grammars need it. */
function inJavaScript(pattern: string): readonly [pattern: string, flags: string] {
  const flags = /\(\?i[):]/.test(pattern) ? 'i' : '';
  return [pattern.replaceAll('(?i)', '').replaceAll('(?i:', '(?:').replaceAll('\\h', '[0-9a-fA-F]'), flags];
}

describe('regular expressions', () => {
  it('that backtrack are found', () => {
    for (const bad of ['^(a+)+$', '^\\s*(.*)$', '^\\s*x?\\s*y']) assert.equal(faultsOf(bad, '').length, 1, bad);
    assert.deepEqual(faultsOf('^[ \\t]*(\\S.*)?$', ''), []);
  });

  it('of the sources are looked at by lint, which fails on one that backtracks or starts again and again', async () => {
    const eslint = new ESLint({ cwd: root });
    for (const path of ['src/core/text/span.ts', 'src/editor/ids.ts', 'src/cli/usage.ts', 'src/platform/files.ts']) {
      const config: unknown = await eslint.calculateConfigForFile(join(root, path));
      const { rules } = config as { rules: Readonly<Record<string, readonly unknown[]>> };
      assert.deepEqual(rules['regexp/no-super-linear-backtracking']?.slice(0, 2), [2, { report: 'potential' }], path);
      assert.equal(rules['regexp/no-super-linear-move']?.[0], 2, path);
    }
  });

  it('of the sources are literals, as nothing tells what one that is built of parts does', async () => {
    const eslint = new ESLint({ cwd: root });
    const filePath = join(root, 'src/core/text/span.ts');
    for (const built of ['new RegExp(part)', 'RegExp(`${part}+$`)', "new RegExp(part + '*')"]) {
      const [result] = await eslint.lintText(`export const build = (part: string): RegExp => ${built};\n`, {
        filePath,
      });
      const rules = result?.messages.map(({ ruleId }) => ruleId) ?? [];
      assert.ok(rules.includes('no-restricted-syntax'), `${built}: ${rules.join(', ')}`);
    }
  });

  for (const name of readdirSync(join(root, 'syntaxes'))) {
    it(`of ${name} do not backtrack`, () => {
      const patterns = patternsIn(JSON.parse(readFileSync(join(root, 'syntaxes', name), 'utf8')));
      assert.ok(patterns.length > 0);
      for (const pattern of patterns) {
        const [source, flags] = inJavaScript(pattern);
        // One that JavaScript can not read would be passed over in silence.
        assert.doesNotThrow(() => new RegExp(source, flags), pattern);
        assert.deepEqual(faultsOf(source, flags), [], pattern);
      }
    });
  }
});
