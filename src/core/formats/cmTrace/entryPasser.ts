import type { EventTime } from '../../records/eventTime';
import type { KindCounter } from '../format';
import { compiledModule, exportsOf, oneOfThread } from '../wasmModule';
import { ENTRY_PASSER_CODE } from './entryPasserCode';

/** What the module of the folder `wasm/log` exports. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly textAt: () => number;
  readonly longestText: () => number;
  readonly kindsAt: () => number;
  readonly kindSize: () => number;
  readonly openText: (length: number) => void;
  readonly passEntries: (from: number) => number;
  readonly countFrom: (attributes: number, length: number, startOfDay: number) => number;
  readonly clearCounts: () => void;
  readonly forgetKinds: () => void;
}

/** What {@link Exports.countFrom} answers when it has no place for another kind. */
const NO_PLACE = -2;

/** Where in what the module tells of a kind the count stands, as a number of four bytes, and the times, of eight. */
const COUNT = 1;
const FIRST = 2;
const LAST = 3;

/** An entry of a kind that need only be counted from now on. */
export interface CountedEntry {
  /** Where its attributes start in the text. */
  readonly attributes: number;
  /** Units from behind its time of day to the end of its type, which those like it have in common. */
  readonly commonLength: number;
  readonly startOfDay: EventTime;
}

/** Passes over entries of the form `log` that need only be counted, many bytes at a time, in memory of its own. */
export class EntryPasser {
  private readonly encoder = new TextEncoder();
  private readonly module: Exports;
  private readonly room: Uint8Array;
  /** All of the memory, as numbers of four and of eight bytes. */
  private readonly numbers: Int32Array;
  private readonly times: Float64Array;
  /** By the kinds of the module. */
  private readonly counters = new Map<number, KindCounter>();
  /** Whose entries are counted. */
  private source: object | undefined;

  /** Throws where WebAssembly, or its instructions for many bytes, are missing. */
  constructor() {
    this.module = exportsOf(compiledModule(ENTRY_PASSER_CODE)) as Exports;
    const { buffer } = this.module.memory;
    this.room = new Uint8Array(buffer, this.module.textAt(), this.module.longestText());
    this.numbers = new Int32Array(buffer);
    this.times = new Float64Array(buffer);
  }

  /** Takes the text of a window of that source. False when it is too long. */
  open(text: string, source: object): boolean {
    const { read, written } = this.encoder.encodeInto(text, this.room);
    if (read < text.length) return false;
    if (source !== this.source) this.countFor(source);
    this.module.openText(written);
    return true;
  }

  /** Passes over the entries from that place on that are only counted, and tells where the last of them ends. */
  pass(from: number): number {
    return this.module.passEntries(from);
  }

  /** Counts entries like that one from now on. */
  countFrom({ attributes, commonLength, startOfDay }: CountedEntry, counter: KindCounter): void {
    const add = (): number => this.module.countFrom(attributes, commonLength, startOfDay.milliseconds);
    let kind = add();
    if (kind === NO_PLACE) {
      this.tell();
      this.forgetKinds();
      kind = add();
    }
    if (kind >= 0) this.counters.set(kind, counter);
  }

  /** Hands over what was counted in the window: the next one may be of another source. */
  tell(): void {
    const { module, numbers, times } = this;
    for (const [kind, counter] of this.counters) {
      const at = module.kindsAt() + kind * module.kindSize();
      const count = numbers[at / 4 + COUNT] ?? 0;
      if (count > 0) counter.add(count, times[at / 8 + FIRST] ?? NaN, times[at / 8 + LAST] ?? NaN);
    }
    module.clearCounts();
  }

  /** Nothing more of that source is counted. */
  close(source: object): void {
    if (source === this.source) this.countFor(undefined);
  }

  private countFor(source: object | undefined): void {
    this.forgetKinds();
    this.source = source;
  }

  private forgetKinds(): void {
    this.module.forgetKinds();
    this.counters.clear();
  }
}

/** The one of this thread, for one window after the other; undefined where it can not be had. */
export const entryPasser = oneOfThread(() => new EntryPasser());
