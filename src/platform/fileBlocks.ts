import { type FileHandle, open } from 'node:fs/promises';

/** Large enough that the cost of a read does not show, small enough to be passed by unnoticed in memory and in time. */
const BLOCK_LENGTH = 1024 * 1024;

/** Part of a file: half-open range of bytes. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The bytes of a file or of a part of it, in blocks, in order. While one block is looked at the next one is read, and a
 * block is overwritten once the next one was asked for. Throws what the file system says: no such file, no permission.
 */
export async function* readFileBlocks(path: string, range?: ByteRange): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  let pending = Promise.resolve(0);
  try {
    const blocks = new BlockReader(file, range);
    // Plain arrays and no Buffers: the `slice` of a Buffer is no copy.
    let current = new Uint8Array(BLOCK_LENGTH);
    let next = new Uint8Array(BLOCK_LENGTH);
    for (let length = await blocks.read(current); length > 0; length = await pending) {
      pending = blocks.read(next);
      // It may fail while nobody waits for it yet; who waits is told.
      pending.catch(() => 0);
      yield current.subarray(0, length);
      [current, next] = [next, current];
    }
  } finally {
    // Who stops early no longer wants to know whether the read that is under way succeeds.
    await pending.catch(() => 0);
    await file.close();
  }
}

/** Reads on from where it read last. Without a range it asks for no offset, as pipes know none. */
class BlockReader {
  private offset: number | undefined;
  private readonly end: number;

  constructor(
    private readonly file: FileHandle,
    range: ByteRange | undefined,
  ) {
    this.offset = range?.start;
    this.end = range?.end ?? Infinity;
  }

  /** Number of bytes read; 0 at the end. */
  async read(into: Uint8Array): Promise<number> {
    const wanted = Math.min(into.length, this.end - (this.offset ?? 0));
    if (wanted === 0) return 0;
    const { bytesRead } = await this.file.read(into, 0, wanted, this.offset ?? null);
    if (this.offset !== undefined) this.offset += bytesRead;
    return bytesRead;
  }
}
