import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ByteDecoder } from '../../../../src/core/text/byteDecoder';
import type { Encoding } from '../../../../src/core/text/encoding';

const line = 'Error,10/27/2021 8:28:26 AM,Dienst für alles,7031,Keine\r\n';
const utf8 = Buffer.from(`Ü ${line}`);
const windows = Buffer.from(`Export f\xfcr PXE01\r\n`, 'latin1');
const wide = Buffer.from(line.repeat(2), 'utf16le');
const mark = Buffer.from([0xff, 0xfe]);

interface Decoded {
  readonly before: string;
  readonly behind: string;
  readonly encoding: Encoding;
}

function decodeInBlocks(bytes: Uint8Array, size: number): Decoded {
  const decoder = new ByteDecoder({ followsChange: true });
  const parts: string[] = [''];
  const add = (text: string, ended: boolean): void => {
    parts.push(`${parts.pop() ?? ''}${text}`);
    for (let behind = decoder.behindChange(ended); behind !== undefined; behind = decoder.behindChange(ended)) {
      parts.push(behind);
    }
  };
  for (let at = 0; at < bytes.length; at += size) add(decoder.push(bytes.subarray(at, at + size)), false);
  add(decoder.finish(), true);
  const [before = '', ...behind] = parts;
  return { before, behind: behind.join('|'), encoding: decoder.encoding };
}

function assertDecoded(parts: readonly Uint8Array[], expected: Decoded): void {
  const bytes = Buffer.concat(parts);
  for (let size = 1; size <= bytes.length; size++) {
    assert.deepEqual(decodeInBlocks(bytes, size), expected, `block size ${size}`);
  }
}

describe('ByteDecoder, text in UTF-16 behind text in bytes', () => {
  const behind = { behind: line.repeat(2), encoding: 'utf-16le' } as const;

  it('is found with a mark and without, in blocks of every size', () => {
    assertDecoded([utf8, mark, wide], { before: utf8.toString(), ...behind });
    // Without a mark it is known by the zero behind its first letter.
    const withoutLetter = { ...behind, behind: behind.behind.slice(1) };
    assertDecoded([utf8, wide], { before: `${utf8.toString()}E`, ...withoutLetter });
    assertDecoded([Buffer.from('a line\r\n'), wide], { before: 'a line\r\nE', ...withoutLetter });
    assertDecoded([windows, mark, wide], { before: 'Export für PXE01\r\n', ...behind });
  });

  it('is not what a text in bytes says in few units of UTF-16, or in zero bytes', () => {
    const few = Buffer.from('C:\\Windows\\svchost.exe', 'utf16le');
    const bytes = Buffer.concat([
      Buffer.from(line.repeat(2)),
      few,
      Buffer.from(' Level: Error\0\0'),
      Buffer.alloc(200),
      utf8,
    ]);
    assertDecoded([bytes], { before: bytes.toString(), behind: '', encoding: 'utf-8' });
  });

  it('is none of a file that is in UTF-16 from its start, nor where nobody looks for it', () => {
    assertDecoded([wide, mark, wide], {
      before: `${line.repeat(2)}\uFEFF${line.repeat(2)}`,
      behind: '',
      encoding: 'utf-16le',
    });
    const decoder = new ByteDecoder();
    const text = decoder.push(Buffer.concat([Buffer.from('a line\r\n'.repeat(9)), wide])) + decoder.finish();
    assert.deepEqual(
      [text.includes('E\0r\0'), decoder.encoding, decoder.behindChange(true)],
      [true, 'windows-1252', undefined],
    );
  });

  it('keeps the letters of code pages that are the mark of UTF-16', () => {
    const russian = Buffer.concat([Buffer.from('a'.repeat(70)), Buffer.from([0xe3, 0xf3, 0xeb, 0xff, 0xfe, 0xf2])]);
    for (let size = 1; size <= russian.length; size++) {
      const decoder = new ByteDecoder({ followsChange: true, fallbackEncoding: 'windows-1251' });
      let text = '';
      for (let at = 0; at < russian.length; at += size) text += decoder.push(russian.subarray(at, at + size));
      assert.equal(text + decoder.finish(), `${'a'.repeat(70)}гуляют`, `block size ${size}`);
    }
  });

  it('is found the same in whatever blocks the bytes come', () => {
    const pieces = [
      ...['a', '\r', '\n', line, 'für', '\0'].map((text) => Buffer.from(text)),
      ...['x', 'ab'.repeat(15), line, '错误,信息\r\n'].map((text) => Buffer.from(text, 'utf16le')),
      ...[[0xff], [0xfe], [0xff, 0xfe], [0xfc, 0x20]].map((bytes) => Buffer.from(bytes)),
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 14 }),
        fc.integer({ min: 1, max: 70 }),
        (parts, size) => {
          const bytes = Buffer.concat(parts);
          assert.deepEqual(decodeInBlocks(bytes, size), decodeInBlocks(bytes, bytes.length + 1));
        },
      ),
      { seed: 2510665, numRuns: 500 },
    );
  });

  it('has other bytes behind it that are found, with a mark and without, also where UTF-16 follows them again', () => {
    const list = Buffer.from(line);
    const text = line.repeat(2);
    for (const endian of ['utf-16le', 'utf-16be'] as const) {
      const first = Buffer.from(wide);
      if (endian === 'utf-16be') first.swap16();
      assertDecoded([first, list], { before: text, behind: line, encoding: 'utf-8' });
      assertDecoded([first, Buffer.from(`\uFEFF${line}`)], { before: text, behind: line, encoding: 'utf-8-bom' });
    }
    assertDecoded([mark, wide, Buffer.from(line.replace('ü', 'u')), windows], {
      before: text,
      behind: `${line.replace('ü', 'u')}Export für PXE01\r\n`,
      encoding: 'windows-1252',
    });
    assertDecoded([wide, list, mark, wide], { before: text, behind: `${line}|${text}`, encoding: 'utf-16le' });
  });

  it('has none behind it where Chinese or few letters stand in it', () => {
    const chinese = '错误,信息,应用程序错误,无法初始化映像服务器,服务意外终止。'.repeat(9);
    const japanese = 'このあとにかきこまれたもの㈱とそのまえにあるもの、Windows の 3 つのサービス'.repeat(9);
    const hindi = 'सेवा अनपेक्षित रूप से समाप्त हो गई'.repeat(9);
    const few = Buffer.from('Error 1:'.repeat(2)).toString('utf16le');
    for (const text of [chinese, japanese, hindi, '═'.repeat(99), few]) {
      const bytes = Buffer.from(line + text, 'utf16le');
      assert.deepEqual(decodeInBlocks(bytes, 7), { before: line + text, behind: '', encoding: 'utf-16le' });
    }
  });

  it('is found in time that grows with the size only', () => {
    const pairs = Buffer.from('ab'.repeat(15), 'utf16le');
    const bytes = Buffer.concat([
      utf8,
      ...Array.from({ length: 20_000 }, () => Buffer.concat([pairs, Buffer.from('ab')])),
    ]);
    const start = performance.now();
    assert.equal(decodeInBlocks(bytes, 0x10000).behind, '');
    assert.ok(performance.now() - start < 5000);
  });
});
