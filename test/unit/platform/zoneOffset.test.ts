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

  it('knows UTC', () => {
    assert.equal(offset('UTC', '2012-03-14T10:14:08'), 0);
  });

  it('is undefined for no zone and for text that names none', () => {
    assert.equal(localOffsetOf(''), undefined);
    assert.equal(localOffsetOf('Middle/Earth'), undefined);
  });
});
