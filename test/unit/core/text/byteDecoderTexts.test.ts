import assert from 'node:assert/strict';
import { ByteDecoder } from '../../../../src/core/text/byteDecoder';

describe('ByteDecoder, text in parts', () => {
  const wide = 'Müller \u{1F600} €'.repeat(30_000);
  const plain = 'plain ASCII '.repeat(30_000);

  for (const [title, bytes, text, encoding] of [
    ['ASCII', Buffer.from(plain), plain, 'utf-8'],
    ['UTF-8', Buffer.from(plain + wide + plain), plain + wide + plain, 'utf-8'],
    ['UTF-16LE', Buffer.from(`\uFEFF${plain}${wide}`, 'utf16le'), plain + wide, 'utf-16le'],
    ['Windows-1252', Buffer.from(`${plain}M\xfcller`, 'latin1'), `${plain}Müller`, 'windows-1252'],
  ] as const) {
    it(`gives ${title} as a whole, in several parts`, () => {
      const decoder = new ByteDecoder();
      const parts = [...decoder.texts(bytes), decoder.finish()];
      assert.ok(parts.length > 5);
      assert.ok(parts.join('') === text);
      assert.equal(decoder.encoding, encoding);
      assert.equal(decoder.hasInvalidBytes, false);
    });
  }

  it('goes on after bytes that are no UTF-8, part by part', () => {
    const decoder = new ByteDecoder();
    const bytes = Buffer.concat([Buffer.from(wide), Buffer.from([0xfc]), Buffer.from(wide), Buffer.from([0xc3])]);
    const text = [...decoder.texts(bytes), decoder.finish()].join('');
    assert.ok(text === `${wide}\uFFFD${wide}\uFFFD`);
    assert.equal(decoder.hasInvalidBytes, true);
  });
});
