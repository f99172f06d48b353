import assert from 'node:assert/strict';
import { parseTime, renderIso } from '../../../../src/core/records/parseTime';
import { plainDate } from '../../../../src/core/records/plainDate';

function said(text: string): string | undefined {
  const time = parseTime(plainDate(text), 'auto');
  return time && renderIso(time);
}

describe('plainDate', () => {
  it('reads dates with an English month', () => {
    assert.equal(said('27-Oct-21 12:28:26'), '2021-10-27T12:28:26');
    assert.equal(said('7-OCT-2021 8:28:26 PM'), '2021-10-07T20:28:26');
    assert.equal(said('27-Oct-99 12:28'), '1999-10-27T12:28:00');
  });

  it('reads none whose year or month it does not know', () => {
    assert.deepEqual(
      [said('27-Oct-71 12:28:26'), said('27-Okt-21 12:28:26'), said('31-Feb-21 12:28:26')],
      [undefined, undefined, undefined],
    );
  });
});
