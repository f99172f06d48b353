import assert from 'node:assert/strict';
import { jsonReport } from '../../../../src/core/presentation/jsonReport';
import { crashCase, event, finding, FINDINGS, SIGNS, source } from '../../builders';

describe('jsonReport', () => {
  it('describes the sources, with places from 1', () => {
    assert.deepEqual(jsonReport(crashCase()).sources[1], {
      path: '/logs/System.xml',
      format: 'event-xml',
      encoding: 'utf-16le',
      recordCount: 300,
      firstTime: '2012-02-14T00:00:05Z',
      lastTime: '2012-03-14T17:40:00Z',
      biasDirection: null,
      dateOrder: null,
      coverage: { missing: {}, problemCounts: {}, skippedLines: 0, findingsLeftOut: 0 },
      problemCount: 1,
      problems: [
        {
          code: 'xml-cut-off',
          message: 'The end of this event is missing, as where a file was cut off; what there is of it was read.',
          line: 901,
          column: 1,
        },
      ],
    });
  });

  it('has null where a source is not known', () => {
    const { format, firstTime, lastTime } = jsonReport(crashCase()).sources[2] ?? assert.fail();
    assert.deepEqual([format, firstTime, lastTime], [null, null, null]);
  });

  it('lists every finding', () => {
    const { findings } = jsonReport(crashCase());
    assert.deepEqual(findings[0], {
      id: FINDINGS.fault.id,
      ruleId: 'kb-2510665',
      signId: 'svchost-crash',
      path: '/logs/Application.xml',
      line: 412,
      column: 5,
      endLine: 412,
      endColumn: 9,
      provider: 'Application Error',
      eventId: 1000,
      eventIdInferred: false,
      level: 2,
      timeCreated: '2012-03-14T09:14:07Z',
      computer: 'PXE01.fabrikam.example',
    });
    assert.equal(findings.length, 3);
  });

  it('has findings that are in no incident, with null for what is not known', () => {
    const lone = finding(SIGNS.ended, event({ provider: 'X', time: '2012-03-14T10:14:08' }), 'a.txt', 0);
    const report = jsonReport({ sources: [source('a.txt', { findings: [lone] })], incidents: [] });
    const [found] = report.findings;
    assert.deepEqual(
      [found?.eventId, found?.level, found?.computer, found?.timeCreated],
      [null, null, null, '2012-03-14T10:14:08'],
    );
  });

  it('describes the incidents', () => {
    const caseValue = crashCase({ caveats: [{ kind: 'times-missing' }], computer: undefined });
    assert.deepEqual(jsonReport(caseValue).incidents, [
      {
        id: caseValue.incidents[0]?.id,
        ruleId: 'kb-2510665',
        title: 'WDS crashes when two relays forward the same PXE request',
        references: [{ title: 'KB 2510665', url: 'https://support.example/kb/2510665' }],
        computer: null,
        confidence: 'matches',
        severity: 'error',
        firstTime: '2012-03-14T09:14:07Z',
        lastTime: '2012-03-14T09:16:09Z',
        findings: [FINDINGS.fault.id, FINDINGS.ended.id, FINDINGS.provider.id],
        missingSigns: ['duplicate-request'],
        remediations: [
          { id: 'backup-router', title: "Disable the backup router's PXE relay" },
          { id: 'configmgr2007-x64', title: 'Handle one PXE request at a time' },
          { id: 'configmgr2007-x86', title: 'Handle one PXE request at a time' },
        ],
        bitness: null,
        product: null,
        registryState: null,
        preferredRemediation: null,
        caveats: [
          {
            kind: 'times-missing',
            text: 'The events have no time: whether they belong to one crash cannot be told.',
          },
        ],
      },
    ]);
  });

  it('survives being written as JSON', () => {
    const report = jsonReport(crashCase());
    assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
    assert.equal(report.schemaVersion, 1);
  });
});
