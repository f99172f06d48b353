import { strict as assert } from 'node:assert';
import { compileInterest } from '../../../../src/core/rules/interest';
import type { Rule, Sign } from '../../../../src/core/rules/rule';
import { ruleSketch } from './ruleSketch';

function rule(...signs: readonly Pick<Sign, 'providers' | 'eventIds'>[]): Rule {
  const rest = { id: 's', title: '', source: 'System', severity: 'error', meaning: '' } as const;
  return ruleSketch({ signs: signs.map((sign) => ({ ...rest, ...sign })) });
}

const providerAliases = new Map([['older name', 'Service Control Manager']]);
const rules = [
  rule({ providers: ['Service Control Manager'], eventIds: [7031] }, { providers: ['WDSServer'], eventIds: [512] }),
  rule({ providers: ['service control manager'], eventIds: [7024] }, { providers: ['WDSServer'] }, { providers: [] }),
];

describe('compileInterest', () => {
  const interest = compileInterest({ rules, providerAliases });

  it('wants what any rule asks for', () => {
    assert.ok(interest.wants('Service Control Manager', 7031));
    assert.ok(interest.wants('Service Control Manager', 7024));
    assert.ok(!interest.wants('Service Control Manager', 7036));
    assert.ok(!interest.wants('Contoso', 7031));
    assert.ok(!interest.wants('', undefined));
  });

  it('compares providers without case and by their other names, time and again', () => {
    for (const provider of ['SERVICE CONTROL MANAGER', 'Older Name', 'SERVICE CONTROL MANAGER', 'Older Name']) {
      assert.ok(interest.wants(provider, 7031), provider);
      assert.ok(!interest.wants(provider, 7036), provider);
    }
  });

  it('wants all events of a provider when a sign names no ids', () => {
    assert.ok(interest.wants('WDSServer', 1));
    assert.ok(interest.wants('WDSServer', 512));
  });

  it('lets the provider decide when the event id is not known', () => {
    assert.ok(interest.wants('Service Control Manager', undefined));
    assert.ok(!interest.wants('Contoso', undefined));
  });

  it('goes on when a file names more providers than it remembers', () => {
    for (let index = 0; index < 10_000; index++) assert.ok(!interest.wants(`Contoso ${index}`, 7031));
    assert.ok(interest.wants('sErViCe CoNtRoL mAnAgEr', 7031));
    assert.ok(!interest.wants('Contoso 9999', 7031));
  });
});
