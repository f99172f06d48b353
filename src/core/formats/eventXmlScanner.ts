import type { Level } from '../records/eventRecord';
import type { HeadPlaces } from './eventXmlHeadPlaces';
import { type EventXmlModule, learnHead, openEventXmlModule, textRoom } from './eventXmlModule';
import { NO_MARK, type XmlMarks } from './xmlMarks';
import { oneOfThread } from './wasmModule';
import { nameWritten } from './xmlText';

/** Numbers of an entry for a tag and for a section; the second one of both is the unit at which it starts. */
const TAG_SIZE = 5;
const SECTION_SIZE = 2;

/** What {@link EventXmlModule.readHead} answers. */
const UNKNOWN = 0;
const NEW_COMPUTER = 2;

/**
 * Finds events and reads their heads many bytes at a time, in a module of WebAssembly, for one text after the other; elements
 * have no prefix. It remembers what the heads of events look like from one text to the next, whatever file they are of.
 */
export class EventXmlScanner {
  private readonly encoder = new TextEncoder();
  private readonly module: EventXmlModule;
  /** All of the memory, which never grows: as bytes, as numbers, and the time of the head that was read last. */
  private readonly bytes: Uint8Array;
  private readonly numbers: Int32Array;
  private readonly time: Float64Array;
  /** The part for the text. */
  private readonly room: Uint8Array;
  private readonly head: number;
  /** By the slots of the module. */
  private readonly providers: string[] = [];
  private readonly computers: string[] = [];

  /** Throws where WebAssembly, or its instructions for many bytes, are missing. */
  constructor() {
    this.module = openEventXmlModule();
    const { buffer } = this.module.memory;
    this.bytes = new Uint8Array(buffer);
    this.numbers = new Int32Array(buffer);
    this.time = new Float64Array(buffer, this.module.headAt() + 16, 1);
    this.room = textRoom(this.module);
    this.head = this.module.headAt() / 4;
  }

  /**
   * Takes a text in the place of the last one. Undefined when it is too long, or has so many tags that they are better
   * searched for one by one.
   */
  marksOf(text: string): XmlMarks | undefined {
    if (text.length > this.room.length) return undefined;
    const { read, written } = this.encoder.encodeInto(text, this.room);
    if (read < text.length) return undefined;
    const tagCount = this.module.findTags(written);
    if (tagCount < 0) return undefined;
    const tags = { from: this.module.tagsAt() / 4, count: tagCount };
    const sections = { from: this.module.sectionsAt() / 4, count: this.module.countOfSections() };
    return new FoundMarks(this.numbers, tags, sections);
  }

  /**
   * Reads the head of the event that starts at a unit of the text that was taken last; units do not go back. False when it
   * looks like none that was learned; else the values are there until the next call.
   */
  readHead(unit: number): boolean {
    const answer = this.module.readHead(unit);
    if (answer === NEW_COMPUTER) {
      const name = this.bytes.subarray(this.numbers[this.head + 6], this.numbers[this.head + 7]);
      this.computers[this.at(3)] = nameWritten(String.fromCharCode(...name));
    }
    return answer !== UNKNOWN;
  }

  get provider(): string {
    return this.providers[this.at(0)] ?? '';
  }

  get eventId(): number {
    return this.at(1);
  }

  get level(): Level | undefined {
    return LEVELS[this.at(2)];
  }

  /** From 1970 on, in UTC. */
  get milliseconds(): number {
    return this.time[0] ?? NaN;
  }

  get computer(): string {
    return this.computers[this.at(3)] ?? '';
  }

  /** Learns from an event that {@link readHead} did not know where such events have their values. */
  learn(unit: number, places: HeadPlaces, provider: string): void {
    const slot = learnHead(this.module, unit, places, unit);
    if (slot >= 0) this.providers[slot] = provider;
  }

  /** A number of the head that was read last. */
  private at(index: number): number {
    return this.numbers[this.head + index] ?? 0;
  }
}

const LEVELS: readonly (Level | undefined)[] = [0, 1, 2, 3, 4, 5];

/** Entries in the memory of the module. */
interface Table {
  readonly from: number;
  readonly count: number;
}

class FoundMarks implements XmlMarks {
  private tag: number;
  private readonly lastTag: number;
  private section: number;
  private readonly lastSection: number;

  constructor(
    private readonly numbers: Int32Array,
    tags: Table,
    sections: Table,
  ) {
    this.tag = tags.from;
    this.lastTag = tags.from + tags.count * TAG_SIZE;
    this.section = sections.from;
    this.lastSection = sections.from + sections.count * SECTION_SIZE;
  }

  get isEnd(): boolean {
    return this.numbers[this.tag + 2] === 1;
  }

  tagFrom(offset: number): number {
    while (this.tag < this.lastTag && (this.numbers[this.tag + 1] ?? 0) < offset) this.tag += TAG_SIZE;
    return this.tag < this.lastTag ? (this.numbers[this.tag + 1] ?? 0) : NO_MARK;
  }

  sectionFrom(offset: number): number {
    while (this.section < this.lastSection && (this.numbers[this.section + 1] ?? 0) < offset)
      this.section += SECTION_SIZE;
    return this.section < this.lastSection ? (this.numbers[this.section + 1] ?? 0) : NO_MARK;
  }
}

/** The one of this thread, as its memory is only used while a text is being read; undefined where it can not be had. */
export const eventXmlScanner = oneOfThread(() => new EventXmlScanner());
