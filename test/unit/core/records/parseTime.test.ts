import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { EventTime } from '../../../../src/core/records/eventTime';
import { parseTime, renderIso } from '../../../../src/core/records/parseTime';

/** What a text says, as ISO 8601; the order and the other reading behind it where it is ambiguous. */
function said(text: string, order: Parameters<typeof parseTime>[1] = 'auto'): string {
  const time = parseTime(text, order);
  if (!time) return 'nothing';
  const { ambiguous, zone } = time;
  if (!ambiguous) return renderIso(time);
  return `${renderIso(time)} ${ambiguous.order} or ${renderIso({ milliseconds: ambiguous.swapped, zone })}`;
}

function check(cases: Readonly<Record<string, string>>): void {
  for (const [text, expected] of Object.entries(cases)) assert.equal(said(text), expected, text);
}

describe('parseTime', () => {
  it('reads what the Event Viewer writes in several display languages', () => {
    check({
      '10/17/2016 06:38:24 PM': '2016-10-17T18:38:24',
      '8/23/2017 6:48:27 PM': '2017-08-23T18:48:27',
      '27.10.2021 12:28:26': '2021-10-27T12:28:26',
      '2019/1/5 0:15:13': '2019-01-05T00:15:13',
      '2017-4-28 16:02:18': '2017-04-28T16:02:18',
      '25/03/2024 15:24:02': '2024-03-25T15:24:02',
      '2017/11/18 15:35:24': '2017-11-18T15:35:24',
      '27. 10. 2021 12:28:26': '2021-10-27T12:28:26',
      '2021. 10. 27. 12:28:26': '2021-10-27T12:28:26',
      '27.10.2021 12.28.26': '2021-10-27T12:28:26',
    });
  });

  it('reads what programs write, and makes a stated offset UTC', () => {
    check({
      '2012-03-14T09:14:08.124182700Z': '2012-03-14T09:14:08.124Z',
      '2026-03-17T09:03:12.7750000Z': '2026-03-17T09:03:12.775Z',
      '2012-03-14T09:14:08Z': '2012-03-14T09:14:08Z',
      '2012-03-14T00:14:08+01:00': '2012-03-13T23:14:08Z',
      '2012-03-14T09:14:08-0530': '2012-03-14T14:44:08Z',
      '2012-03-14T09:14:08+02': '2012-03-14T07:14:08Z',
      '2020-12-14T17:09:08.940': '2020-12-14T17:09:08.940',
      '2016-01-08 16:49:47.518': '2016-01-08T16:49:47.518',
      '2016-01-08 16:49:47,5': '2016-01-08T16:49:47.500',
      '2016-01-08 16:49:47Z': '2016-01-08T16:49:47Z',
      '2016-01-08 16:49': '2016-01-08T16:49:00',
    });
  });

  it('reads the halves of the day in any spelling', () => {
    check({
      '10/17/2016 12:00:00 AM': '2016-10-17T00:00:00',
      '10/17/2016 12:00:00 PM': '2016-10-17T12:00:00',
      '10/17/2016 1:00:00 pm': '2016-10-17T13:00:00',
      '17/10/2016 6:38:24 p.m.': '2016-10-17T18:38:24',
      '17/10/2016 6:38:24 p.\u00a0m.': '2016-10-17T18:38:24',
      '10/17/2016 6:38:24\u202fPM': '2016-10-17T18:38:24',
      '10/17/2016 18:38:24 PM': '2016-10-17T18:38:24',
      '2019/1/5 上午 12:15:13': '2019-01-05T00:15:13',
      '2019/1/5 下午3:15:13': '2019-01-05T15:15:13',
      '2019/01/05 午前 0:15:13': '2019-01-05T00:15:13',
      '2019/01/05 午後 3:15:13': '2019-01-05T15:15:13',
      '2021-10-27 오후 12:28:26': '2021-10-27T12:28:26',
    });
  });

  it('passes over weekdays, direction marks and blanks', () => {
    check({
      'Mittwoch, 27.10.2021 12:28:26': '2021-10-27T12:28:26',
      'Mon 10/17/2016 06:38:24 PM': '2016-10-17T18:38:24',
      '2019/1/5 星期六 0:15:13': '2019-01-05T00:15:13',
      '2019/01/05(土) 0:15:13': '2019-01-05T00:15:13',
      '\u200e10\u200e/\u200e17\u200e/\u200e2016 \u200f\u200e6:38:24 PM': '2016-10-17T18:38:24',
      '  27.10.2021   12:28:26\t': '2021-10-27T12:28:26',
    });
  });

  it('reads years of the Thai calendar, which is 543 years ahead, and no others', () => {
    check({
      '14/3/2555 9:14:08': '2012-03-14T09:14:08',
      '29/2/2567 10:00:00': '2024-02-29T10:00:00',
      '2564-10-27 12:28:26': '2021-10-27T12:28:26',
      '31/12/2399 23:59:59': '2399-12-31T23:59:59',
      '31/12/2942 23:59:59': '2399-12-31T23:59:59',
      '1/1/2943 0:00:00': 'nothing',
    });
  });

  it('marks a date that could be read in two ways, and takes the month first only beside AM or PM', () => {
    check({
      '10/7/2016 06:38:24 PM': '2016-10-07T18:38:24 monthFirst or 2016-07-10T18:38:24',
      '10/7/2016 18:38:24': '2016-07-10T18:38:24 dayFirst or 2016-10-07T18:38:24',
      '10-7-2016 18:38:24': '2016-07-10T18:38:24 dayFirst or 2016-10-07T18:38:24',
    });
  });

  it('follows the order it is told, and still marks the date', () => {
    assert.equal(said('10/7/2016 1:00:00 PM', 'dayFirst'), '2016-07-10T13:00:00 dayFirst or 2016-10-07T13:00:00');
    assert.equal(said('10/7/2016 13:00:00', 'monthFirst'), '2016-10-07T13:00:00 monthFirst or 2016-07-10T13:00:00');
  });

  it('lets a date that leaves no choice stand against the order it is told', () => {
    assert.equal(said('25/03/2024 15:24:02', 'monthFirst'), '2024-03-25T15:24:02');
    assert.equal(said('3/25/2024 15:24:02', 'dayFirst'), '2024-03-25T15:24:02');
    assert.equal(said('7.3.2024 15:24:02', 'monthFirst'), '2024-03-07T15:24:02');
    assert.equal(said('2024-03-07 15:24:02', 'dayFirst'), '2024-03-07T15:24:02');
    assert.equal(said('7/7/2016 18:38:24'), '2016-07-07T18:38:24');
  });

  it('refuses days, hours and zones that do not exist', () => {
    const impossible = [
      '31/02/2024 10:00:00',
      '2/30/2024 10:00:00',
      '29.02.2023 10:00:00',
      '2024-13-01 10:00:00',
      '2024-00-01 10:00:00',
      '2024-01-00 10:00:00',
      '13/13/2024 10:00:00',
      '7.13.2016 10:00:00',
      '2024-01-01 24:00:00',
      '2024-01-01 25:00:00',
      '2024-01-01 10:60:00',
      '2024-01-01 10:00:60',
      '10/17/2016 13:00:00 AM',
      '2012-03-14T09:14:08+25:00',
      '5/8/1400 10:00:00',
      '27/10/4354 10:00:00',
      '29/2/2566 10:00:00',
    ];
    for (const text of impossible) assert.equal(said(text), 'nothing', text);
    assert.equal(said('29.02.2024 10:00:00'), '2024-02-29T10:00:00');
  });

  it('refuses what is no date with a time, and words that it does not know', () => {
    const others = [
      '',
      ' ',
      'hello',
      '7031',
      '10/7/2016',
      '10:00:00',
      '10/7/16 10:00:00',
      '10/7-2016 10:00:00',
      '2024-01-15 08:00:00:123',
      '2024-01-15 08:00:00, Info',
      '10/17/2016 6:00:00 xx',
      '10/17/2016 xx 6:00:00',
      '2019/1/5 下午 3:15:13 PM',
      '27.10.2021 12:28:26 and more',
      `27.10.2021 ${' '.repeat(80)}12:28:26`,
    ];
    for (const text of others) assert.equal(said(text), 'nothing', text);
  });

  it('takes any text without an error', () => {
    const unit = fc.constantFrom(...Array.from('0123456789/.-: TZAPMampm+,上午(土)x\u202f\u00a0\u200e\0'));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 70 }), (units) => {
        const time = parseTime(units.join(''), 'auto');
        assert.ok(time === undefined || Number.isInteger(time.milliseconds));
      }),
      { seed: 2510665, numRuns: 2000 },
    );
  });
});

describe('renderIso', () => {
  it('writes milliseconds only when there are some, and Z only for a known zone', () => {
    const moment = Date.UTC(2012, 2, 14, 9, 14, 8);
    assert.equal(renderIso({ milliseconds: moment, zone: 'utc' }), '2012-03-14T09:14:08Z');
    assert.equal(renderIso({ milliseconds: moment + 20, zone: 'utc' }), '2012-03-14T09:14:08.020Z');
    assert.equal(renderIso({ milliseconds: moment, zone: 'unstated' }), '2012-03-14T09:14:08');
  });

  it('is reversed by parseTime', () => {
    const moments = fc.integer({ min: Date.UTC(1602, 0), max: Date.UTC(2399, 0) });
    const zones = fc.constantFrom<EventTime['zone']>('utc', 'unstated');
    fc.assert(
      fc.property(moments, zones, (milliseconds, zone) => {
        assert.deepEqual(parseTime(renderIso({ milliseconds, zone }), 'auto'), { milliseconds, zone });
      }),
      { seed: 2510665, numRuns: 500 },
    );
  });

  it('is empty for a time that no calendar has', () => {
    assert.equal(renderIso({ milliseconds: NaN, zone: 'utc' }), '');
  });
});
