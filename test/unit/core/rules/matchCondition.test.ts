import { strict as assert } from 'node:assert';
import { type Evidence, matchCondition } from '../../../../src/core/rules/matchCondition';
import type { Condition, Sample } from '../../../../src/core/rules/rule';
import { sampleRecord } from '../../catalogue/sampleRecord';

type Content = Pick<Sample, 'data' | 'message' | 'binary'>;

function record(content: Content): Evidence {
  return sampleRecord({ title: '', provider: 'P', ...content });
}

/** The condition holds of each of `yes` and of none of `no`. */
function check(
  condition: Condition,
  { yes, no }: { readonly yes: readonly Content[]; readonly no: readonly Content[] },
) {
  for (const content of yes) assert.ok(matchCondition(condition, record(content)), JSON.stringify(content));
  for (const content of no) assert.ok(!matchCondition(condition, record(content)), JSON.stringify(content));
}

const named = (name: string, value: string) => ({ name, value });

describe('matchCondition', () => {
  it('compares an insertion string by name, or by number from 1', () => {
    check(
      { value: ['param1', 2], oneOf: ['WDSServer'] },
      {
        yes: [
          { data: [named('param1', 'WDSServer')] },
          { data: [named('PARAM1', 'wdsserver'), 'x'] },
          { data: ['x', ' WDSServer\n'] },
        ],
        no: [{ data: ['WDSServer'] }, { data: [named('param1', 'x'), 'WDSServer'] }, { data: ['x', 'WDSServer2'] }, {}],
      },
    );
  });

  it('folds case and white space', () => {
    check(
      { value: [1], oneOf: ['Windows Deployment Services Server'] },
      {
        yes: [
          { data: ['windows  deployment\u00a0services\tserver'] },
          { message: 'The WINDOWS\r\nDeployment Services  Server service' },
        ],
        no: [{ data: ['WindowsDeployment Services Server'] }],
      },
    );
  });

  it('looks for a whole word in a message when the insertion string is missing', () => {
    check(
      { value: [1], oneOf: ['WDSServer'] },
      {
        yes: [
          { message: 'WDSServer' },
          { message: 'MyWDSServer, WDSServer.' },
          { message: 'サービスWDSServerは停止しました' },
          { data: [], message: '"WDSServer"' },
        ],
        no: [
          { message: 'WDSServer2' },
          { message: 'svchost.exe_WDSServer' },
          { message: 'éWDSServer' },
          { data: ['x'], message: 'WDSServer' },
        ],
      },
    );
  });

  it('finds a part of an insertion string or of a message', () => {
    check(
      { value: [2], contains: ['WdsImgSrv.dll'] },
      {
        yes: [{ data: ['x', 'C:\\Windows\\system32\\wdsimgsrv.dll'] }, { message: 'from C:\\WDSIMGSRV.DLL.' }],
        no: [{ data: ['WdsImgSrv.dll', 'x'] }, { data: ['x', ''] }, { message: 'WdsImgSrv' }],
      },
    );
  });

  it('compares codes as numbers', () => {
    check(
      { value: ['ExceptionCode', 1], code: ['0xC0000374', '0x4005'] },
      {
        yes: [
          { data: ['c0000374'] },
          { data: ['-1073740940'] },
          { data: ['%%16389'] },
          { data: ['16389 (0x4005)'] },
          { data: ['x', named('ExceptionCode', '0xC0000374')] },
          { message: 'exception code 0xC0000374, fault' },
          { data: ['error 0x4005 of the service'] },
        ],
        no: [
          { data: ['c0000375'] },
          { data: ['4005'] },
          { data: ['x', 'c0000374'] },
          { message: 'version 6.1.16389' },
          {},
        ],
      },
    );
  });

  it('tells whether an insertion string is a code at all', () => {
    check(
      { value: [1], isCode: true },
      {
        yes: [{ data: ['5'] }, { data: ['c0000005'] }, { message: 'code: 0xC0000005' }],
        no: [{ data: ['unknown'] }, { data: [''] }, { message: 'code: 0x5' }, {}],
      },
    );
  });

  it('finds a code in any insertion string or in the message', () => {
    check(
      { anyCode: ['0xC1030104'] },
      {
        yes: [{ data: ['WdsImgSrv', 'dll', '3238199556'] }, { data: ['x'], message: 'Error Information: 0xC1030104' }],
        no: [{ data: ['0xC1030136'] }, { message: '0xC10301040' }, {}],
      },
    );
  });

  it('tells whether another code is stated', () => {
    check(
      { noOtherCode: ['0xC1030104'] },
      {
        yes: [
          {},
          { data: ['WdsImgSrv', 'C:\\Windows\\system32\\WdsImgSrv.dll'] },
          { data: ['WdsImgSrv', 'dll', '-1056767740'] },
          { message: 'after 120000 milliseconds: 0xC1030104' },
        ],
        no: [
          { data: ['5'] },
          { data: ['WdsImgSrv', 'dll', '0x5'] },
          { data: ['0xC1030104', '0x5'] },
          { message: 'Error Information: 0x5' },
          { message: '0xC1030104 or %%5' },
          { data: ['x'], message: '0xC107010C' },
        ],
      },
    );
  });

  it('reads the service name in the binary data', () => {
    check(
      { binaryText: ['WDSServer'] },
      {
        yes: [
          { binary: '5700440053005300650072007600650072000000' },
          { binary: '7700640073007300650072007600650072002F0031000000' },
        ],
        no: [{ binary: '57004400530053006500720076006500720032000000' }, { binary: '00' }, {}],
      },
    );
  });

  it('looks at the message alone when told so', () => {
    check(
      { messageContains: ['was shutdown successfully'] },
      {
        yes: [{ data: ['x'], message: 'Provider x was  shutdown successfully.' }],
        no: [{ data: ['was shutdown successfully'] }],
      },
    );
  });

  it('combines conditions', () => {
    const one: Condition = { value: [1], oneOf: ['1'] };
    const two: Condition = { value: [2], oneOf: ['2'] };
    const [both, first, none] = [{ data: ['1', '2'] }, { data: ['1', 'x'] }, { data: ['x', 'x'] }];
    check({ all: [one, two] }, { yes: [both], no: [first, none] });
    check({ any: [one, two] }, { yes: [both, first], no: [none] });
    check({ not: one }, { yes: [none], no: [both, first] });
    check({ all: [one, { not: { any: [two] } }] }, { yes: [first], no: [both, none] });
  });
});
