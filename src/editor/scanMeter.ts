import type { ByteProgress } from '../core';

/** Before this much time has passed, a rate says nothing. Milliseconds. */
const SETTLING = 1000;

/** Counts the bytes of the files of one scan while several of them are read at a time. */
export class ScanMeter {
  private readonly started: number;
  /** Bytes of the files that are read to their end. */
  private done = 0;
  private found = 0;
  /** Bytes read of the files that are not. */
  private readonly current = new Map<string, number>();

  /** `now` tells the time in milliseconds. */
  constructor(private readonly now: () => number = () => performance.now()) {
    this.started = now();
  }

  /** A file that will be read. */
  expect(size: number): void {
    this.found += size;
  }

  /** So much of a file is read by now. */
  advance(path: string, bytesRead: number): void {
    this.current.set(path, bytesRead);
  }

  /** A file is done with. Of one that is no event log only the start was read, which counts for nothing. */
  finish(path: string, size: number, wasRead: boolean): void {
    this.current.delete(path);
    if (wasRead) this.done += size;
    else this.found -= size;
  }

  get bytes(): ByteProgress {
    const read = [...this.current.values()].reduce((sum, each) => sum + each, this.done);
    const passed = this.now() - this.started;
    return { read, found: this.found, ...(passed >= SETTLING && { perSecond: (read / passed) * 1000 }) };
  }
}
