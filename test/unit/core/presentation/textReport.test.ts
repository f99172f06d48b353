import assert from 'node:assert/strict';
import {
  renderIncidentReport,
  renderTextReport,
  type ReportSettings,
} from '../../../../src/core/presentation/textReport';
import { CATALOGUE, crashCase, incident, range, SEEN, source } from '../../builders';
import { assertGolden } from '../../golden';

const settings: ReportSettings = { times: { displayZone: 'utc' }, milliseconds: 90 };

describe('renderTextReport', () => {
  it('tells incidents, what is missing, what to do, and which files were not read', () => {
    const caseValue = crashCase({ caveats: [{ kind: 'event-id-inferred', paths: ['/logs/Application.xml'] }] });
    assertGolden('report', renderTextReport(caseValue, CATALOGUE, settings));
  });

  it('adds colour only on request, and nothing but colour', () => {
    const colored = renderTextReport(crashCase(), CATALOGUE, { ...settings, color: true });
    assert.match(colored, /\u001b\[31m✖/);
    assert.equal(colored.replace(/\u001b\[\d+m/g, ''), renderTextReport(crashCase(), CATALOGUE, settings));
  });

  it('says that nothing was found', () => {
    const caseValue = { sources: [source('a.xml', { recordCount: 1_204_311 })], incidents: [] };
    assert.equal(
      renderTextReport(caseValue, CATALOGUE, settings),
      'a.xml: Event XML, UTF-8, 1,204,311 events, all of it read\n1 file, 1,204,311 events, 0.09 s. No incidents.\n',
    );
  });

  it('stops listing the problems of a file after the first ones', () => {
    const problems = Array.from({ length: 8 }, (_, line) => ({ code: 'row-too-short' as const, range: range(line) }));
    const caseValue = { sources: [source('a.csv', { problems, problemCount: 2000 })], incidents: [] };
    const lines = renderTextReport(caseValue, CATALOGUE, settings).split('\n');
    assert.equal(lines[0], 'a.csv: Event XML, UTF-8, 300 events, 2,000 problems');
    assert.equal(lines[1], 'a.csv:1:5: warning: This row has fewer fields than an event needs.');
    assert.equal(lines[6], 'a.csv: 1,995 more problems');
  });

  it('offers only the variants that can be of this server', () => {
    const caseValue = crashCase({ traits: { bitness: { value: 32, origin: 'setting' } } });
    const report = renderTextReport(caseValue, CATALOGUE, settings);
    assert.match(report, /--variant configmgr2007-x86 /);
    assert.doesNotMatch(report, /configmgr2007-x64/);
  });

  it('tells what is missing and what to do once for incidents in a row that have the same', () => {
    const { sources } = crashCase();
    const one = incident(SEEN);
    const incidents = [one, { ...one, id: 'later' }, { ...one, id: 'other', missing: [] }];
    const lines = renderTextReport({ sources, incidents }, CATALOGUE, settings).split('\n');
    const of = (start: RegExp) => lines.filter((line) => start.test(line)).length;
    assert.equal(of(/^ {2}✖/), 3);
    assert.equal(of(/^ {6}missing:/), 1);
    assert.equal(of(/^ {6}what is missing, notes and fixes: as above$/), 1);
    assert.equal(of(/^ {6}see:/), 2);
  });

  it('does not refer above to the incident of another server', () => {
    const one = incident(SEEN);
    const incidents = [one, { ...one, id: 'other', computer: 'WDS-B' }];
    assert.doesNotMatch(renderTextReport({ sources: [], incidents }, CATALOGUE, settings), /as above/);
  });

  it('keeps servers without a name apart by their folders', () => {
    const of = (folder: string) =>
      incident(SEEN, {
        id: folder,
        computer: undefined,
        caveats: [{ kind: 'computer-assumed', unit: 'folder', folder, computer: undefined }],
      });
    const report = renderTextReport({ sources: [], incidents: [of('a'), of('b')] }, CATALOGUE, settings);
    assert.match(report, /^Server not named in the logs \(a\)\n[^]*^Server not named in the logs \(b\)\n/m);
  });

  it('says what the words for the confidence claim', () => {
    const one = incident(SEEN);
    const report = renderTextReport(
      { sources: [], incidents: [{ ...one, confidence: 'possible' }] },
      CATALOGUE,
      settings,
    );
    assert.match(
      report,
      /^possible: Some of its signs were seen; they are not enough to tell it from other causes\.$/m,
    );
    assert.doesNotMatch(report, /^matches:/m);
  });

  it('names the computer in the command only where its name can be no command', () => {
    const report = (computer: string) =>
      renderTextReport({ sources: [], incidents: [incident(SEEN, { computer })] }, CATALOGUE, settings);
    assert.match(report('PXE01.contoso.example'), / --undo undo\.reg --computer PXE01\.contoso\.example /);
    for (const name of ['PXE01;reboot', '$(reboot)', '-force', 'a b', '%PATH%'])
      assert.doesNotMatch(report(name), /--computer/);
  });

  it('lets no text of the log reach the terminal as a command to it', () => {
    const caseValue = crashCase({ computer: '\u001b]0;owned\u0007PXE01' });
    assert.doesNotMatch(renderTextReport(caseValue, CATALOGUE, settings), /[\u001b\u0007]/);
  });
});

describe('renderIncidentReport', () => {
  it('tells one incident by itself', () => {
    const report = renderIncidentReport(incident(SEEN), CATALOGUE, settings);
    assert.match(
      report,
      /^PXE01\.fabrikam\.example\n✖ WDS crash, KB 2510665, matches {3}2012-03-14 09:14:07 to 09:16:09 UTC\n/,
    );
  });
});
