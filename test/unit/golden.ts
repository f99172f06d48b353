import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve(import.meta.dirname, '../golden');

/**
 * Compares a text with `test/golden/<name>.txt`. A missing file fails; `UPDATE_GOLDEN=1 npx mocha` writes what is there now,
 * to be read before it is committed.
 */
export function assertGolden(name: string, actual: string): void {
  const file = path.join(FOLDER, `${name}.txt`);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, actual);
  assert.ok(existsSync(file), `test/golden/${name}.txt is missing: run UPDATE_GOLDEN=1 npx mocha, read it, commit it`);
  assert.equal(actual, readFileSync(file, 'utf8'));
}
