import assert from 'node:assert/strict';
import { diagnosticsOf, type DiagnosticModel } from '../../../../src/core/presentation/diagnosticText';
import type { Case } from '../../../../src/core/cases/incident';
import { CATALOGUE, CRASH, crashCase, finding, FINDINGS, incident, range, SEEN, SIGNS, source } from '../../builders';

function diagnostics(caseValue: Case, path: string): readonly DiagnosticModel[] {
  return diagnosticsOf(caseValue, CATALOGUE).get(path) ?? assert.fail(`${path} has no entry`);
}

describe('diagnosticsOf', () => {
  it('gives each sign one diagnostic in the file that shows it', () => {
    const [, ended] = diagnostics(crashCase(), '/logs/System.xml');
    assert.deepEqual(ended, {
      range: FINDINGS.ended.range,
      message:
        'WDS crash, KB 2510665 (matches), sign 2 of 3 seen: The service "Windows Deployment Services Server" ended unexpectedly for the 2nd time; Windows restarts it after 120 s.',
      severity: 'error',
      source: 'WinTriage',
      code: { value: 'kb-2510665', target: 'https://support.example/kb/2510665' },
      incidentId: crashCase().incidents[0]?.id,
      findingId: FINDINGS.ended.id,
      related: [
        {
          path: '/logs/Application.xml',
          range: FINDINGS.fault.range,
          message:
            'Application Error 1000: svchost.exe_WDSServer / ntdll.dll / 0xC0000374 STATUS_HEAP_CORRUPTION, 1 s earlier',
        },
        {
          path: '/logs/Application.xml',
          range: FINDINGS.provider.range,
          message: 'WDSServer 512: WdsImgSrv, 0xC1030136, 121 s later',
        },
      ],
    });
  });

  it('takes a step back while the incident is only possible', () => {
    const shown = diagnostics(crashCase({ confidence: 'possible' }), '/logs/Application.xml');
    assert.deepEqual(
      shown.map((one) => one.severity),
      ['warning', 'information'],
    );
  });

  it('gives the same event in a second export its own diagnostic, and a repeated sign only one', () => {
    const copy = finding(SIGNS.ended, CRASH.ended, '/logs/System.csv', 3);
    const again = finding(SIGNS.ended, { ...CRASH.ended, span: { start: 900, end: 910 } }, '/logs/System.xml', 99);
    const seen = [{ sign: SIGNS.ended, findings: [FINDINGS.ended, copy, again] }];
    const found = diagnosticsOf({ sources: [], incidents: [incident(seen)] }, CATALOGUE);
    assert.deepEqual(
      [...found].map(([path, shown]) => [path, shown.map((one) => one.findingId)]),
      [
        ['/logs/System.xml', [FINDINGS.ended.id]],
        ['/logs/System.csv', [copy.id]],
      ],
    );
  });

  it('names the sign where its event was told by another sign already', () => {
    const code = { ...SIGNS.provider, id: 'code', title: 'Error information 0xC1030136' };
    const twice = finding(code, CRASH.provider, '/logs/Application.xml', 432);
    const shown = diagnosticsOf(
      { sources: [], incidents: [incident([...SEEN, { sign: code, findings: [twice] }])] },
      CATALOGUE,
    );
    assert.match(
      shown.get('/logs/Application.xml')?.[2]?.message ?? '',
      /sign 4 of 4 seen: Error information 0xC1030136\.$/,
    );
  });

  it('shows what could not be read, and says how much more there is', () => {
    const problems = [{ code: 'xml-malformed', range: range(7), detail: 'a tag\nis not closed' }] as const;
    const broken = source('/logs/Broken.xml', { problems, problemCount: 12_000 });
    assert.deepEqual(diagnostics({ sources: [broken], incidents: [] }, '/logs/Broken.xml'), [
      {
        range: range(7),
        message:
          'This event is not well-formed XML: a tag is not closed. 11,999 more problems of this file are not listed.',
        severity: 'warning',
        source: 'WinTriage',
        code: { value: 'xml-malformed' },
        related: [],
      },
    ]);
  });

  it('has an entry for a source without anything to show, so that what was shown is cleared', () => {
    assert.deepEqual(diagnostics(crashCase(), '/logs/notes.txt'), []);
  });
});
