import assert from 'node:assert/strict';
import { exportChoice, fixChoice, serverChoice } from '../../../../src/core/presentation/choiceText';
import { CATALOGUE, SIGNS, event, finding, incident } from '../../builders';

const times = { displayZone: 'utc' } as const;

describe('lines of a choice', () => {
  it('say of a fix for which incident it is, as several may offer the same', () => {
    const record = event({ provider: 'Service Control Manager', id: 7031, time: '2012-03-14T09:14:08Z' });
    const found = incident([{ sign: SIGNS.ended, findings: [finding(SIGNS.ended, record, '/logs/System.xml', 0)] }], {
      computer: 'PXE01 $(bug)',
    });
    const rule = CATALOGUE.rules.find(({ id }) => id === found.ruleId) ?? assert.fail();
    const remediation = found.remediations.find(({ registry }) => registry) ?? assert.fail();
    const { label, description } = fixChoice(found, { rule, remediation }, times);
    assert.match(label, /ConfigMgr/);
    assert.equal(description, `${found.shortTitle} · PXE01 \\$(bug) · 2012-03-14 09:14:08 UTC`);
  });

  it('show names of servers and files as they are', () => {
    assert.equal(serverChoice('PXE\u202e01$(x)'), 'PXE‹U+202E›01\\$(x)');
    assert.deepEqual(exportChoice('/logs/$(a)/pxe.reg'), { label: 'pxe.reg', description: '/logs/\\$(a)/pxe.reg' });
  });
});
