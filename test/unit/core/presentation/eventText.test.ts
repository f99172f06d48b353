import assert from 'node:assert/strict';
import { describeEvent, eventCodes } from '../../../../src/core/presentation/eventText';
import { CATALOGUE, CRASH, event, type EventSketch } from '../../builders';

const SCM = 'Service Control Manager';
const WDS = 'Windows Deployment Services Server';

describe('describeEvent', () => {
  const cases: readonly (readonly [title: string, sketch: EventSketch, sentence: string, brief: string])[] = [
    [
      'tells a service that failed to start',
      { provider: SCM, id: 7000, data: ['Contoso Agent', '%%5'] },
      'The service "Contoso Agent" failed to start: 0x5 ERROR_ACCESS_DENIED.',
      'Contoso Agent, 0x5 ERROR_ACCESS_DENIED',
    ],
    [
      'tells a timeout',
      { provider: SCM, id: 7009, data: ['30000', 'Contoso Agent'] },
      'The service "Contoso Agent" did not connect within 30 s of its start.',
      'Contoso Agent, no answer for 30 s',
    ],
    [
      'tells a service that ended with an HRESULT',
      { provider: SCM, id: 7023, data: ['Contoso Agent', '%%2147942414'] },
      'The service "Contoso Agent" ended with an error: 0x8007000E ERROR_OUTOFMEMORY.',
      'Contoso Agent, 0x8007000E ERROR_OUTOFMEMORY',
    ],
    [
      'tells a service-specific error',
      { provider: SCM, id: 7024, data: [WDS, '16389 (0x4005)'] },
      `The service "${WDS}" ended with an error number of its own: 0x4005.`,
      'service-specific error 0x4005',
    ],
    [
      'tells the recovery action by its number, whatever the language',
      { provider: SCM, id: 7031, data: [WDS, '3', '120000', '1', 'Neustart des Diensts'] },
      `The service "${WDS}" ended unexpectedly for the 3rd time; Windows restarts it after 120 s.`,
      '3rd time, restart after 120 s',
    ],
    [
      'tells the recovery action by its English text where the number is not known',
      { provider: SCM, id: 7031, data: [WDS, '1', '120000', '', 'Restart the service'] },
      `The service "${WDS}" ended unexpectedly for the 1st time; Windows restarts it after 120 s.`,
      '1st time, restart after 120 s',
    ],
    [
      'quotes a recovery action that it does not know',
      { provider: SCM, id: 7031, data: [WDS, '1', '0', '', 'Neustart des Diensts'] },
      `The service "${WDS}" ended unexpectedly for the 1st time; planned action after 0 ms: "Neustart des Diensts".`,
      '1st time',
    ],
    [
      'tells a service without recovery',
      { provider: SCM, id: 7034, data: [WDS, '11'] },
      `The service "${WDS}" ended unexpectedly for the 11th time; no recovery action is set.`,
      '11th time, no recovery action',
    ],
    [
      'knows a provider by its name in another language',
      { provider: 'Dienststeuerungs-Manager', id: 7036, data: ['Contoso Agent', 'beendet'] },
      'The service "Contoso Agent" entered the state "beendet".',
      'Contoso Agent: beendet',
    ],
    [
      'reads named insertion strings by their names',
      {
        provider: 'Application Error',
        id: 1000,
        data: [
          { name: 'ModuleName', value: 'ntdll.dll' },
          { name: 'AppName', value: 'contoso.exe' },
          { name: 'ExceptionCode', value: '0xC0000005' },
        ],
      },
      'The program contoso.exe crashed in ntdll.dll with exception 0xC0000005 STATUS_ACCESS_VIOLATION.',
      'contoso.exe / ntdll.dll / 0xC0000005 STATUS_ACCESS_VIOLATION',
    ],
    [
      'compares WDS providers without case',
      { provider: 'WdsImgSrv', id: 258, data: ['-1056767690'] },
      'The WDS image server could not be initialized: 0xC1030136.',
      '0xC1030136',
    ],
    [
      'falls back to what the event always means',
      { provider: SCM, id: 7031, message: 'Der Dienst wurde unerwartet beendet.' },
      'A service ended unexpectedly.',
      '',
    ],
    [
      'gives the first line of the message of an unknown event',
      { provider: 'Contoso', id: 42, message: 'Backup failed.\r\nMore.' },
      'Backup failed.',
      'Backup failed.',
    ],
    ['says that an unknown event has no message', { provider: 'Contoso', id: 42 }, 'The event has no message.', ''],
  ];
  for (const [title, sketch, sentence, brief] of cases) {
    it(title, () => {
      const text = describeEvent(event(sketch), CATALOGUE);
      assert.deepEqual({ sentence: text.sentence, brief: text.brief }, { sentence, brief });
    });
  }

  it('tells the service that a service host ran', () => {
    const text = describeEvent(CRASH.fault, CATALOGUE);
    assert.equal(
      text.sentence,
      'The service WDSServer (in svchost.exe) crashed in ntdll.dll with exception 0xC0000374 STATUS_HEAP_CORRUPTION.',
    );
  });

  it('says that an id was inferred', () => {
    const text = describeEvent(event({ provider: 'WDSServer', id: 512, inferred: true }), CATALOGUE);
    assert.equal(text.name, 'WDSServer 512 (id inferred)');
  });

  it('keeps text of the log on one line', () => {
    const text = describeEvent(event({ provider: SCM, id: 7036, data: ['a\r\n\u202eb', 'c'] }), CATALOGUE);
    assert.equal(text.sentence, 'The service "a ‹U+202E›b" entered the state "c".');
  });
});

describe('eventCodes', () => {
  const cases: readonly (readonly [title: string, sketch: EventSketch, codes: readonly unknown[]])[] = [
    [
      'finds the exception code of a crash',
      { provider: 'Application Error', id: 1000, data: ['a', 'b', 'c0ffee00', 'd', 'e', 'f', 'c0000374'] },
      [{ kind: 'exception', value: 0xc0000374 }],
    ],
    [
      'takes only known codes from the message of a crash, which holds time stamps too',
      { provider: 'Application Error', id: 1000, message: 'time stamp 0xc9e0421d, exception code 0xc0000374' },
      [{ kind: 'exception', value: 0xc0000374 }],
    ],
    [
      'finds the error information of WDS, small numbers too',
      { provider: 'WDSServer', id: 257, message: 'Could not start.\n\nError Information: 0x5' },
      [{ kind: 'any', value: 5 }],
    ],
    [
      'finds error codes in events that are not known',
      { provider: 'Contoso', id: 1, data: ['handle 0x3e7', 'failed with 0x80004005', '0x80004005'] },
      [{ kind: 'any', value: 0x80004005 }],
    ],
    [
      'finds none in versions and counts',
      { provider: 'Contoso', id: 1, data: ['6.1.7600.16385', '3221226356'] },
      [{ kind: 'any', value: 0xc0000374 }],
    ],
  ];
  for (const [title, sketch, codes] of cases) {
    it(title, () => {
      assert.deepEqual(eventCodes(event(sketch), CATALOGUE), codes);
    });
  }
});
