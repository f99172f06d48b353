import { spawnSync } from 'node:child_process';
import assert from 'node:assert/strict';

describe('the compiled module', () => {
  it('is what its source in the folder wasm gives', () => {
    const { status, stderr } = spawnSync(process.execPath, ['build/wasm.mjs', '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, `run npm run build and commit what it writes\n${stderr}`);
  });
});
