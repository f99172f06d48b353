import assert from 'node:assert/strict';
import { builtInKnownRegistry } from '../../../../src/catalogue';
import { KnownKeys, type Steps, allSteps, regDiagnostics, regDiagnosticsInSteps } from '../../../../src/core';
import { readReg, readRegInSteps } from '../../../../src/core/registry';

/** Keys of an export, one of which something is known of. */
const text = [
  'Windows Registry Editor Version 5.00',
  '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS\\PXE]',
  '"NumberOfThreads"=dword:00000005',
  ...Array.from({ length: 5000 }, (_, index) => `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso\\${index}]\r\n"Name"="Value"`),
].join('\r\n');
const known = new KnownKeys(builtInKnownRegistry());

/** What comes of the steps, and how many pauses they leave. */
function counted<T>(steps: Steps<T>): { readonly value: T; readonly pauses: number } {
  for (let pauses = 0; ; pauses++) {
    const { done, value } = steps.next();
    if (done) return { value, pauses };
  }
}

describe('work in steps', () => {
  it('reads a registry file with a pause at least every 64 Ki units, as it is read in one go', () => {
    const { value, pauses } = counted(readRegInSteps(text));
    assert.deepEqual(value, readReg(text));
    assert.equal(pauses, Math.floor(text.length / 0x10000));
  });

  it('looks for what is not ASCII with pauses, and finds the place of the first', () => {
    const wide = `${text}\r\n${';'.repeat(0x40000)}\r\n; é and ö\r\n`;
    const encoding = { encoding: 'utf-8', hasByteOrderMark: false } as const;
    const { value, pauses } = counted(readRegInSteps(wide, encoding));
    assert.deepEqual(value, readReg(wide, encoding));
    const at = wide.indexOf('é');
    const found = value.problems.find(({ code }) => code === 'encoding-not-ascii');
    assert.deepEqual(found?.span, { start: at, end: at + 1 });
    assert.ok(pauses > counted(readRegInSteps(wide)).pauses);
  });

  it('checks it with a pause every thousand keys, as it is checked in one go', () => {
    const document = readReg(text);
    const shown = (all: ReturnType<typeof regDiagnostics>): unknown => all.map(({ fixes, ...each }) => [each, fixes()]);
    const { value, pauses } = counted(regDiagnosticsInSteps(document, known));
    assert.deepEqual(shown(value), shown(regDiagnostics(document, known)));
    assert.equal(value.length > 0, true);
    assert.equal(pauses, 5);
  });

  it('is done at once by who does not want the pauses', () => {
    function* three(): Steps<string> {
      yield;
      yield;
      return 'done';
    }
    assert.equal(allSteps(three()), 'done');
  });
});
