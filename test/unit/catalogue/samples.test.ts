import { strict as assert } from 'node:assert';
import { loadBuiltInCatalogue } from '../../../src/catalogue';
import { withInsertionStrings } from '../../../src/core/records/insertionStrings';
import { indexTemplates } from '../../../src/core/records/templateIndex';
import { matchSigns } from '../../../src/core/rules/matchSigns';
import type { Sample } from '../../../src/core/rules/rule';
import { sampleRecord } from './sampleRecord';

const catalogue = loadBuiltInCatalogue();
const templates = indexTemplates(catalogue.messageTemplates, catalogue.providerAliases);

/** What the samples are matched as: as they are written, and as the reader hands them on. */
const readings = [
  { name: '', read: sampleRecord },
  {
    name: ' with insertion strings read from its message',
    read: (sample: Sample) => withInsertionStrings(sampleRecord(sample), templates),
  },
];

function firedRules(sample: Sample, read: typeof sampleRecord): string[] {
  const record = read(sample);
  const fires = catalogue.rules.filter((rule) => matchSigns(record, rule, catalogue.providerAliases).length > 0);
  return fires.map(({ id }) => id).sort();
}

for (const rule of catalogue.rules) {
  describe(`samples of ${rule.id}`, () => {
    for (const { name, read } of readings) {
      for (const sample of rule.samples.match) {
        it(`shows ${(sample.signs ?? []).join(' and ')}: ${sample.title}${name}`, () => {
          const signs = matchSigns(read(sample), rule, catalogue.providerAliases).map(({ sign }) => sign.id);
          assert.deepEqual(signs, sample.signs);
          assert.deepEqual(firedRules(sample, read), [rule.id, ...(sample.alsoFires ?? [])].sort());
        });
      }
      for (const sample of rule.samples.noMatch) {
        it(`shows nothing: ${sample.title}${name}`, () => {
          assert.deepEqual(firedRules(sample, read), [...(sample.alsoFires ?? [])].sort());
        });
      }
    }

    it('has a sample of every sign that an event can show', () => {
      const shown = new Set(rule.samples.match.flatMap(({ signs = [] }) => signs));
      const missing = rule.signs.filter(({ id, source }) => source !== 'pxe' && !shown.has(id));
      assert.deepEqual(missing, []);
    });
  });
}

describe('built-in catalogue', () => {
  const harmless: readonly Sample[] = [
    { title: '', provider: 'EventLog', eventId: 6005 },
    { title: '', provider: 'Service Control Manager', eventId: 7036, data: ['Windows Update', 'running'] },
    { title: '', provider: 'WDSServer', eventId: 256, message: 'The Windows Deployment Services server started.' },
    { title: '', provider: 'WDSIMGSRV', eventId: 256 },
    { title: '', provider: 'Application Error', eventId: 1000 },
    { title: '', provider: '' },
  ];

  it('has nothing to say about harmless events', () => {
    assert.deepEqual(
      harmless.flatMap((sample) => firedRules(sample, sampleRecord)),
      [],
    );
  });
});
