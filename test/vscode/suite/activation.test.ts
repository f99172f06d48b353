import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension in a real VS Code', () => {
  it('is present', () => {
    assert.ok(vscode.extensions.getExtension('wintriage.wintriage'));
  });

  it('activates', async () => {
    const extension = vscode.extensions.getExtension('wintriage.wintriage');
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });
});
