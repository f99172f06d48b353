import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ByteRange, readFileBlocks } from '../../../src/platform/fileBlocks';

async function bytesOf(path: string, range?: ByteRange): Promise<Uint8Array> {
  const blocks: Uint8Array[] = [];
  for await (const block of readFileBlocks(path, range)) blocks.push(block.slice());
  return Buffer.concat(blocks);
}

describe('readFileBlocks', () => {
  const content = Buffer.from(Uint8Array.from({ length: 1_000_003 }, (_, index) => (index * 7919) % 251));
  let folder = '';
  const pathOf = (name: string): string => join(folder, name);

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'wintriage-blocks-'));
    writeFileSync(pathOf('file'), content);
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('gives the bytes of a file, or of a part of it, in order', async () => {
    assert.ok(content.equals(await bytesOf(pathOf('file'))));
    const parts = [
      { start: 0, end: 10 },
      { start: 7, end: 600_000 },
      { start: 999_999, end: Infinity },
      { start: 2_000_000, end: Infinity },
    ];
    for (const { start, end } of parts)
      assert.ok(content.subarray(start, end).equals(await bytesOf(pathOf('file'), { start, end })), `${start}`);
  });

  it('gives the bytes of a pipe, which has no places', async () => {
    assert.equal(spawnSync('mkfifo', [pathOf('pipe')]).status, 0);
    const [bytes] = await Promise.all([bytesOf(pathOf('pipe')), writeFile(pathOf('pipe'), content)]);
    assert.ok(content.equals(bytes));
  });

  it('lets the thread be told something while it reads', async () => {
    let wasTold = false;
    setTimeout(() => (wasTold = true), 1);
    for await (const { length } of readFileBlocks(pathOf('file'))) {
      assert.ok(length > 0);
      const started = performance.now();
      while (performance.now() - started < 12);
    }
    assert.equal(wasTold, true);
  });

  it('throws what the file system says', async () => {
    await assert.rejects(bytesOf(pathOf('none')), { code: 'ENOENT' });
    await assert.rejects(bytesOf(folder), { code: 'EISDIR' });
  });
});
