import assert from 'node:assert/strict';
import { loadBuiltInCatalogue } from '../../../../src/catalogue';
import { SourceScan, renderStatus } from '../../../../src/core';
import { logLine } from '../formats/cmTrace/samples';

function statusOf(lines: readonly string[]) {
  const scan = new SourceScan('smspxe.log', loadBuiltInCatalogue(), { dateOrder: 'auto' });
  scan.push(lines.join('\r\n'));
  return renderStatus(scan.finish('utf-8'));
}

describe('the status item of a CMTrace log', () => {
  it('counts entries, errors and warnings, and says how the bias was read', () => {
    const lines = ['1', '2', '3', '3'].map((type) => logLine({ message: 'x', type }));
    assert.deepEqual(statusOf(lines), {
      text: '4 entries',
      detail: 'CMTrace log · UTF-8 · 2 errors · 1 warning · all of it read · bias read as minutes west of UTC',
      severity: 'information',
    });
  });

  it('says what was not read, and nothing of a bias where there is none', () => {
    const status = statusOf([
      logLine({ message: 'x', time: '11:45:37.549' }),
      'no entry',
      logLine({ message: 'y', time: '11:45:38' }),
    ]);
    assert.equal(status?.detail, 'CMTrace log · UTF-8 · 0 errors · 0 warnings · 1 problem');
    assert.equal(status.severity, 'warning');
  });
});
