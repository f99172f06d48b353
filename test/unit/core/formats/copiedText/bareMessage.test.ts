import assert from 'node:assert/strict';
import { checkPlaces, lines, recordIn, recordsIn, summariesOf } from './check';

const CRASH = lines(
  'Faulting application name: svchost.exe_WDSServer, version: 6.1.7600.16385, time stamp: 0x4a5bc3c1',
  'Faulting module name: ntdll.dll, version: 6.1.7600.16559, time stamp: 0x4ba9b802',
  'Exception code: 0xc0000374',
  'Fault offset: 0x00000000000c6df2',
  'Faulting process id: 0x4d8',
  'Faulting application start time: 0x01cbd7e3a1b2c3d4',
  'Faulting application path: C:\\Windows\\system32\\svchost.exe',
  'Faulting module path: C:\\Windows\\SYSTEM32\\ntdll.dll',
);
const REPORT = 'Report Id: 8ec0024c-0000-0000-0000-000000000000';

describe('a message with nothing around it', () => {
  it('is an event whose provider and id are inferred', () => {
    const { provider, eventId, eventIdInferred, level, timeCreated } = recordIn(lines(CRASH, REPORT));
    assert.deepEqual([provider.value, eventId?.value, eventIdInferred], ['Application Error', 1000, true]);
    assert.deepEqual([level, timeCreated], [undefined, undefined]);
  });

  it('has its first line as the place of provider and id', () => {
    checkPlaces(
      lines(
        'Error',
        '«««Faulting application name: a.exe, version: 1.0, time stamp: 0x1»»',
        'Faulting module name: b.dll»',
        '',
        'Help!',
      ),
      [(record) => record.span, (record) => record.provider, (record) => record.eventId],
    );
  });

  it('ends where its template does', () => {
    assert.equal(recordIn(lines(CRASH, REPORT, 'Can anybody help?')).message?.value, lines(CRASH, REPORT));
    assert.equal(recordIn(lines(CRASH, REPORT, '', 'Can anybody help?')).message?.value, lines(CRASH, REPORT));
  });

  it('ends with its paragraph when it was cut off', () => {
    assert.equal(recordIn(lines(CRASH, '', 'Can anybody help?')).message?.value, CRASH);
  });

  it('may be in the list form of other prose', () => {
    const text = lines(
      'The following may be seen:',
      '',
      '1. The Windows Deployment Services (WDS) Server service terminated with service-specific error 16389 (0x4005).',
      '- An error occurred while trying to initialize the Windows Deployment Services image server.',
      '',
      '  Error Information: 0x5',
      '',
      'This is why the service has crashed.',
    );
    assert.deepEqual(summariesOf(recordsIn(text)), [
      'Service Control Manager 7024*, -, -, -: The Windows Deployment Services (WDS) Server service terminated with ' +
        'service-specific error 16389 (0x4005).',
      'WDSIMGSRV 258*, -, -, -: An error occurred while trying to initialize the Windows Deployment Services image ' +
        'server.\n\n  Error Information: 0x5',
    ]);
  });

  it('is told from the next one, also without a blank line between them', () => {
    assert.deepEqual(
      recordsIn(lines(CRASH, CRASH, REPORT, CRASH)).map(({ message }) => message?.value),
      [CRASH, lines(CRASH, REPORT), CRASH],
    );
  });

  it('is read in the one-line form of Windows Server 2008, also with a line break in it', () => {
    const text =
      'Faulting application svchost.exe_WDSServer, version 6.0.6001.18000, time stamp 0x47918b89, faulting module ' +
      'ntdll.dll, version 6.0.6001.18000, time stamp 0x4791a7a6, exception code 0xc0000374, fault offset 0x000afaf8,\r\n' +
      'process id 0x7c4, application start time 0x01cbe2f1c3d4e5f6.';
    assert.deepEqual(summariesOf(recordsIn(text)), [`Application Error 1000*, -, -, -: ${text}`]);
  });

  it('is not prose with some of its words', () => {
    const prose = lines(
      'The Windows Deployment Services Server service has crashed and is in a hung state.',
      'Faulting application names are listed below.',
      'The X service terminated unexpectedly, so we restarted it.',
      'The X service terminated unexpectedly.  It has done this 3 time(s). Then it stayed down.',
      'Provider of the service',
    );
    assert.deepEqual(recordsIn(prose), []);
  });
});
