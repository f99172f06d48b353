import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseSystemTime, usualTimeEnd } from '../../../../src/core/formats/systemTime';

describe('parseSystemTime', () => {
  it('reads every moment as Date writes it', () => {
    const [min, max] = [new Date('1601-01-01T00:00:00Z'), new Date('2399-12-31T23:59:59.999Z')];
    fc.assert(
      fc.property(fc.date({ min, max, noInvalidDate: true }), fc.constantFrom('', '1827', '000000'), (date, digits) => {
        const text = date.toISOString().replace('Z', `${digits}Z`);
        assert.deepEqual(parseSystemTime(`<${text}>`, 1, text.length + 1), {
          milliseconds: date.getTime(),
          zone: 'utc',
        });
        assert.equal(usualTimeEnd(`<${text}>`, 1, text.length + 2), text.length + 1);
      }),
      { seed: 1601, numRuns: 2000 },
    );
  });

  it('reads no day and no hour that does not exist', () => {
    for (const text of [
      '2011-02-29T00:00:00.000Z',
      '1900-02-29T00:00:00.000Z',
      '2012-13-01T00:00:00.000Z',
      '2012-00-01T00:00:00.000Z',
      '2012-04-31T00:00:00.000Z',
      '2012-04-00T00:00:00.000Z',
      '2012-04-01T24:00:00.000Z',
      '2012-04-01T00:60:00.000Z',
    ])
      assert.equal(parseSystemTime(text), undefined, text);
    assert.equal(parseSystemTime('2000-02-29T00:00:00.000Z')?.milliseconds, Date.UTC(2000, 1, 29));
  });

  it('does not take a time with an offset for UTC', () => {
    const { milliseconds } = parseSystemTime('2012-03-14T09:14:08.124+02:00') ?? assert.fail();
    assert.equal(milliseconds, Date.UTC(2012, 2, 14, 7, 14, 8, 124));
    assert.equal(usualTimeEnd('2012-03-14T09:14:08.124+02:00', 0, 29), -1);
  });

  it('means UTC whether it is written or not', () => {
    assert.deepEqual(parseSystemTime('2012-03-14T09:14:08'), {
      milliseconds: Date.UTC(2012, 2, 14, 9, 14, 8),
      zone: 'utc',
    });
  });
});
