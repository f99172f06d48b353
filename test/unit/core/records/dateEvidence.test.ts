import { strict as assert } from 'node:assert';
import {
  type DateEvidence,
  addDateEvidence,
  dateOrderEvidence,
  orderShownBy,
} from '../../../../src/core/records/dateEvidence';

const together = (...dates: readonly string[]) =>
  orderShownBy(dates.reduce<DateEvidence>((known, date) => addDateEvidence(known, date), undefined));

describe('dateOrderEvidence', () => {
  it('tells the order from a number that can be no month', () => {
    assert.equal(dateOrderEvidence('25/03/2024 15:24:02'), 'dayFirst');
    assert.equal(dateOrderEvidence('3/25/2024 3:24:02 PM'), 'monthFirst');
    assert.equal(dateOrderEvidence('Mon 25-3-2024 15:24:02'), 'dayFirst');
  });

  it('tells nothing from a date that leaves it open or has a known order', () => {
    for (const text of [
      '5/3/2024 15:24:02',
      '25.03.2024 15:24:02',
      '2024/03/25 15:24:02',
      '2024-03-25T15:24:02Z',
      '',
    ]) {
      assert.equal(dateOrderEvidence(text), undefined, text);
    }
  });
});

describe('addDateEvidence', () => {
  it('keeps what one date of a file told', () => {
    assert.equal(together('5/3/2024 1:00:00', '25/3/2024 1:00:00', '6/3/2024 1:00:00'), 'dayFirst');
  });

  it('tells nothing for a file whose dates contradict each other', () => {
    assert.equal(together('25/3/2024 1:00:00', '3/25/2024 1:00:00', '26/3/2024 1:00:00'), undefined);
  });
});
