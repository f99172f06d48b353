import { compiledModule, exportsOf, oneOfThread } from '../wasmModule';
import { FOLD_CODE } from './foldCode';

/** What the module of the folder `wasm/fold` exports. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly bytesAt: () => number;
  readonly longest: () => number;
  readonly fold: (length: number) => number;
}

/** Shorter runs are summed up sooner than they are copied. Bytes. */
const LEAST = 0x4000;

/** Shortens long runs of bytes without changing their CRC-32, in memory of its own. */
class Folding {
  /** All of its memory. */
  readonly view: DataView;
  private readonly module: Exports;
  /** The part for the bytes, and where it starts. */
  private readonly room: Uint8Array;
  private readonly start: number;

  /** Throws where WebAssembly, or its instructions for many bytes, are missing. */
  constructor() {
    this.module = exportsOf(compiledModule(FOLD_CODE)) as Exports;
    const { buffer } = this.module.memory;
    this.view = new DataView(buffer);
    this.start = this.module.bytesAt();
    this.room = new Uint8Array(buffer, this.start, this.module.longest());
  }

  /** Whether so many bytes have room, and are enough for folding to gain anything. */
  pays(length: number): boolean {
    return length >= LEAST && length <= this.room.length;
  }

  /**
   * Gives the place in {@link view} of a shorter run, good until the next call: a remainder of zero that goes over it becomes what
   * the remainder given here becomes over the bytes.
   */
  fold(bytes: Uint8Array, remainder: number): { readonly from: number; readonly to: number } {
    this.room.set(bytes);
    this.view.setInt32(this.start, this.view.getInt32(this.start, true) ^ remainder, true);
    return { from: this.start + this.module.fold(bytes.length), to: this.start + bytes.length };
  }
}

/** The one of this thread; undefined where it can not be had. */
export const folding = oneOfThread(() => new Folding());
