import assert from 'node:assert/strict';
import { ByteDecoder, type Encoding } from '../../../src/core/index';
import { lengthInBytes, wholeLength } from '../../../src/platform/textBytes';

const samples: readonly (readonly [encoding: Encoding, bytes: Uint8Array])[] = [
  ['utf-8', Buffer.from('aü€\u{1F600}\n')],
  ['utf-16le', Buffer.from('aü€\u{1F600}\n', 'utf16le')],
  ['utf-16be', Buffer.from('aü€\u{1F600}\n', 'utf16le').swap16()],
  ['windows-1252', Buffer.from([0x61, 0xfc, 0x80, 0x0a])],
  ['ibm850', Buffer.from([0x61, 0x81, 0x9a, 0x0a])],
  ['shift_jis', Buffer.from([0x61, 0x83, 0x47, 0xb4, 0x95, 0x5c, 0x0a])],
  ['gbk', Buffer.from([0x61, 0xb4, 0xed, 0xce, 0xf3, 0x0a])],
  ['euc-kr', Buffer.from([0x61, 0xbf, 0xc0, 0x8c, 0x63, 0x0a])],
  ['big5', Buffer.from([0x61, 0xbf, 0xf9, 0xa4, 0x5c, 0x0a])],
];

function decode(bytes: Uint8Array, known: Encoding): string {
  const decoder = new ByteDecoder({ known });
  return decoder.push(bytes) + decoder.finish();
}

describe('bytes of a text', () => {
  for (const [encoding, bytes] of samples) {
    it(`are cut between characters only, and are counted again from the text: ${encoding}`, () => {
      const text = decode(bytes, encoding);
      assert.equal(lengthInBytes(text, encoding), bytes.length);
      for (let end = 0; end <= bytes.length; end++) {
        const whole = wholeLength(bytes.subarray(0, end), encoding);
        const start = decode(bytes.subarray(0, whole), encoding);
        assert.ok(whole <= end && text.startsWith(start) && !start.includes('\uFFFD'), `${end}`);
        assert.equal(lengthInBytes(start, encoding), whole);
      }
    });
  }

  it('are not counted where some were lost, or where the page does not have a character', () => {
    assert.equal(lengthInBytes('a\uFFFD', 'shift_jis'), undefined);
    assert.equal(lengthInBytes('a\uFFFD', 'utf-8'), undefined);
    assert.equal(lengthInBytes('\u{1F600}', 'gbk'), undefined);
  });
});
