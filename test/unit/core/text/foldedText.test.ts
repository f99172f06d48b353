import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstPlaceFrom, foldWithOffsets } from '../../../../src/core/text/foldedText';

describe('foldWithOffsets', () => {
  it('lowers the case and makes one blank of white space', () => {
    assert.equal(
      foldWithOffsets('  Server  will\t continue.\r\n\r\nError\u00a0Code ').text,
      'server will continue. error code',
    );
  });

  it('knows where each unit comes from', () => {
    const source = ' A  b\r\nC ';
    const { text, offsets } = foldWithOffsets(source);
    assert.equal(text, 'a b c');
    assert.deepEqual([...offsets], [1, 2, 4, 5, 7, 8]);
  });

  it('marks the ends of lines and of paragraphs for every kind of line break', () => {
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      const { lineEnds, paragraphEnds } = foldWithOffsets(['a', 'b', ' ', 'c'].join(lineBreak));
      assert.deepEqual(lineEnds, [1, 3, 5]);
      assert.deepEqual(paragraphEnds, [3, 5]);
    }
  });

  it('keeps letters whose lower case is longer, so that offsets hold', () => {
    assert.equal(foldWithOffsets('İSTANBUL Ä').text, 'İstanbul ä');
  });

  it('folds a part of a text with offsets of the whole', () => {
    const { text, offsets } = foldWithOffsets('xx AB yy', 2, 6);
    assert.equal(text, 'ab');
    assert.deepEqual([...offsets], [3, 4, 5]);
  });

  it('gives offsets that point at the same letter for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        const { text, offsets } = foldWithOffsets(source);
        for (let at = 0; at < text.length; at++) {
          const letter = source.charAt(offsets[at] ?? -1);
          assert.ok(
            text.charAt(at) === ' ' || letter === '\u2019' || letter.toLowerCase() === text.charAt(at).toLowerCase(),
          );
        }
      }),
      { seed: 2510665, numRuns: 50 },
    );
  });
});

describe('firstPlaceFrom', () => {
  it('finds the first place that is not before the offset', () => {
    const places = [2, 5, 9];
    assert.deepEqual(
      [0, 2, 3, 5, 6, 9].map((from) => firstPlaceFrom(places, from)),
      [2, 2, 5, 5, 9, 9],
    );
  });
});
