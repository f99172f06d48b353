import * as assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { extensionId } from '../../../src/editor/ids';

describe('the extension in a real VS Code', () => {
  it('is present', () => {
    assert.ok(vscode.extensions.getExtension(extensionId));
  });

  it('activates without loading what no document has asked for', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
    assert.deepEqual(loadedPrograms(extension.extensionPath), ['extension.js']);
  });
});

/** The programs of the extension that Node has loaded so far. */
function loadedPrograms(folder: string): string[] {
  const { cache } = createRequire(join(folder, 'package.json'));
  return ['extension.js', 'core.js', 'catalogue.js'].filter((name) => cache[join(folder, 'dist', name)] !== undefined);
}
