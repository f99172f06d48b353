import assert from 'node:assert/strict';
import fc from 'fast-check';
import { XmlTagSearch } from '../../../../src/core/formats/xmlTagSearch';

describe('XmlTagSearch', () => {
  it('finds the first whole tag of a stretch, as a search unit by unit does', () => {
    const part = fc.constantFrom(
      '<Level',
      '<Leve',
      '<Levels',
      'Level',
      '<',
      'l',
      '>',
      ' ',
      '/',
      '\n',
      'e<L',
      '\u0100\u013C',
      'x'.repeat(9),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), fc.nat(), fc.nat(), (parts, first, second) => {
        const text = parts.join('');
        const [from = 0, to = 0] = [first % (text.length + 1), second % (text.length + 1)].sort((a, b) => a - b);
        const expected = /<Level(?=[>/\s])/.exec(text.slice(from, to) + text.slice(to, to + 1))?.index ?? -1;
        const inside = expected >= 0 && from + expected + '<Level'.length <= to ? from + expected : -1;
        assert.equal(new XmlTagSearch('<Level').find(text, from, to), inside);
      }),
      { seed: 6, numRuns: 3000 },
    );
  });
});
