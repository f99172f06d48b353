import assert from 'node:assert/strict';
import type { CaseSettings } from '../../../../src/core/cases/caseSettings';
import { correlate } from '../../../../src/core/cases/correlate';
import type { SourceReport } from '../../../../src/core/findings/finding';
import { catalogueOf, local, rule, settings, source, utc } from './sample';

const on = { computer: 'PXE01' };
const signs = rule('r').signs.map((sign) =>
  sign.id === 'stop' ? { ...sign, providers: ['SCM'] } : { ...sign, source: 'Application' as const, providers: ['AE'] },
);
const catalogue = catalogueOf(rule('r', { signs }));

/** A source with events of these providers, from a time on. */
function log(path: string, over: Partial<SourceReport>, ...providers: string[]): SourceReport {
  const kinds = providers.map((provider) => ({ provider, eventId: 1, level: 2 as const, count: 1 }));
  return source(path, [], { counts: { kinds, otherCount: 0 }, computers: [on.computer], ...over });
}

const system = {
  ...source('c/System.xml', [{ sign: 'stop', time: utc('09:14:08'), ...on }]),
  counts: log('', {}, 'SCM', 'Other').counts,
};

function lacking(others: readonly SourceReport[], over: Partial<CaseSettings> = {}): readonly string[] {
  const { incidents } = correlate([system, ...others], catalogue, { ...settings, ...over });
  return incidents.flatMap(({ caveats }) =>
    caveats.flatMap((caveat) => (caveat.kind === 'log-not-supplied' ? caveat.logs : [])),
  );
}

describe('a log that was not supplied', () => {
  it('is said where no source shows its providers', () => {
    assert.deepEqual(lacking([]), ['Application']);
    assert.deepEqual(lacking([log('c/again.xml', {}, 'scm')]), ['Application']);
  });

  it('is not said where a source holds it or may hold it', () => {
    assert.deepEqual(lacking([log('c/Application.xml', {}, 'AE')]), []);
    assert.deepEqual(lacking([log('c/mixed.xml', {}, 'SCM', 'AE')]), []);
    assert.deepEqual(lacking([log('c/unclear.csv', { computers: [] }, 'Other')]), []);
    const many = log('c/many.xml', {}, 'SCM');
    assert.deepEqual(lacking([{ ...many, counts: { ...many.counts, otherCount: 1 } }]), []);
  });

  it('is said where it begins after the incident, in the same zone or far enough from it', () => {
    const begins = (firstTime: SourceReport['firstTime']) => [
      log('c/Application.xml', { ...(firstTime && { firstTime }) }, 'AE'),
    ];
    assert.deepEqual(lacking(begins(utc('09:14:09'))), ['Application']);
    assert.deepEqual(lacking(begins(utc('09:14:08'))), []);
    assert.deepEqual(lacking(begins(local('20:00:00'))), []);
    assert.deepEqual(
      lacking(begins({ ...local('09:14:09'), milliseconds: utc('09:14:08').milliseconds + 15 * 3_600_000 })),
      ['Application'],
    );
  });

  it('is not said while a source is not read to its end, which is said instead', () => {
    const reading = log('c/big.csv', { isPartial: true }, 'Other');
    assert.deepEqual(lacking([reading]), []);
    const [incident] = correlate([system, reading], catalogue, settings).incidents;
    assert.deepEqual(
      incident?.caveats.filter(({ kind }) => kind === 'not-read-to-end'),
      [{ kind: 'not-read-to-end', paths: ['c/big.csv'] }],
    );
  });

  it('is not taken from another server, nor from what is no log', () => {
    assert.deepEqual(lacking([log('c/b.xml', { computers: ['WDS-B'] }, 'AE')]), ['Application']);
    assert.deepEqual(lacking([log('c/smspxe.log', { format: 'cmtrace', computers: [] })]), ['Application']);
    const computers = Array.from({ length: 16 }, (_, index) => `S${index}`);
    assert.deepEqual(lacking([log('c/forwarded.xml', { computers }, 'AE')]), []);
  });
});
