import assert from 'node:assert/strict';
import {
  type LaidOutEvent,
  eventOnLine,
  layOutEvent,
  makeExcerpt,
  placeInLog,
  rangeInExcerpt,
} from '../../../../src/core/findings/logExcerpt';

/** Events as an export without line ends has them: each on a line of its own. */
function event(ordinal: number, id: number): LaidOutEvent {
  const text = `<Event><System><EventID>${id}</EventID></System></Event>`;
  return layOutEvent({ ordinal, start: { line: ordinal, column: 0 }, text }, 'xml');
}

const excerpt = makeExcerpt([
  { words: '<!-- first -->\n<Events>' },
  { event: event(4, 7036) },
  { event: event(9, 7031) },
  { words: '</Events>' },
]);

/** The text of a range of the excerpt. */
function textIn(range: ReturnType<typeof rangeInExcerpt>): string | undefined {
  if (!range) return undefined;
  const line = excerpt.text.split('\n')[range.start.line] ?? '';
  assert.equal(range.start.line, range.end.line);
  return line.slice(range.start.column, range.end.column);
}

describe('makeExcerpt', () => {
  it('puts words and events on lines of their own', () => {
    assert.equal(
      excerpt.text,
      [
        '<!-- first -->',
        '<Events>',
        '<Event>\n  <System>\n    <EventID>7036</EventID>\n  </System>\n</Event>',
        '<Event>\n  <System>\n    <EventID>7031</EventID>\n  </System>\n</Event>',
        '</Events>',
        '',
      ].join('\n'),
    );
  });

  it('knows on which lines an event stands', () => {
    assert.deepEqual(
      [1, 2, 6, 7, 11, 12].map((line) => eventOnLine(excerpt, line)?.ordinal),
      [undefined, 4, 4, 9, 9, undefined],
    );
  });

  it('finds the place of a range of the log, up to its last unit', () => {
    const { text } = event(9, 7031);
    const column = text.indexOf('7031');
    const range = { start: { line: 9, column }, end: { line: 9, column: column + 4 } };
    assert.equal(textIn(rangeInExcerpt(excerpt, range)), '7031');
    const tag = { start: { line: 9, column: 0 }, end: { line: 9, column: 7 } };
    assert.equal(textIn(rangeInExcerpt(excerpt, tag)), '<Event>');
  });

  it('has no place for an event that it does not show', () => {
    const place = { line: 5, column: 3 };
    assert.equal(rangeInExcerpt(excerpt, { start: place, end: place }), undefined);
  });

  it('leads back to the place in the log', () => {
    const { text } = event(9, 7031);
    assert.deepEqual(placeInLog(excerpt, { line: 9, column: 13 }), { line: 9, column: text.indexOf('7031') });
    assert.equal(placeInLog(excerpt, { line: 0, column: 3 }), undefined);
  });

  it('follows events that stand over lines, or several on one line', () => {
    const text = '<Event>\r\n<EventID>1</EventID>\r\n</Event>';
    const start = { line: 3, column: 8 };
    const over = makeExcerpt([{ words: 'x' }, { event: layOutEvent({ ordinal: 0, start, text }, 'xml') }]);
    const range = { start: { line: 4, column: 9 }, end: { line: 4, column: 10 } };
    assert.deepEqual(rangeInExcerpt(over, range), { start: { line: 2, column: 9 }, end: { line: 2, column: 10 } });
    assert.deepEqual(placeInLog(over, { line: 2, column: 9 }), range.start);
    const second = { ordinal: 0, start: { line: 0, column: 100 }, text: '<Event></Event>' };
    const within = makeExcerpt([{ event: layOutEvent(second, 'xml') }]);
    assert.deepEqual(placeInLog(within, { line: 0, column: 7 }), { line: 0, column: 107 });
  });
});
