import assert from 'node:assert/strict';
import { LineStarts } from '../../../../src/core';

describe('LineStarts', () => {
  it('counts LF, CR and CR LF as one line end each, in any order of questions', () => {
    const lines = new LineStarts('ab\r\nc\rd\n\ne');
    const placed = [10, 0, 2, 4, 5, 6, 8, 9].map((offset) => lines.positionAt(offset));
    assert.deepEqual(
      placed.map(({ line, column }) => `${line}:${column}`),
      ['4:1', '0:0', '0:2', '1:0', '1:1', '2:0', '3:0', '4:0'],
    );
  });

  it('gives ranges, and one line for nothing', () => {
    assert.deepEqual(new LineStarts('').rangeOf({ start: 0, end: 0 }), {
      start: { line: 0, column: 0 },
      end: { line: 0, column: 0 },
    });
  });
});
