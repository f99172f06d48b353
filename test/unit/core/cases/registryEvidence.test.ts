import assert from 'node:assert/strict';
import type { Incident } from '../../../../src/core';
import { regDataText } from '../../../../src/core/presentation/regDataText';
import { SMS, SMS32, catalogue, exported, incidentWith, scan } from '../registryCase';
import { correlate } from '../../../../src/core';

const THREADS = '"NumberOfThreads"=dword:0000000';

/** Fix and status of each setting, with its data. */
function shown({ registryState }: Incident): readonly string[] {
  return (registryState?.settings ?? []).map(
    ({ remediationId, status, data }) => `${remediationId} ${status}${data ? ` ${regDataText(data)}` : ''}`,
  );
}

describe('registry exports as evidence', () => {
  it('tell that the value is not set, and choose the fix by the keys that are there', () => {
    const incident = incidentWith({ 'case/sms.reg': exported([`[${SMS}]`], [`[${SMS}\\DP]`, '"x"="y"']) });
    assert.deepEqual(shown(incident), [
      'configmgr2007-x64 unknown',
      'configmgr2007-x86 key-missing',
      'configmgr2012 not-set',
    ]);
    assert.deepEqual(incident.registryState?.sources, [{ path: 'case/sms.reg', origin: 'only-server' }]);
    assert.deepEqual(incident.traits.product, { value: 'configmgr2012', origin: 'registry' });
    assert.equal(incident.preferredRemediation, 'configmgr2012');
  });

  it('tell the data that is there, its place, and that Windows is 64-bit', () => {
    const incident = incidentWith({ 'case/pxe.reg': exported([`[${SMS32}\\PXE]`, '"a"="b"', `${THREADS}8`]) });
    assert.deepEqual(shown(incident), [
      'configmgr2007-x64 other REG_DWORD 0x00000008 (8)',
      'configmgr2007-x86 unknown',
      'configmgr2012 unknown',
    ]);
    const [setting] = incident.registryState?.settings ?? [];
    assert.deepEqual(setting?.range, { start: { line: 4, column: 0 }, end: { line: 4, column: 32 } });
    assert.deepEqual(incident.traits, {
      bitness: { value: 64, origin: 'registry' },
      product: { value: 'configmgr2007', origin: 'registry' },
    });
    assert.equal(incident.preferredRemediation, 'configmgr2007-x64');
  });

  it('prefer the first workaround when the fix is in place already', () => {
    const incident = incidentWith({ 'case/pxe.reg': exported([`[${SMS32}\\PXE]`, `${THREADS}1`]) });
    assert.equal(shown(incident)[0], 'configmgr2007-x64 in-place REG_DWORD 0x00000001 (1)');
    assert.equal(incident.preferredRemediation, 'disable-backup-router-relay');
  });

  it('take a value of another type for another value', () => {
    const incident = incidentWith({ 'case/pxe.reg': exported([`[${SMS}\\DP]`, '"numberofthreads"="1"']) });
    assert.equal(shown(incident)[2], 'configmgr2012 other REG_SZ "1"');
  });

  it('know from an export of the whole branch that Windows is 32-bit', () => {
    const software = 'HKEY_LOCAL_MACHINE\\SOFTWARE';
    const incident = incidentWith({
      'case/all.reg': exported([`[${software}]`], [`[${software}\\Microsoft]`], [`[${SMS}]`], [`[${SMS}\\PXE]`]),
    });
    assert.deepEqual(incident.traits.bitness, { value: 32, origin: 'registry' });
    assert.equal(incident.preferredRemediation, 'configmgr2007-x86');
  });

  it('leave the product open where both keys are there', () => {
    const incident = incidentWith({ 'case/sms.reg': exported([`[${SMS}]`], [`[${SMS}\\DP]`], [`[${SMS}\\PXE]`]) });
    assert.equal(incident.traits.product, undefined);
  });

  it('say nothing of keys that they do not cover', () => {
    const incident = incidentWith({ 'case/other.reg': exported(['[HKEY_LOCAL_MACHINE\\SYSTEM\\Contoso]', '"a"="b"']) });
    assert.deepEqual(
      incident.registryState?.settings.map(({ status }) => status),
      ['unknown', 'unknown', 'unknown'],
    );
    assert.equal(incident.preferredRemediation, incidentWith({}).preferredRemediation);
    assert.equal(incidentWith({}).registryState, undefined);
  });

  it('do not decide between exports that differ', () => {
    const incident = incidentWith({
      'case/after.reg': exported([`[${SMS}\\DP]`, `${THREADS}1`]),
      'case/before.reg': exported([`[${SMS}\\DP]`, `${THREADS}8`]),
      'case/other.reg': exported(['[HKEY_CURRENT_USER\\Contoso]']),
    });
    assert.equal(shown(incident)[2], 'configmgr2012 exports-differ');
    const same = incidentWith({
      'case/after.reg': exported([`[${SMS}\\DP]`, `${THREADS}8`]),
      'case/before.reg': exported([`[${SMS}\\DP]`, `${THREADS}8`]),
    });
    assert.equal(shown(same)[2], 'configmgr2012 other REG_DWORD 0x00000008 (8)');
  });

  it('are read from the output of reg query as well', () => {
    const query = `\r\n${SMS32}\\PXE\r\n    (Standard)    REG_SZ    x\r\n    NumberOfThreads    REG_DWORD    0x8\r\n\r\n`;
    const incident = incidentWith({ 'case/pxe.txt': query });
    assert.equal(shown(incident)[0], 'configmgr2007-x64 other REG_DWORD 0x00000008 (8)');
    assert.deepEqual(incident.registryState?.settings[0]?.range?.start, { line: 3, column: 4 });
    const source = scan('case/pxe.txt', query);
    assert.deepEqual([source.format, source.recordCount, source.problems], ['reg-query', 2, []]);
  });

  it('are no files that were made to change a registry', () => {
    const fix = exported([`[${SMS}\\DP]`, `${THREADS}1`]);
    const files = [fix.trimEnd(), `${fix}; comment\r\n`, `${fix}[-${SMS}\\x]\r\n\r\n`, fix.replace('5.00', '6.00')];
    for (const file of files) assert.equal(incidentWith({ 'case/fix.reg': file }).registryState, undefined, file);
    assert.equal(scan('fix.reg', fix).format, 'reg');
  });
});

describe('the server of a registry export', () => {
  const EVENT = (computer: string): string =>
    `<Events><Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Service Control Manager"/><EventID>7031</EventID><Level>2</Level><TimeCreated SystemTime="2012-03-14T09:14:08Z"/><Computer>${computer}</Computer></System><EventData><Data>Windows Deployment Services Server</Data><Data>2</Data><Data>120000</Data><Data>1</Data><Data>Restart the service</Data></EventData></Event></Events>`;
  const DP = exported([`[${SMS}\\DP]`, `${THREADS}8`]);
  const sources = (registry: string) => [
    scan('one/System.xml', EVENT('PXE01.contoso.example')),
    scan('two/System.xml', EVENT('PXE02.contoso.example')),
    scan(registry, DP),
  ];
  const origins = (registry: string, registryComputers?: ReadonlyMap<string, string>) =>
    correlate(sources(registry), catalogue, {
      windowMinutes: 10,
      localOffsetMinutes: undefined,
      unnamedComputer: 'folder',
      ...(registryComputers && { registryComputers }),
    }).incidents.map(({ registryState }) => registryState?.sources[0]?.origin);

  it('is the one of its folder when there are several, and none outside', () => {
    assert.deepEqual(origins('one/dp.reg'), ['folder', undefined]);
    assert.deepEqual(origins('two/dp.reg'), [undefined, 'folder']);
    assert.deepEqual(origins('dp.reg'), [undefined, undefined]);
  });

  it('is the one that somebody chose, by its short or long name', () => {
    assert.deepEqual(origins('one/dp.reg', new Map([['one/dp.reg', 'pxe02']])), [undefined, 'chosen']);
    assert.deepEqual(origins('dp.reg', new Map([['dp.reg', 'PXE01.contoso.example']])), ['chosen', undefined]);
    assert.deepEqual(origins('one/dp.reg', new Map([['one/dp.reg', '']])), [undefined, undefined]);
  });

  it('can be chosen for a file that has not the form of an export', () => {
    const chosen = { registryComputers: new Map([['case/fix.reg', 'PXE01']]) };
    const incident = incidentWith({ 'case/fix.reg': `${exported([`[${SMS}\\DP]`, `${THREADS}1`])}; mine\r\n` }, chosen);
    assert.equal(incident.registryState?.sources[0]?.origin, 'chosen');
  });
});
