import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineCounter } from '../../../../src/core/text/lineCounter';
import type { Position, TextWindow } from '../../../../src/core/text/span';

/** The definition, one unit at a time. */
function expectedPosition(text: string, offset: number): Position {
  const before = text.slice(0, offset).replace(/\r\n/g, ' \n').replace(/\r/g, '\n');
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length - 1, column: offset - lineStart };
}

function whole(text: string): TextWindow {
  return { text, base: 0, ended: true };
}

/** An offset inside CR LF belongs to no character that anyone could point at. */
function splitsLineEnd(text: string, offset: number): boolean {
  return text.charAt(offset - 1) === '\r' && text.charAt(offset) === '\n';
}

describe('LineCounter', () => {
  it('ends lines at CR LF, lone LF and lone CR, and nowhere else', () => {
    const text = 'a\r\nb\nc\rd\u2028e\u0085f\vg';
    const counter = new LineCounter();
    assert.deepEqual(counter.positionAt(whole(text), text.indexOf('b')), { line: 1, column: 0 });
    assert.deepEqual(counter.positionAt(whole(text), text.indexOf('c')), { line: 2, column: 0 });
    assert.deepEqual(counter.positionAt(whole(text), text.indexOf('g')), { line: 3, column: 6 });
  });

  it('counts columns in UTF-16 units', () => {
    const text = 'x\n\u{1F600}\tö';
    assert.deepEqual(new LineCounter().positionAt(whole(text), text.indexOf('ö')), { line: 1, column: 3 });
  });

  it('gives the same positions however the text is cut into windows', () => {
    const pieces = fc.array(fc.constantFrom('a', 'bc', '\n', '\r', '\r\n', '\u{1F600}', '\0'), { maxLength: 40 });
    const cuts = fc.array(fc.nat(60), { maxLength: 10 });
    fc.assert(
      fc.property(pieces, cuts, (parts, offsets) => {
        const text = parts.join('');
        const counter = new LineCounter();
        let base = 0;
        for (const cut of offsets.sort((a, b) => a - b)) {
          if (cut < base || cut > text.length || splitsLineEnd(text, cut)) continue;
          // A window never ends between CR and LF: the pipeline holds the CR back.
          counter.advance({ text: text.slice(base, cut), base, ended: false }, cut);
          base = cut;
          const window = { text: text.slice(base), base, ended: true };
          for (let offset = base; offset <= text.length; offset++) {
            if (splitsLineEnd(text, offset)) continue;
            assert.deepEqual(counter.positionAt(window, offset), expectedPosition(text, offset));
          }
        }
      }),
      { seed: 20120314 },
    );
  });

  it('advances within a window as well as from window to window', () => {
    const text = 'one\r\ntwo\rthree\nfour';
    const counter = new LineCounter();
    for (const word of ['two', 'three', 'four']) {
      counter.advance(whole(text), text.indexOf(word));
      assert.deepEqual(counter.positionAt(whole(text), text.indexOf(word)), expectedPosition(text, text.indexOf(word)));
    }
  });
});
