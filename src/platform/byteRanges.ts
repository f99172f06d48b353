import { open } from 'node:fs/promises';

/** The bytes of something that is read here and there and never written. */
export interface ByteRanges {
  readonly length: number;
  /** The bytes from `at` on, fewer than asked for only at the end. Throws what the file system says. */
  read(at: number, length: number): Promise<Uint8Array>;
}

/** A file on disk, as long as it is now. It is open for reading only, and only while a range is being read. */
export async function fileRanges(path: string): Promise<ByteRanges> {
  const read = async (at: number, length: number): Promise<Uint8Array> => {
    const file = await open(path, 'r');
    try {
      const bytes = new Uint8Array(length);
      let done = 0;
      for (;;) {
        const { bytesRead } = await file.read(bytes, done, length - done, at + done);
        done += bytesRead;
        if (bytesRead === 0 || done === length) return bytes.subarray(0, done);
      }
    } finally {
      await file.close();
    }
  };
  return { length: await fileLength(path), read };
}

/** Bytes that are in memory as a whole, as a file of a virtual file system is. */
export function bytesAsRanges(bytes: Uint8Array): ByteRanges {
  return { length: bytes.length, read: (at, length) => Promise.resolve(bytes.subarray(at, at + length)) };
}

async function fileLength(path: string): Promise<number> {
  const file = await open(path, 'r');
  try {
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}
