import assert from 'node:assert/strict';
import { loadBuiltInCatalogue } from '../../../../src/catalogue';
import { SourceScan, correlate } from '../../../../src/core';
import { FindingList, MOST_FINDINGS } from '../../../../src/core/findings/findingList';
import { crash, shapes } from '../../scenario';

const catalogue = loadBuiltInCatalogue();
const settings = { windowMinutes: 10, localOffsetMinutes: undefined, unnamedComputer: 'folder' } as const;
const nowhere = () => ({ start: { line: 0, column: 0 }, end: { line: 0, column: 0 } });

function reportOfCrash() {
  const source = new SourceScan('case/System.xml', catalogue, { dateOrder: 'auto' });
  source.push(shapes['Event Viewer XML']?.write(crash) ?? assert.fail());
  return source.finish('utf-8');
}

describe('the findings of one source', () => {
  const report = reportOfCrash();
  const one = report.findings.find(({ signId }) => signId !== report.findings[0]?.signId);
  const [often, rare] = [report.findings[0]?.record, one?.record];
  assert.ok(often && rare);

  it('are kept up to their most, and the others are counted', () => {
    const list = new FindingList('a', catalogue);
    for (let count = 0; count < MOST_FINDINGS + 7; count++) list.addFrom(often, nowhere);
    assert.ok(list.leftOut >= 7);
    assert.equal(list.findings.length, MOST_FINDINGS);
    list.addFrom(rare, nowhere);
    assert.equal(
      list.findings.at(-1)?.record.provider.value,
      rare.provider.value,
      'the first ones of each sign are kept',
    );
  });

  it('are all kept of a log of usual size', () => {
    assert.equal(report.coverage.findingsLeftOut, 0);
  });

  it('carry a caveat into the incident where some were left out', () => {
    const partly = { ...report, coverage: { ...report.coverage, findingsLeftOut: 1 } };
    const caveatsIn = (source: typeof report) =>
      correlate([source], catalogue, settings).incidents.flatMap(({ caveats }) => caveats.map(({ kind }) => kind));
    assert.ok(caveatsIn(partly).includes('findings-left-out'));
    assert.ok(!caveatsIn(report).includes('findings-left-out'));
  });
});
