import assert from 'node:assert/strict';
import { GarbledWatch, beforeGarbled } from '../../../../src/core/text/garbledText';

const line = 'Error,10/27/2021 8:28:26 AM,WDSServer,7031,None\r\n';
const russian = 'Ошибка;27.10.2021 8:28:26;Диспетчер управления службами;7031;Отсутствует\r\n'.repeat(2);

/** Where an editor that decodes all of the bytes in one way shows the first wrong character. */
function garbledIn(text: string, blockSize: number): number | undefined {
  const watch = new GarbledWatch();
  let before = '';
  for (let at = 0; at < text.length; at += blockSize) before += watch.before(text.slice(at, at + blockSize));
  const known = beforeGarbled(text);
  // How much more is read before it is known depends on the blocks.
  assert.ok(text.startsWith(before) && before.length >= known.length && before.length < known.length + 128);
  return watch.from;
}

function decoded(encoding: string, ...parts: readonly Buffer[]): string {
  return new TextDecoder(encoding).decode(Buffer.concat(parts));
}

describe('a text in two encodings, as an editor shows it', () => {
  it('is known by the zeros of UTF-16 behind bytes, whatever the blocks and the language', () => {
    for (const behind of [line.repeat(2), russian]) {
      const text = decoded('utf-8', Buffer.from(line), Buffer.from(behind, 'utf16le'));
      for (const blockSize of [1, 7, 64, 1000]) {
        const from = garbledIn(text, blockSize);
        assert.ok(from !== undefined && from >= line.length && from < line.length + 80, `${from} of ${line.length}`);
        assert.equal(from, garbledIn(text, 10_000));
      }
    }
  });

  it('is known by the signs that letters of bytes make behind UTF-16', () => {
    for (const encoding of ['utf-16le', 'utf-16be']) {
      const first = Buffer.from(line, 'utf16le');
      if (encoding === 'utf-16be') first.swap16();
      const text = decoded(encoding, first, Buffer.from(line.repeat(2)));
      for (const blockSize of [1, 7, 64, 1000]) assert.equal(garbledIn(text, blockSize), line.length);
    }
  });

  it('is none that has zeros, padding or Chinese in it', () => {
    const chinese = '错误,信息,应用程序错误,无法初始化映像服务器,服务意外终止。'.repeat(9);
    for (const text of [line, 'Level: Error\0\r\n'.repeat(40), `a${'\0'.repeat(200)}b`, chinese, '═'.repeat(99)]) {
      assert.equal(garbledIn(line + text, 100), undefined);
    }
  });
});
