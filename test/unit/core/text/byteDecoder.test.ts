import assert from 'node:assert/strict';
import { ByteDecoder } from '../../../../src/core/text/byteDecoder';

function decodeInBlocks(bytes: Uint8Array, blockSize: number): { text: string; encoding: string; invalid: boolean } {
  const decoder = new ByteDecoder();
  let text = '';
  for (let at = 0; at < bytes.length; at += blockSize) text += decoder.push(bytes.subarray(at, at + blockSize));
  text += decoder.finish();
  return { text, encoding: decoder.encoding, invalid: decoder.hasInvalidBytes };
}

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

const sample = `Level,Date and Time,Source\r\nError,"Müller \u{1F600} \u20AC", ${'x'.repeat(80)}\0end`;
const ascii = `<Event>${'plain '.repeat(30)}</Event>`;

const cases: readonly (readonly [title: string, bytes: Uint8Array, text: string, encoding: string])[] = [
  ['UTF-8', Buffer.from(sample), sample, 'utf-8'],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${sample}`), sample, 'utf-8-bom'],
  ['UTF-16LE', utf16(sample, false, true), sample, 'utf-16le'],
  ['UTF-16BE', utf16(sample, true, true), sample, 'utf-16be'],
  ['UTF-16LE without a mark', utf16(ascii, false, false), ascii, 'utf-16le'],
  ['UTF-16BE without a mark', utf16(ascii, true, false), ascii, 'utf-16be'],
  ['plain ASCII', Buffer.from(ascii), ascii, 'utf-8'],
  ['Windows-1252', Buffer.from(`${ascii}\x80 M\xfcller`, 'latin1'), `${ascii}\u20AC Müller`, 'windows-1252'],
  ['nothing', Buffer.from(''), '', 'utf-8'],
  ['one byte', Buffer.from('x'), 'x', 'utf-8'],
];

describe('ByteDecoder', () => {
  for (const [title, bytes, text, encoding] of cases) {
    it(`decodes ${title} in blocks of every size`, () => {
      for (let size = 1; size <= bytes.length + 1; size++) {
        assert.deepEqual(decodeInBlocks(bytes, size), { text, encoding, invalid: false }, `block size ${size}`);
      }
    });
  }

  it('keeps a U+FEFF that is not at the start', () => {
    const text = `${ascii}\uFEFF${ascii}`;
    assert.equal(decodeInBlocks(Buffer.from(text), 7).text, text);
  });

  it('says when a file that was UTF-8 so far holds bytes that are not', () => {
    const bytes = Buffer.concat([Buffer.from(`Müßig ü${ascii}`), Buffer.from([0xfc]), Buffer.from(ascii)]);
    const { text, encoding, invalid } = decodeInBlocks(bytes, 64);
    assert.equal(encoding, 'utf-8');
    assert.equal(invalid, true);
    assert.equal(text, `Müßig ü${ascii}\uFFFD${ascii}`);
  });

  it('decodes every byte of Windows-1252', () => {
    const bytes = new Uint8Array(256).map((_, index) => index);
    const { text } = decodeInBlocks(Buffer.concat([Buffer.from(ascii), Buffer.from([0xfc]), bytes]), 1000);
    assert.equal(text.length, ascii.length + 1 + 256);
    assert.equal(text.charCodeAt(text.length - 256 + 0x80), 0x20ac);
    assert.equal(text.charCodeAt(text.length - 256 + 0x9f), 0x178);
    assert.equal(text.charCodeAt(text.length - 1), 0xff);
  });
});
