/** The suite's entry: `run` is called by VS Code in the extension host. Bundled by build/bundleSuite.mjs. */
import { writeFileSync } from 'node:fs';
import { format } from 'node:util';
import Mocha from 'mocha';
import { testFiles } from 'wintriage-suite';

/** Only so that a hang ends: twice the patience of `eventually`, which says what it waited for. Milliseconds. */
const testTimeout = 240_000;

/** Runs all test files that stand beside this file; rejects when a test failed or when none ran. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: testTimeout, color: false, forbidOnly: isCi(), forbidPending: true });
  const wanted = process.env['WINTRIAGE_SUITE_GREP'];
  if (wanted !== undefined) mocha.grep(wanted);
  Mocha.reporters.Base.consoleLog = (...lines: readonly unknown[]) => {
    console.log(`[suite] ${format(...lines)}`);
  };
  for (const file of testFiles) {
    mocha.suite.emit('pre-require', globalThis, file.path, mocha);
    await file.define();
  }
  const { passes, failures } = await runMocha(mocha);
  writeTotals(passes, failures);
  if (failures > 0) throw new Error(`${failures} tests failed`);
  if (passes === 0) throw new Error('No test ran');
}

function isCi(): boolean {
  return process.env['CI'] !== undefined;
}

function runMocha(mocha: Mocha): Promise<Mocha.Stats> {
  return new Promise((resolve, reject) => {
    const runner = mocha.run(() => {
      if (runner.stats === undefined) reject(new Error('mocha counted nothing'));
      else resolve(runner.stats);
    });
  });
}

/** An editor that never ran the suite may still exit with 0, so the harness wants to see these. */
function writeTotals(passes: number, failures: number): void {
  const path = process.env['WINTRIAGE_SUITE_TOTALS'];
  if (path !== undefined) writeFileSync(path, JSON.stringify({ passes, failures }));
}
