import type { PassedEncoding } from '../text/encoding';
import { joinBytes } from '../text/joinBytes';
import { utf16OfWide } from '../text/utf16';
import { tryUtf8 } from '../text/utf8';
import type { TextWindow } from '../text/span';
import { type EventXmlModule, learnHead, openEventXmlModule, textRoom, wideRoom } from './eventXmlModule';
import type { XmlHeadReader } from './eventXmlHead';
import type { ByteSkimmer, KindCounter, Skimmed, SkimSink } from './format';
import { readXmlEvent } from './readXmlEvent';

/** Bytes that are looked at at a time, where there are as many. */
const ENOUGH = 0x20000;

/** With less room than this left there is room for nothing: each unit of UTF-16 may take three bytes. */
const LEAST_ROOM = 16;

/** What {@link EventXmlModule.passEvents} answers. */
const AT_END = 0;
const AT_EVENT = 1;

/** What {@link EventXmlModule.countFrom} answers when it has no place for another kind. */
const NO_PLACE = -2;

/**
 * Numbers for each kind that the module counts, which of them is the count, and which of them, taken two at a time, are the first and
 * the last time.
 */
const KIND_SIZE = 8;
const COUNT = 2;
const FIRST = 2;
const LAST = 3;

const NOTHING: Skimmed = { units: 0, lineEnds: 0, lastLine: 0, needsText: true };

/** Passes over event XML without prefix in the memory of a module of its own. */
export class EventXmlSkimmer implements ByteSkimmer {
  private readonly module: EventXmlModule;
  private readonly room: Uint8Array;
  private readonly wide: Uint8Array;
  /** All of the memory, as numbers of four and of eight bytes. */
  private readonly numbers: Int32Array;
  private readonly times: Float64Array;
  /** Where in `numbers` the module tells where it has stopped, and counts. */
  private readonly stop: number;
  private readonly tally: number;

  private heads: XmlHeadReader | undefined;
  private passes: PassedEncoding = 'ascii';
  /** Bytes of UTF-16 that are not in the room yet, as half of a character. */
  private carried = 0;
  /** Bytes in the room, how many are worth a look, and whether it was had. */
  private length = 0;
  private enough = ENOUGH;
  private isOpen = false;
  /** By the kinds of the module. */
  private readonly counters = new Map<number, KindCounter>();

  /** `closed` is told when it may be opened again. Throws where WebAssembly, or its instructions for many bytes, are missing. */
  constructor(private readonly closed: (skimmer: EventXmlSkimmer) => void) {
    this.module = openEventXmlModule();
    this.room = textRoom(this.module);
    this.wide = wideRoom(this.module);
    const { buffer } = this.module.memory;
    this.numbers = new Int32Array(buffer);
    this.times = new Float64Array(buffer);
    this.stop = this.module.stopAt() / 4;
    this.tally = this.module.tallyAt() / 4;
  }

  /** Starts between two events. */
  open(heads: XmlHeadReader, passes: PassedEncoding): void {
    this.heads = heads;
    this.passes = passes;
    this.carried = 0;
    this.length = 0;
    this.enough = ENOUGH;
    this.isOpen = false;
    this.module.startFile();
  }

  takeText(text: string): void {
    this.length += new TextEncoder().encodeInto(text, this.room.subarray(this.length)).written;
    this.isOpen = false;
  }

  take(bytes: Uint8Array): number {
    this.isOpen = false;
    if (this.isUtf16) return this.takeWide(bytes);
    const taken = bytes.subarray(0, this.room.length - this.length);
    this.room.set(taken, this.length);
    this.length += taken.length;
    return taken.length;
  }

  get hasEnough(): boolean {
    return this.length >= this.enough;
  }

  next(takesAllComputers: boolean): Skimmed {
    if (!this.isOpen && !this.openText()) return NOTHING;
    if (takesAllComputers) this.module.takeAllComputers();
    const reason = this.module.passEvents();
    const byte = this.told(0);
    this.isOpen = reason === AT_EVENT;
    const record = this.isOpen ? tryUtf8(this.room.subarray(byte, this.told(5)), false) : undefined;
    if (!this.isOpen) this.drop(byte);
    const isFull = this.room.length - this.length < LEAST_ROOM;
    const needsText = reason === AT_END ? isFull : !this.isOpen;
    return { units: this.told(1), lineEnds: this.told(2), lastLine: this.told(3), needsText, record };
  }

  read(window: TextWindow, sink: SkimSink): void {
    const { heads } = this;
    if (!heads) return;
    const unit = this.told(4);
    const event = { from: 0, to: window.text.length, isClosed: true };
    const brief = heads.search(window, event, (places) => {
      learnHead(this.module, unit, places, 0);
    });
    if (sink.brief(brief)) readXmlEvent({ window, event, heads }, sink);
    else this.countFrom(unit, sink.counterFor(brief));
  }

  close(): Uint8Array {
    this.tell();
    this.heads = undefined;
    this.closed(this);
    const bytes = this.room.slice(0, this.length);
    if (!this.isUtf16) return bytes;
    return joinBytes(utf16OfWide(bytes, this.passes === 'utf-16be'), this.wide.subarray(0, this.carried));
  }

  private get isUtf16(): boolean {
    return this.passes === 'utf-16le' || this.passes === 'utf-16be';
  }

  private takeWide(bytes: Uint8Array): number {
    const units = Math.min(this.wide.length / 2, Math.floor((this.room.length - this.length) / 3));
    const taken = bytes.subarray(0, units * 2 - this.carried);
    this.wide.set(taken, this.carried);
    this.length += this.module.narrow(this.carried + taken.length, this.length, this.passes === 'utf-16be');
    this.carried = this.module.leftOfWide();
    return taken.length;
  }

  /** A number of what the module tells of where it has stopped. */
  private told(index: number): number {
    return this.numbers[this.stop + index] ?? 0;
  }

  private openText(): boolean {
    const isTooMuch = this.module.openText(this.length) < 0;
    this.isOpen = !isTooMuch && (this.passes !== 'ascii' || this.module.isWide() === 0);
    return this.isOpen;
  }

  /** Is done with so many bytes. Looking again only at twice as many as are left keeps the work linear. */
  private drop(bytes: number): void {
    this.room.copyWithin(0, bytes, this.length);
    this.length -= bytes;
    this.enough = Math.min(this.room.length - LEAST_ROOM, Math.max(ENOUGH, this.length * 2));
  }

  private countFrom(unit: number, counter: KindCounter | undefined): void {
    if (!counter) return;
    let kind = this.module.countFrom(unit);
    if (kind === NO_PLACE) {
      this.tell();
      kind = this.module.countFrom(unit);
    }
    if (kind >= 0) this.counters.set(kind, counter);
  }

  /** Hands over what was counted, and counts no more. */
  private tell(): void {
    for (const [kind, counter] of this.counters) {
      const at = this.tally + kind * KIND_SIZE;
      const count = this.numbers[at + COUNT] ?? 0;
      const times = this.times.subarray(at / 2);
      if (count > 0) counter.add(count, times[FIRST] ?? NaN, times[LAST] ?? NaN);
    }
    this.counters.clear();
    this.module.clearTally();
  }
}

/** One that is not in use; each has 1.6 MB of memory. */
let spare: EventXmlSkimmer | undefined;

/** Undefined where there can be none. */
export function openEventXmlSkimmer(heads: XmlHeadReader, passes: PassedEncoding): ByteSkimmer | undefined {
  const skimmer = spare ?? newSkimmer();
  spare = undefined;
  skimmer?.open(heads, passes);
  return skimmer;
}

function newSkimmer(): EventXmlSkimmer | undefined {
  try {
    return new EventXmlSkimmer((closed) => (spare = closed));
  } catch {
    return undefined;
  }
}
