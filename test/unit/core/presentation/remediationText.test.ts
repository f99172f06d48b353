import assert from 'node:assert/strict';
import { isForOtherServer, remediationTitles, workarounds } from '../../../../src/core/presentation/remediationText';
import { renderRemediationPage, renderRulePage } from '../../../../src/core/presentation/rulePage';
import type { Remediation } from '../../../../src/core/rules/rule';
import { ROUTER, RULE, X64, X86 } from '../../builders';

const REGISTRY = X64.registry ?? assert.fail('the builder has a registry remediation');
const CONFIGMGR2012: Remediation = {
  ...X64,
  id: 'configmgr2012',
  title: 'One PXE thread: ConfigMgr 2012',
  registry: {
    ...REGISTRY,
    variant: { product: 'configmgr2012' },
    article: { title: 'KB 3046055', url: 'https://support.example/kb/3046055' },
  },
};

describe('remediationTitles', () => {
  it('names what can be done with a registry change', () => {
    assert.deepEqual(remediationTitles(RULE, X64), {
      name: 'ConfigMgr 2007, 64-bit server',
      create: 'Create registry fix: ConfigMgr 2007, 64-bit server (.reg)',
      createUndo: 'Create undo for ConfigMgr 2007, 64-bit server (.reg)',
      copyCommand: 'Copy as reg.exe command: ConfigMgr 2007, 64-bit server',
      show: 'Show workaround 2: handle one PXE request at a time, ConfigMgr 2007, 64-bit server',
      node: 'Workaround 2: ConfigMgr 2007, 64-bit server (.reg)',
    });
  });

  it('names the article where it is not the one of the rule', () => {
    const rule = { ...RULE, remediations: [...RULE.remediations, CONFIGMGR2012] };
    const titles = remediationTitles(rule, CONFIGMGR2012);
    assert.equal(titles.create, 'Create registry fix: ConfigMgr 2012 (KB 3046055) (.reg)');
    assert.equal(titles.show, 'Show workaround 2: one PXE thread, ConfigMgr 2012 (KB 3046055)');
  });

  it('offers only to show a procedure', () => {
    assert.deepEqual(remediationTitles(RULE, ROUTER), {
      name: "Disable the backup router's PXE relay",
      show: "Show workaround 1: disable the backup router's PXE relay",
      node: "Workaround 1: Disable the backup router's PXE relay",
    });
  });
});

describe('workarounds', () => {
  it('counts the variants of one registry change as one workaround', () => {
    const counted = workarounds([X64, ROUTER, X86]).map(({ number, remediations }) => [
      number,
      ...remediations.map((one) => one.id),
    ]);
    assert.deepEqual(counted, [
      [1, 'configmgr2007-x64', 'configmgr2007-x86'],
      [2, 'backup-router'],
    ]);
  });
});

describe('isForOtherServer', () => {
  const bits = { bitness: { value: 32, origin: 'fault-offset' } } as const;
  const product = { product: { value: 'configmgr2012', origin: 'path' } } as const;
  const cases = [
    ['rules out the other bitness', X64, bits, true],
    ['keeps the same bitness', X86, bits, false],
    ['keeps a variant for any bitness', CONFIGMGR2012, bits, false],
    ['rules out the other product', X86, product, true],
    ['keeps everything when nothing is known', X64, {}, false],
    ['keeps procedures', ROUTER, { ...bits, ...product }, false],
  ] as const;
  for (const [title, remediation, traits, expected] of cases) {
    it(title, () => {
      assert.equal(isForOtherServer(remediation, traits), expected);
    });
  }
});

describe('renderRulePage and renderRemediationPage', () => {
  it('tell everything the rule knows', () => {
    const page = renderRulePage(RULE);
    for (const part of [RULE.title, RULE.summary, RULE.cause, ...RULE.signs.map((sign) => sign.meaning)]) {
      assert.ok(page.includes(part), part);
    }
    assert.match(page, /`HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\SMS\\PXE`: `NumberOfThreads` = 1/);
    assert.match(page, /- \[KB 2510665\]\(https:\/\/support\.example\/kb\/2510665\)/);
  });

  it('tell the steps of one remediation', () => {
    const page = renderRemediationPage(RULE, ROUTER);
    assert.match(
      page,
      /### Workaround 1: Disable the backup router's PXE relay\n\n.*\n\n1\. Remove the helper address/,
    );
    assert.doesNotMatch(page, /NumberOfThreads/);
  });
});
