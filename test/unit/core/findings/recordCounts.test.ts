import assert from 'node:assert/strict';
import { loadBuiltInCatalogue } from '../../../../src/catalogue';
import { SourceScan } from '../../../../src/core';
import { RecordCounts } from '../../../../src/core/findings/recordCounts';
import { crash, shapes } from '../../scenario';

const interest = { wants: (provider: string) => provider === 'wanted' };
const brief = { start: 0, end: 1, timeCreated: undefined, computer: undefined };

describe('RecordCounts', () => {
  it('counts by provider, event id and level, and what is missing as missing', () => {
    const counts = new RecordCounts(interest);
    for (const level of [2, 2, 3, undefined] as const) counts.add({ ...brief, provider: 'P', eventId: 7031, level });
    counts.add({ ...brief, provider: '', eventId: undefined, level: undefined });
    counts.add({ ...brief, provider: 'P', eventId: 0, level: 0 });
    assert.deepEqual(counts.tally, {
      kinds: [
        { provider: 'P', eventId: 7031, level: 2, count: 2 },
        { provider: 'P', eventId: 7031, level: 3, count: 1 },
        { provider: 'P', eventId: 7031, level: undefined, count: 1 },
        { provider: 'P', eventId: 0, level: 0, count: 1 },
        { provider: '', eventId: undefined, level: undefined, count: 1 },
      ],
      otherCount: 0,
    });
  });

  it('tells which records are worth reading in full, also once it counts no more kinds', () => {
    const counts = new RecordCounts(interest);
    const isWanted = (provider: string): boolean => counts.add({ ...brief, provider, eventId: 1, level: 2 });
    assert.deepEqual(['wanted', 'Contoso', 'wanted', ''].map(isWanted), [true, false, true, false]);
    for (let index = 0; index < 10_000; index++) isWanted(`P${index}`);
    assert.deepEqual(['wanted', 'other'].map(isWanted), [true, false]);
  });

  it('keeps a bounded number of kinds and counts the others together', () => {
    const counts = new RecordCounts(interest);
    for (let index = 0; index < 12_345; index++) counts.add({ ...brief, provider: `P${index}`, eventId: 1, level: 2 });
    counts.add({ ...brief, provider: 'x'.repeat(1000), eventId: 1, level: 2 });
    counts.add({ ...brief, provider: 'P1', eventId: 1, level: 2 });
    assert.equal(counts.tally.kinds.length, 10_000);
    assert.equal(counts.tally.otherCount, 2346);
    assert.equal(counts.tally.kinds[1]?.count, 2);
  });

  it('adds up to the number of records in every shape of a log', () => {
    for (const [name, { write }] of Object.entries(shapes)) {
      const scan = new SourceScan('x', loadBuiltInCatalogue(), { dateOrder: 'auto' });
      scan.push(write(crash));
      const { counts, recordCount } = scan.finish('utf-8');
      assert.equal(
        recordCount,
        counts.kinds.reduce((sum, { count }) => sum + count, counts.otherCount),
        name,
      );
    }
  });
});
