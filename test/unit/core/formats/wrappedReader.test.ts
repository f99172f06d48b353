import assert from 'node:assert/strict';
import type { EventFormat } from '../../../../src/core/formats/format';
import { withoutMarks } from '../../../../src/core/formats/markedText';
import { inReplacedText } from '../../../../src/core/formats/wrappedReader';
import { readAll } from '../../feed';

/** A format whose reader waits for the end of the text, and what it was given by then. */
function waiting(): { readonly format: EventFormat; readonly texts: string[] } {
  const texts: string[] = [];
  const format: EventFormat = {
    id: 'event-text',
    detect: () => true,
    openReader: () => ({
      read({ text, ended }) {
        if (ended) texts.push(text);
        return ended ? text.length : 0;
      },
    }),
  };
  return { format, texts };
}

describe('inReplacedText', () => {
  for (const lineEnd of ['\r\n', '\n', '\r']) {
    it(`replaces in each line ${lineEnd === '\r\n' ? 'once' : `that ends in ${JSON.stringify(lineEnd)} once`}, some of them at a time`, () => {
      const text = `> x${lineEnd}`.repeat(100_000);
      const given: number[] = [];
      const { format, texts } = waiting();
      const replaced = inReplacedText(format, (part) => {
        given.push(part.length);
        return part.replaceAll('>', ' ');
      });
      readAll(replaced, text, { blockSize: 10_001 });
      assert.deepEqual(texts, [text.replaceAll('>', ' ')]);
      assert.ok(given.reduce((sum, length) => sum + length) < 1.01 * text.length);
      readAll(replaced, text);
      assert.equal(texts[1], texts[0]);
      assert.ok(Math.max(...given) < 70_000);
    });
  }

  /** What the reader of a text is given that reads all of it, block by block. */
  function givenOf(text: string, replace: (text: string) => string, blockSize: number): string {
    const given: string[] = [];
    const format: EventFormat = {
      id: 'event-text',
      detect: () => true,
      openReader: () => ({ read: ({ text }) => (given.push(text), text.length) }),
    };
    readAll(inReplacedText(format, replace), text, { blockSize });
    return given.join('');
  }

  it('replaces in what follows a line of which a part was read', () => {
    assert.equal(
      givenOf('> a > b\r\n> c', (part) => part.replaceAll('>', ' '), 5),
      '  a   b\r\n  c',
    );
  });

  it('takes nothing for the start of a line that is none, wherever the text was read up to', () => {
    const text = '> >a > b >c\r\n >> d\n>\n>e\0>f\n\n>g';
    const replace = (part: string): string => withoutMarks(part, { isQuoted: true, isBroken: false });
    for (let blockSize = 1; blockSize <= text.length; blockSize++)
      assert.equal(givenOf(text, replace, blockSize), '   a > b >c\r\n    d\n \n e\0>f\n\n g', `${blockSize}`);
  });
});
