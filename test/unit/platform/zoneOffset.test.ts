import * as assert from 'node:assert/strict';
import { localOffsetOf } from '../../../src/platform/zoneOffset';

function offset(zone: string, local: string): number | undefined {
  return localOffsetOf(zone)?.(Date.parse(`${local}Z`));
}

describe('localOffsetOf', () => {
  it('reads a written offset', () => {
    assert.equal(offset('+01:00', '2012-03-14T10:14:08'), 60);
    assert.equal(offset('-03:30', '2012-03-14T10:14:08'), -210);
  });

  it('follows daylight saving of a named zone', () => {
    assert.equal(offset('Europe/Berlin', '2012-03-14T10:14:08'), 60);
    assert.equal(offset('Europe/Berlin', '2012-07-14T10:14:08'), 120);
    assert.equal(offset('America/New_York', '2012-01-14T10:14:08'), -300);
    assert.equal(offset('Asia/Kolkata', '2012-01-14T10:14:08'), 330);
  });

  it('takes the local time, not UTC, to decide on which side of a change of clocks it is', () => {
    assert.equal(offset('Europe/Berlin', '2012-03-25T01:59:00'), 60);
    assert.equal(offset('Europe/Berlin', '2012-03-25T03:01:00'), 120);
    assert.equal(offset('America/New_York', '2012-03-11T01:59:00'), -300);
    assert.equal(offset('America/New_York', '2012-03-11T03:01:00'), -240);
  });

  it('knows the other offset of a local time that came twice as clocks went back', () => {
    const other = (zone: string, local: string): number | undefined =>
      localOffsetOf(zone)?.other?.(Date.parse(`${local}Z`));
    assert.deepEqual(
      [offset('Europe/Berlin', '2021-10-31T02:30:00'), other('Europe/Berlin', '2021-10-31T02:30:00')],
      [60, 120],
    );
    const newYork = '2021-11-07T01:30:00';
    assert.deepEqual([offset('America/New_York', newYork), other('America/New_York', newYork)], [-240, -300]);
    assert.equal(other('Australia/Lord_Howe', '2021-04-04T01:45:00'), 660);
    for (const local of ['2021-10-31T01:59:59', '2021-10-31T03:00:00', '2021-03-28T02:30:00', '2021-03-28T03:30:00']) {
      assert.equal(other('Europe/Berlin', local), undefined, local);
    }
    assert.equal(other('+01:00', '2021-10-31T02:30:00'), undefined);
  });

  it('knows UTC', () => {
    assert.equal(offset('UTC', '2012-03-14T10:14:08'), 0);
  });

  it('is undefined for no zone and for text that names none', () => {
    assert.equal(localOffsetOf(''), undefined);
    assert.equal(localOffsetOf('Middle/Earth'), undefined);
  });
});
