import { spawnSync } from 'node:child_process';
import assert from 'node:assert/strict';

describe('the compiled module', () => {
  // That it is what this source gives is looked at by .ci/run: the compiler takes seconds.
  it('was written from its source in the folder wasm as it is now', () => {
    const { status, stderr } = spawnSync(process.execPath, ['build/wasm.mjs', '--state'], { encoding: 'utf8' });
    assert.equal(status, 0, `run npm run build and commit what it writes\n${stderr}`);
  });
});
