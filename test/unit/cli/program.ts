import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run as runHere } from '../../../src/cli/run';

/** How a run of the program ended, and what it wrote. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder in which the tests of a suite run the program, there from the first hook of the suite to the last. */
export function useFolder(): { readonly path: string } {
  const home = process.cwd();
  let path = '';
  before(() => {
    path = mkdtempSync(join(tmpdir(), 'wintriage-cli-'));
    process.chdir(path);
  });
  after(() => {
    process.chdir(home);
    rmSync(path, { recursive: true });
  });
  return {
    get path() {
      return path;
    },
  };
}

/** Runs the program without a process of its own, which takes far longer to start than to do its work. */
export async function run(...args: string[]): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const status = await runHere(args, {
    print: (text) => (stdout += text),
    complain: (text) => (stderr += text),
    color: false,
  });
  return { status, stdout, stderr };
}

/** Every part of `expected` is in `actual`; arrays are equal in length. */
export function assertHas(actual: unknown, expected: unknown, at = '$'): void {
  if (Array.isArray(expected)) {
    assert.ok(Array.isArray(actual), at);
    assert.equal(actual.length, expected.length, at);
    expected.forEach((each, index) => {
      assertHas(actual[index], each, `${at}[${index}]`);
    });
  } else if (typeof expected === 'object' && expected !== null) {
    assert.ok(typeof actual === 'object' && actual !== null, at);
    for (const [key, value] of Object.entries(expected))
      assertHas((actual as Record<string, unknown>)[key], value, `${at}.${key}`);
  } else assert.deepEqual(actual, expected, at);
}
