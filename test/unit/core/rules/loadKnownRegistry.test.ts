import assert from 'node:assert/strict';
import { builtInKnownRegistry } from '../../../../src/catalogue';
import { loadKnownRegistry } from '../../../../src/core/rules/loadKnownRegistry';
import { renderCatalogueError } from '../../../../src/core/rules/checkedJson';

const KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso';

function errorsOf(...keys: readonly unknown[]): readonly string[] {
  return loadKnownRegistry([{ path: 'registry/a.json', content: keys }]).errors.map(renderCatalogueError);
}

describe('loadKnownRegistry', () => {
  it('reports every error of every key with its place', () => {
    const value = {
      name: 'a',
      type: 'DWORD',
      text: 't',
      source: 's',
      range: { least: 2, most: 1 },
      meanings: { x: 'y' },
    };
    assert.deepEqual(
      errorsOf(
        { path: 'HKLM\\A', text: '', source: 's', values: [value], extra: 1 },
        { path: KEY, text: 't', source: 's' },
        { path: KEY.toLowerCase().replace('hkey_local_machine', 'HKEY_LOCAL_MACHINE'), text: 't' },
      ),
      [
        'registry/a.json: [0].extra: unknown field',
        'registry/a.json: [0].path: expected a key path with its root name in full',
        'registry/a.json: [0].text: must not be empty',
        'registry/a.json: [0].values[0].type: expected one of REG_SZ, REG_EXPAND_SZ, REG_MULTI_SZ, REG_DWORD, REG_QWORD, REG_BINARY',
        'registry/a.json: [0].values[0].range.most: expected a whole number from 2 to 4294967295',
        'registry/a.json: [0].values[0].meanings.x: expected a decimal number',
        'registry/a.json: [2].source: missing, expected a string',
        'registry/a.json: [2].path: is listed already',
      ],
    );
  });

  it('does not take a default or an expected number beyond the range', () => {
    const value = { name: 'a', text: 't', source: 's', range: { least: 1, most: 2 }, default: 3, expected: 0 };
    assert.equal(errorsOf({ path: KEY, text: 't', source: 's', values: [value] }).length, 2);
  });

  it('knows the three keys of NumberOfThreads and says whose they are', () => {
    const keys = builtInKnownRegistry().filter(({ values }) => values.some(({ expected }) => expected === 1));
    assert.deepEqual(
      keys.map(({ readBy }) => readBy),
      [
        { product: 'configmgr2007', bitness: 32 },
        { product: 'configmgr2007', bitness: 64 },
        { product: 'configmgr2012' },
      ],
    );
  });

  it('has a sentence for every key and every value', () => {
    for (const { text, values } of builtInKnownRegistry()) {
      for (const each of [text, ...values.map((value) => value.text)]) assert.match(each, /^[A-Z].*\.$/);
    }
  });
});
