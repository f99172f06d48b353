import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RepeatedTimes } from '../../../../src/core/formats/repeatedTimes';
import { parseTime } from '../../../../src/core/records/parseTime';

describe('RepeatedTimes', () => {
  it('reads every time of a list as if it stood alone', () => {
    const date = fc.constantFrom(
      '3/4/2012',
      '3/14/2012',
      '14/03/2012',
      '03.04.2012',
      '2012-03-04',
      '2/30/2012',
      '3/4/2012,',
      'x',
      '',
    );
    const hour = fc.oneof(
      fc.nat(25).map(String),
      fc.nat(25).map((each) => String(each).padStart(2, '0')),
      fc.constant('x'),
    );
    const two = fc.nat(61).map((each) => String(each).padStart(2, '0'));
    const end = fc.constantFrom('', ' AM', ' PM', ' am', 'PM', ' M', ' XM', '.123', ' Z', ' +02:00', ' ', ' p. m.');
    const time = fc.tuple(date, hour, two, two, end).map(([day, h, m, s, after]) => `${day} ${h}:${m}:${s}${after}`);
    const odd = fc.constantFrom(
      '',
      ' ',
      '3/4/2012',
      '2019/1/5 上午 0:15:13',
      '2012-03-04T09:14:08Z',
      '3/4/2012 9:14',
      '3/4/2012  9:14:08',
    );
    for (const order of ['auto', 'dayFirst', 'monthFirst'] as const) {
      fc.assert(
        fc.property(fc.array(fc.oneof({ weight: 9, arbitrary: time }, odd), { maxLength: 30 }), (texts) => {
          const times = new RepeatedTimes(order);
          for (const text of texts) assert.deepEqual(times.parse(text), parseTime(text, order), text);
        }),
        { seed: 100, numRuns: 1000 },
      );
    }
  });
});
