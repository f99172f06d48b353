import { readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** Large enough that the cost of a read does not show, small enough to stay in the cache of a core until it was looked at. */
const BLOCK_LENGTH = 0x40000;

/** Between two blocks of a file the thread looks so often whether it was told something. Milliseconds. */
const BUSY = 10;

/** Part of a file: half-open range of bytes. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The bytes of a file or of a part of it, in blocks, in order. A block is overwritten once the next one was asked for. Throws
 * what the file system says: no such file, no permission.
 *
 * A file on a disk is read by the thread itself: the system reads ahead, and handing each block from one thread to another takes as long as
 * looking at it. Anything else, such as a pipe, may keep who reads it waiting, and is read in the background.
 */
export async function* readFileBlocks(path: string, range?: ByteRange): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    if ((await file.stat()).isFile()) yield* blocksNow(file.fd, range ?? { start: 0, end: Infinity });
    else yield* blocksAhead(file, range);
  } finally {
    await file.close();
  }
}

async function* blocksNow(descriptor: number, { start, end }: ByteRange): AsyncGenerator<Uint8Array> {
  // A plain array and no Buffer: the `slice` of a Buffer is no copy.
  const block = new Uint8Array(BLOCK_LENGTH);
  let busySince = performance.now();
  for (let at = start; at < end;) {
    const length = readSync(descriptor, block, 0, Math.min(block.length, end - at), at);
    if (length === 0) return;
    at += length;
    yield block.subarray(0, length);
    if (performance.now() - busySince < BUSY) continue;
    await new Promise(setImmediate);
    busySince = performance.now();
  }
}

/** While one block is looked at the next one is read. */
async function* blocksAhead(file: FileHandle, range: ByteRange | undefined): AsyncGenerator<Uint8Array> {
  let pending = Promise.resolve(0);
  try {
    const blocks = new BlockReader(file, range);
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
