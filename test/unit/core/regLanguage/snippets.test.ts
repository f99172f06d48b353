import assert from 'node:assert/strict';
import snippets from '../../../../snippets/reg.json';
import { loadBuiltInCatalogue } from '../../../../src/catalogue';
import { emptyState, applyReg, findKey, readReg } from '../../../../src/core/registry';
import { DP, PXE64, regFile } from './knownSketch';

/** What VS Code writes when nothing is typed over: the defaults, the first of several choices, nothing for `$0`. */
function written(body: readonly string[]): string {
  const text = body
    .join('\r\n')
    .replace(/\$\{\d:((?:[^}\\]|\\.)*)\}/g, '$1')
    .replace(/\$\{\d\|([^,|]*)[^}]*\}/g, '$1')
    .replace('$0', '');
  assert.doesNotMatch(text, /\$/, 'a placeholder of a kind that is not known here');
  return text.replace(/\\(.)/g, '$1');
}

/** As much of a file around it as makes it a whole one. */
function fileOf(text: string): string {
  if (text.startsWith('Windows')) return `${text.trimEnd()}"x"\r\n`;
  const line = text.replace(/\\\]$/, '\\Key]');
  return line.startsWith('[') ? regFile(line) : regFile('[HKEY_LOCAL_MACHINE\\SOFTWARE\\Key]', line);
}

describe('the snippets for registry files', () => {
  for (const [name, { body }] of Object.entries(snippets)) {
    it(`write what an import takes as it is: ${name}`, () => {
      const { isImported, problems } = readReg(fileOf(written(body)));
      assert.equal(isImported, true);
      // That a whole key goes is said, and taken.
      assert.deepEqual(
        problems.filter(({ effect }) => effect !== 'taken'),
        [],
      );
    });
  }

  it('set one PXE thread where the fix of each product does', () => {
    const rule = loadBuiltInCatalogue().rules.find(({ id }) => id === 'kb-2510665');
    for (const [name, id, key] of [
      ['NumberOfThreads, ConfigMgr 2007 on 64-bit Windows', 'configmgr2007-x64', PXE64],
      ['NumberOfThreads, ConfigMgr 2012', 'configmgr2012', DP],
    ] as const) {
      const [change] = rule?.remediations.find((each) => each.id === id)?.registry?.changes ?? [];
      assert.equal(change?.keyPath, key);
      const state = applyReg(emptyState(), readReg(fileOf(written(snippets[name].body))));
      const values = [...(findKey(state, key)?.values.values() ?? [])];
      assert.deepEqual(
        values.map(({ name: valueName, data }) => [valueName, ...data.bytes]),
        [[change.valueName, change.data, 0, 0, 0]],
      );
    }
  });
});
