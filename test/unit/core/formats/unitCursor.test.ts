import { strict as assert } from 'node:assert';
import { LineEnds, UnitCursor, skipLineEnds } from '../../../../src/core/formats/unitCursor';

describe('UnitCursor', () => {
  it('finds the next place of a unit, and the end of the text when there is none', () => {
    const cursor = new UnitCursor('a,b,c', ',');
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((from) => cursor.next(from)),
      [1, 1, 3, 3, 5, 5],
    );
  });
});

describe('LineEnds', () => {
  it('tells where lines end and the next ones start, whatever ends them', () => {
    const text = 'ab\r\nc\n\rd';
    const lines: [number, number][] = [];
    const lineEnds = new LineEnds(text);
    for (let start = 0, end = 0; start < text.length; start = lineEnds.after(end)) {
      end = lineEnds.next(start);
      lines.push([start, end]);
    }
    assert.deepEqual(lines, [
      [0, 2],
      [4, 5],
      [6, 6],
      [7, 8],
    ]);
  });
});

describe('skipLineEnds', () => {
  it('stops at the first unit that ends no line', () => {
    assert.equal(skipLineEnds('a\r\n\n\rb', 1), 5);
    assert.equal(skipLineEnds('\n', 0), 1);
  });
});
