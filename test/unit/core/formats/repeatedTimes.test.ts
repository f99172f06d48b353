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
    const end = fc.constantFrom(
      ...['', ' AM', ' PM', ' am', 'PM', ' M', ' XM', ' Z', ' +02:00', ' ', ' p. m.'],
      ...['.1', '.123', '.1234567', '.1234567890', '.', '.5 PM', 'Z', '.25Z', '+02:00', '.125+0200', '-1', '+25:00'],
    );
    const gap = fc.constantFrom(' ', ' ', 'T');
    const time = fc
      .tuple(date, gap, hour, two, two, end)
      .map(([day, before, h, m, s, after]) => `${day}${before}${h}:${m}:${s}${after}`);
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
          for (const text of texts) {
            assert.deepEqual(times.parse(`1${text}2`, 1, text.length + 1), parseTime(text, order), text);
          }
        }),
        { seed: 100, numRuns: 1000 },
      );
    }
  });
});
