import * as assert from 'node:assert/strict';
import { join } from 'node:path';
import { loadBuiltInCatalogue } from '../../src/catalogue';
import { type RegistryFix, renderRegCommand, renderUndoCommand } from '../../src/core';
import { type Registry, type View, runCli, useRegistry } from './registry';

/** Where the setting could end up: right for one product, without effect or misleading elsewhere. */
const places: readonly { readonly key: string; readonly view: View }[] = [
  { key: String.raw`HKLM\SOFTWARE\Microsoft\SMS\PXE`, view: '64' },
  { key: String.raw`HKLM\SOFTWARE\Microsoft\SMS\PXE`, view: '32' },
  { key: String.raw`HKLM\SOFTWARE\Wow6432Node\Microsoft\SMS\PXE`, view: '64' },
  { key: String.raw`HKLM\SOFTWARE\Microsoft\SMS\DP`, view: '64' },
  { key: String.raw`HKLM\SOFTWARE\Microsoft\SMS\DP`, view: '32' },
  { key: String.raw`HKLM\SOFTWARE\Wow6432Node\Microsoft\SMS\DP`, view: '64' },
];

/** What is to be found after the import, and by that nothing else: Wow6432Node is what 32-bit programs see. */
const variants: readonly { readonly variant: string; readonly expected: readonly string[] }[] = [
  {
    variant: 'configmgr2007-x64',
    expected: [
      String.raw`32 HKLM\SOFTWARE\Microsoft\SMS\PXE: REG_DWORD 0x1`,
      String.raw`64 HKLM\SOFTWARE\Wow6432Node\Microsoft\SMS\PXE: REG_DWORD 0x1`,
    ],
  },
  { variant: 'configmgr2007-x86', expected: [String.raw`64 HKLM\SOFTWARE\Microsoft\SMS\PXE: REG_DWORD 0x1`] },
  { variant: 'configmgr2012', expected: [String.raw`64 HKLM\SOFTWARE\Microsoft\SMS\DP: REG_DWORD 0x1`] },
];

function threadSettings(registry: Registry): readonly string[] {
  return places.flatMap(({ key, view }) => {
    const value = registry.queryValue(key, 'NumberOfThreads', view);
    return value === undefined ? [] : [`${view} ${key}: ${value.type} ${value.data}`];
  });
}

/** Runs the command line's `fix` and gives the two files it wrote. */
function writeFix(folder: string, variant: string): { readonly fix: string; readonly undo: string } {
  const [fix, undo] = [join(folder, `${variant}.reg`), join(folder, `${variant}-undo.reg`)];
  runCli('fix', 'kb-2510665', '--variant', variant, '--out', fix, '--undo', undo);
  return { fix, undo };
}

function fixOf(variant: string): RegistryFix {
  const rule = loadBuiltInCatalogue().rules.find(({ id }) => id === 'kb-2510665');
  return rule?.remediations.find(({ id }) => id === variant)?.registry ?? assert.fail(variant);
}

describe('fixes of KB 2510665 in a real registry', () => {
  const wine = useRegistry();

  for (const { variant, expected } of variants) {
    it(`${variant}: one PXE thread where that product reads it, nowhere else, and gone with the undo`, () => {
      const { folder, registry } = wine;
      const { fix, undo } = writeFix(folder, variant);
      registry.importReg(fix);
      assert.deepEqual([...threadSettings(registry)].sort(), expected);
      registry.importReg(undo);
      assert.deepEqual(threadSettings(registry), []);
    });

    // There is no 32-bit Windows here, and what a 32-bit prompt does is a question of 64-bit ones.
    if (variant !== 'configmgr2007-x86') {
      it(`${variant}: the same by the commands, whichever prompt they are pasted into`, () => {
        const fix = fixOf(variant);
        for (const view of [undefined, '64', '32'] as const) {
          wine.registry.runCommand(renderRegCommand(fix), view);
          assert.deepEqual([...threadSettings(wine.registry)].sort(), expected, view);
          wine.registry.runCommand(renderUndoCommand(fix), view);
          assert.deepEqual(threadSettings(wine.registry), [], view);
        }
      });
    }
  }
});
