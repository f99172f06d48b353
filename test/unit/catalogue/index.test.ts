import { strict as assert } from 'node:assert';
import { readdirSync } from 'node:fs';
import { loadBuiltInCatalogue, registryFiles, ruleFiles, tableFiles } from '../../../src/catalogue';
import { checkCodeNames, loadCatalogue } from '../../../src/core/rules/loadCatalogue';
import { loadKnownRegistry } from '../../../src/core/rules/loadKnownRegistry';

const folder = new URL('../../../src/catalogue/', import.meta.url);

describe('built-in catalogue files', () => {
  it('are without errors', () => {
    assert.deepEqual(loadCatalogue(ruleFiles, tableFiles).errors, []);
    assert.deepEqual(checkCodeNames(tableFiles), []);
    assert.deepEqual(loadKnownRegistry(registryFiles).errors, []);
  });

  it('are all listed', () => {
    const { codeNames, ...tables } = tableFiles;
    const others = [...registryFiles, ...Object.values(tables), ...Object.values(codeNames)];
    const listed = [...ruleFiles, ...others].map(({ path }) => path);
    const present = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
    assert.deepEqual(listed.sort(), present.map((name) => name.replaceAll('\\', '/')).sort());
  });

  it('give every rule a summary, a cause and a way out', () => {
    for (const rule of loadBuiltInCatalogue().rules) {
      for (const sentence of [rule.summary, rule.cause, ...rule.signs.map(({ meaning }) => meaning)]) {
        assert.match(sentence, /\.$/, `${rule.id}: ${sentence}`);
      }
      assert.notEqual(rule.remediations.length, 0, rule.id);
    }
  });
});

describe('registry fixes', () => {
  const fixes = loadBuiltInCatalogue().rules.flatMap(({ id, remediations }) =>
    remediations.flatMap(({ id: variant, registry }) => (registry ? [{ rule: id, variant, registry }] : [])),
  );

  it('belong to KB 2510665 and nothing else', () => {
    assert.deepEqual(
      fixes.map(({ rule, variant }) => `${rule} ${variant}`),
      ['kb-2510665 configmgr2007-x64', 'kb-2510665 configmgr2007-x86', 'kb-2510665 configmgr2012'],
    );
  });

  it('set NumberOfThreads to 1 where the articles say', () => {
    const keys = fixes.flatMap(({ registry }) =>
      registry.changes.map(({ keyPath, valueName, valueType, data }) =>
        [keyPath, valueName, valueType, data].join(' '),
      ),
    );
    assert.deepEqual(keys, [
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE NumberOfThreads REG_DWORD 1',
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\PXE NumberOfThreads REG_DWORD 1',
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\DP NumberOfThreads REG_DWORD 1',
    ]);
  });

  it('say what they cost and what to restart', () => {
    for (const { registry } of fixes) {
      assert.ok(registry.notes.some((note) => /one PXE request at a time/i.test(note)));
      assert.ok(
        registry.notes.some((note) => note.startsWith('Restart the Windows Deployment Services Server service')),
      );
    }
  });
});

describe('code tables', () => {
  const { codes } = loadBuiltInCatalogue();

  it('name codes by their unsigned value', () => {
    assert.equal(codes.ntstatus.get(0xc0000374), 'STATUS_HEAP_CORRUPTION');
    assert.equal(codes.ntstatus.get(0xc0000005), 'STATUS_ACCESS_VIOLATION');
    assert.equal(codes.win32.get(5), 'ERROR_ACCESS_DENIED');
    assert.equal(codes.win32.get(14001), 'ERROR_SXS_CANT_GEN_ACTCTX');
    assert.equal(codes.win32.get(10048), 'WSAEADDRINUSE');
    assert.equal(codes.hresult.get(0x80004005), 'E_FAIL');
    assert.equal(codes.hresult.get(0x80070005), 'E_ACCESSDENIED');
  });

  it('take the usual one of several names', () => {
    assert.equal(codes.ntstatus.get(0), 'STATUS_SUCCESS');
    assert.equal(codes.win32.get(0), 'ERROR_SUCCESS');
    assert.equal(codes.hresult.get(0), 'S_OK');
  });

  it('do not claim to know the codes of WDS components', () => {
    for (const code of [0xc1030104, 0xc1030136]) {
      assert.equal(codes.notes.get(code)?.certain, false);
      assert.equal(codes.hresult.get(code) ?? codes.ntstatus.get(code), undefined);
    }
    assert.equal(codes.notes.get(0xc107010c)?.certain, true);
  });

  it('are made once', () => {
    assert.equal(codes.ntstatus, codes.ntstatus);
  });
});
