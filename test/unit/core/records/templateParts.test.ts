import assert from 'node:assert/strict';
import { partsOf } from '../../../../src/core/records/templateParts';

const partsOfText = (text: string) => partsOf({ provider: 'Contoso', eventId: 1, text });

describe('partsOf', () => {
  it('parts literal text from insertion strings', () => {
    const { lead, gaps } = partsOfText('The %1 service is %2 now.');
    assert.equal(lead, 'the ');
    assert.deepEqual(
      gaps.map(({ insertion, literal }) => [insertion, literal]),
      [
        [1, ' service is '],
        [2, ' now'],
      ],
    );
  });

  it('keeps blanks at an end of a literal only where they part words', () => {
    assert.deepEqual(
      partsOfText('Name:  %1, version %2 (%3)').gaps.map(({ literal }) => literal),
      [', version ', ' (', ')'],
    );
    assert.equal(partsOfText('Name:  %1').lead, 'name:');
  });

  it('takes 0x out of literals and line breaks from their ends', () => {
    const [first, second] = partsOfText('At 0x%1%nModule: %n%2').gaps;
    assert.deepEqual(first, {
      insertion: 1,
      isHex: true,
      startsLine: false,
      literal: 'module:',
      endsLine: true,
      firstLine: '',
    });
    assert.deepEqual(second, {
      insertion: 2,
      isHex: false,
      startsLine: true,
      literal: '',
      endsLine: false,
      firstLine: '',
    });
  });

  it('knows which part of a literal stands on the same line', () => {
    assert.equal(partsOfText('The %1 service failed: %nCode %2').gaps[0]?.firstLine, ' service failed:');
  });

  it('undoes escapes and reads two-digit numbers', () => {
    const { lead, gaps } = partsOfText('100%% of %12%.');
    assert.equal(lead, '100% of ');
    assert.deepEqual([gaps[0]?.insertion, gaps[0]?.literal], [12, '']);
  });

  it('takes a template without insertion strings as a whole, without its full stop', () => {
    assert.deepEqual(partsOfText('All providers failed.'), {
      template: { provider: 'Contoso', eventId: 1, text: 'All providers failed.' },
      lead: 'all providers failed',
      gaps: [],
    });
  });
});
