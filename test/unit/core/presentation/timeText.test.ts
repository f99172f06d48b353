import assert from 'node:assert/strict';
import {
  renderClock,
  renderGap,
  renderOffset,
  renderRange,
  renderTime,
  renderTimeInBoth,
  zoneNamed,
  type TimeSettings,
} from '../../../../src/core/presentation/timeText';
import { time } from '../../builders';

const berlin = { name: 'Europe/Berlin', minutesEast: () => 60 };
const utc: TimeSettings = { displayZone: 'utc', local: berlin };
const local: TimeSettings = { displayZone: 'local', local: berlin };

describe('renderTime', () => {
  const cases: readonly (readonly [title: string, iso: string, settings: TimeSettings, shown: string])[] = [
    ['names UTC', '2012-03-14T09:14:08Z', utc, '2012-03-14 09:14:08 UTC'],
    ['names the local zone', '2012-03-14T23:14:08Z', local, '2012-03-15 00:14:08 Europe/Berlin'],
    [
      'falls back to UTC where no local zone is known',
      '2012-03-14T09:14:08Z',
      { displayZone: 'local' },
      '2012-03-14 09:14:08 UTC',
    ],
    [
      'says that the zone is not stated',
      '2012-03-14T10:14:08',
      local,
      '2012-03-14 10:14:08 (local time of the server, zone not stated)',
    ],
    [
      'converts local time whose offset was stated',
      '2012-03-14T10:14:08',
      { ...utc, exportMinutesEast: () => 60 },
      '2012-03-14 09:14:08 UTC',
    ],
    [
      'leaves times as the log has them when asked to',
      '2012-03-14T10:14:08',
      { displayZone: 'log', exportMinutesEast: () => 60 },
      '2012-03-14 10:14:08 (local time of the server, zone not stated)',
    ],
  ];
  for (const [title, iso, settings, shown] of cases) {
    it(title, () => {
      assert.equal(renderTime(time(iso), settings), shown);
    });
  }

  it('survives a time that no calendar has', () => {
    assert.match(renderTime({ milliseconds: 1e20, zone: 'utc' }, utc), /out of range/);
  });
});

describe('renderTimeInBoth', () => {
  it('gives UTC and local time', () => {
    assert.equal(
      renderTimeInBoth(time('2012-03-14T09:14:08Z'), utc),
      '2012-03-14 09:14:08 UTC (10:14:08 Europe/Berlin)',
    );
  });

  it('repeats the date where it differs', () => {
    const shown = renderTimeInBoth(time('2012-03-14T23:30:00Z'), utc);
    assert.equal(shown, '2012-03-14 23:30:00 UTC (2012-03-15 00:30:00 Europe/Berlin)');
  });

  it('converts nothing whose zone is not known', () => {
    assert.match(renderTimeInBoth(time('2012-03-14T09:14:08'), utc), /^2012-03-14 09:14:08 \(local time of the server/);
  });
});

describe('renderRange', () => {
  const cases: readonly (readonly [from: string, to: string, shown: string])[] = [
    ['2012-03-14T09:14:07Z', '2012-03-14T09:16:09Z', '2012-03-14 09:14:07 to 09:16:09 UTC'],
    ['2012-03-14T23:59:00Z', '2012-03-15T00:01:00Z', '2012-03-14 23:59:00 to 2012-03-15 00:01:00 UTC'],
    ['2012-03-14T09:14:07Z', '2012-03-14T09:14:07Z', '2012-03-14 09:14:07 UTC'],
  ];
  for (const [from, to, shown] of cases) {
    it(`renders ${shown}`, () => {
      assert.equal(renderRange(time(from), time(to), utc), shown);
    });
  }
});

describe('renderGap', () => {
  const now = time('2012-03-14T09:14:08Z');
  const cases: readonly (readonly [other: string, shown: string | undefined])[] = [
    ['2012-03-14T09:14:07Z', '1 s earlier'],
    ['2012-03-14T09:16:09Z', '121 s later'],
    ['2012-03-14T09:14:08.505Z', '505 ms later'],
    ['2012-03-14T09:40:08Z', '26 min later'],
    ['2012-03-14T09:14:08Z', 'at the same time'],
    ['2012-03-14T09:14:08', undefined],
  ];
  for (const [other, shown] of cases) {
    it(`says ${shown ?? 'nothing of times that cannot be compared'}`, () => {
      assert.equal(renderGap(time(other), now), shown);
    });
  }
});

describe('renderClock, renderOffset and zoneNamed', () => {
  it('give the time of day alone', () => {
    assert.equal(renderClock(time('2012-03-14T09:14:08Z'), local), '10:14:08');
  });

  for (const [minutes, shown] of [
    [60, 'UTC+01:00'],
    [-210, 'UTC-03:30'],
    [0, 'UTC+00:00'],
  ] as const) {
    it(`write ${minutes} minutes east as ${shown}`, () => {
      assert.equal(renderOffset(minutes), shown);
    });
  }

  it('know summer time by the name of the zone', () => {
    const zone = zoneNamed('Europe/Berlin');
    assert.equal(zone?.minutesEast(Date.parse('2012-01-14T00:00Z')), 60);
    assert.equal(zone.minutesEast(Date.parse('2012-07-14T00:00Z')), 120);
    assert.equal(zoneNamed('America/St_Johns')?.minutesEast(Date.parse('2012-01-14T00:00Z')), -210);
    assert.equal(zoneNamed('UTC')?.minutesEast(0), 0);
  });

  it('do not know a zone that does not exist', () => {
    assert.equal(zoneNamed('Nowhere/Land'), undefined);
  });
});
