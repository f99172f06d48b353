import {
  ByteDecoder,
  type Encoding,
  type EventFormat,
  type EventRun,
  type FormatId,
  HEAD_LENGTH,
  LineCounter,
  type LogEvent,
  type LogSource,
  type Position,
  type ReadSettings,
  type ScanSettings,
  type Span,
  type TextWindow,
  detectFormat,
  holdsPlace,
  longestRecordOf,
} from '../core/index';
import type { ByteRanges } from './byteRanges';
import { lengthInBytes, wholeLength } from './textBytes';

/** Bytes read at a time: reading the heads of their events takes a few milliseconds. */
const BLOCK_LENGTH = 0x100000;

/** The same for a registry file, whose keys are read in full. */
const REG_BLOCK_LENGTH = 0x20000;

/** A place of the log from which its events can be read without what stands before. */
interface Mark {
  readonly byte: number;
  /** Of the first event at or after the place. */
  readonly ordinal: number;
  readonly position: Position;
  readonly encoding: Encoding;
  /** Lines that its reader has to see first, besides the preamble. */
  readonly above: string;
}

/** What reading a text log depends on besides its bytes. */
export interface TextLogSettings extends ReadSettings, Pick<ScanSettings, 'fallbackEncoding'> {}

/** What is known of a text log from its start. */
interface TextLogHead {
  readonly format: EventFormat;
  readonly settings: TextLogSettings;
  readonly encoding: Encoding;
  readonly preamble: string;
  /** Read before a part of the log, so that it is read as it would be in the whole. */
  readonly context: string;
}

/** Opens a log that is text, whatever its size; undefined when it is in none of the formats. */
export async function openTextLog(bytes: ByteRanges, settings: TextLogSettings): Promise<LogSource | undefined> {
  const decoder = new ByteDecoder(settings);
  // Enough bytes for the units by which the format is told, in every encoding.
  const headBytes = HEAD_LENGTH * 2;
  const first = await bytes.read(0, headBytes);
  const text = decoder.push(first) + (first.length < headBytes ? decoder.finish() : '');
  const format = detectFormat(text.slice(0, HEAD_LENGTH));
  if (!format) return undefined;
  const { encoding } = decoder;
  return new TextLog(bytes, { format, settings, encoding, ...startOf(text, format, settings) });
}

/** What stands above the first event tells how the others are read. */
const KNOWN_BY_START: readonly FormatId[] = [
  'event-csv',
  'event-txt',
  'nt5-list',
  'psloglist-list',
  'powershell-csv',
  'vew-text',
  'clixml',
  'reg',
];

/**
 * The lines of a list that tell what its columns are, the tag around objects, the header of a registry file; where nothing
 * stands above the first event, it tells itself. Of other formats each event can be read on its own, or with what its reader
 * has above it.
 */
function startOf(text: string, format: EventFormat, settings: ReadSettings): Pick<TextLogHead, 'preamble' | 'context'> {
  if (!KNOWN_BY_START.includes(format.id)) return { preamble: '', context: '' };
  let first: Span | undefined;
  format.openReader(settings).read(
    { text, base: 0, ended: true },
    {
      head: ({ span }) => {
        first ??= span;
        return false;
      },
      registryKey: (span) => (first ??= span),
      record: () => undefined,
      problem: () => undefined,
    },
  );
  const { start, end }: Span = first ?? { start: 0, end: 0 };
  const from = format.prose?.length ?? 0;
  const preamble = text.slice(from, start);
  return { preamble, context: end < text.length ? withLineEnd(text.slice(from, end)) : preamble };
}

function withLineEnd(text: string): string {
  return text === '' ? '' : `${text}\n`;
}

const CONTENTS: Partial<Record<FormatId, LogSource['content']>> = { 'event-xml': 'xml', reg: 'reg' };

/** Marks are put while it is read for the first time; any place is then at most a block away from one. */
class TextLog implements LogSource {
  readonly content: LogSource['content'];
  readonly preamble: string;
  readonly format: EventFormat;

  private readonly marks: Mark[];
  private isMarkedToEnd = false;
  private readonly blockLength: number;

  constructor(
    private readonly bytes: ByteRanges,
    private readonly head: TextLogHead,
  ) {
    this.content = CONTENTS[head.format.id] ?? 'text';
    this.preamble = head.preamble;
    this.format = head.format.prose?.below ?? head.format;
    this.blockLength = this.content === 'reg' ? REG_BLOCK_LENGTH : BLOCK_LENGTH;
    this.marks = [{ byte: 0, ordinal: 0, position: { line: 0, column: 0 }, encoding: head.encoding, above: '' }];
  }

  async readEvents(run: EventRun, mostText: number): Promise<readonly LogEvent[]> {
    const events: LogEvent[] = [];
    let room = mostText;
    const start = await this.lastMark(({ ordinal }) => ordinal <= run.from);
    await this.walk(start, (event) => {
      if (event.ordinal < run.from) return true;
      if (event.ordinal >= run.to || (events.length > 0 && event.text.length > room)) return false;
      room -= event.text.length;
      events.push(event);
      // What follows the last event may be long, and have none.
      return event.ordinal + 1 < run.to;
    });
    return events;
  }

  async ordinalAt(place: Position): Promise<number | undefined> {
    let found: number | undefined;
    const start = await this.lastMark(({ position }) => !isBefore(place, position));
    await this.walk(start, (event) => {
      if (isBefore(place, event.start)) return false;
      if (holdsPlace(event, place)) found = event.ordinal;
      return found === undefined;
    });
    return found;
  }

  /** The last mark for which the test holds; it holds for a first part of them. Reads on as long as a later one may be it. */
  private async lastMark(test: (mark: Mark) => boolean): Promise<Mark> {
    const [first] = this.marks;
    let last = this.marks.at(-1);
    while (!this.isMarkedToEnd && last && test(last)) {
      const known: number = this.marks.length;
      await this.walk(last, undefined, known + 1);
      last = this.marks.at(-1);
      if (this.marks.length === known) break;
    }
    const found = this.marks.filter(test).at(-1) ?? first;
    if (!found) throw new Error('a log has a mark at its start');
    return found;
  }

  /** Reads events from a mark on until `visit` has enough, or until so many marks are known. */
  private async walk(
    from: Mark,
    visit: ((event: LogEvent) => boolean) | undefined,
    enoughMarks = Infinity,
  ): Promise<void> {
    const stretch = new Stretch(this.head, from, this.bytes.length);
    while (!stretch.hasEnded && this.marks.length < enoughMarks) {
      const goesOn = stretch.push(await this.bytes.read(stretch.byte, this.blockLength), visit);
      if (!goesOn) return;
      this.put(stretch.mark());
    }
    this.isMarkedToEnd ||= stretch.hasEnded;
  }

  private put(mark: Mark | undefined): void {
    const last = this.marks.at(-1);
    if (mark && last && mark.byte > last.byte) this.marks.push(mark);
  }
}

/** A stretch of a log that is read from a mark on. Offsets count from the mark. */
class Stretch {
  byte: number;
  hasEnded = false;

  private readonly reader: ReturnType<EventFormat['openReader']>;
  private readonly decoder: ByteDecoder;
  private readonly lines = new LineCounter();
  private pending = '';
  private base = 0;
  /** A window shorter than this would not complete the event that it starts with. */
  private enough = 0;
  private ordinal: number;
  private readonly longestRecord: number;
  /** Since the last event a part of the log was passed over: its reader may stand inside a line. */
  private isBehindGap = false;

  constructor(
    { format, settings, context }: TextLogHead,
    private readonly from: Mark,
    private readonly length: number,
  ) {
    this.reader = format.openReader(settings);
    this.longestRecord = longestRecordOf(format);
    this.decoder = from.byte === 0 ? new ByteDecoder(settings) : new ByteDecoder({ known: from.encoding });
    this.byte = from.byte;
    this.ordinal = from.ordinal;
    if (from.byte > 0) {
      this.pending = context + from.above;
      this.base = -this.pending.length;
    }
  }

  /** Reads the events of the next block; false when `visit` has enough. */
  push(block: Uint8Array, visit: ((event: LogEvent) => boolean) | undefined): boolean {
    this.hasEnded = block.length === 0 || this.byte + block.length >= this.length;
    const encoding = this.byte === 0 ? this.from.encoding : this.decoder.encoding;
    const whole = this.hasEnded ? block : block.subarray(0, wholeLength(block, encoding));
    this.byte += whole.length;
    this.pending += this.decoder.push(whole) + (this.hasEnded ? this.decoder.finish() : '');
    if (this.pending.length < this.enough && !this.hasEnded) return true;
    const window = this.takeWindow();
    const spans: PlacedSpan[] = [];
    let consumed = this.readSpans(window, spans);
    if (window.text.length - consumed > this.longestRecord) {
      this.reader.passOver?.();
      this.isBehindGap = true;
      consumed = window.text.length;
    } else this.isBehindGap &&= spans.length === 0;
    const goesOn = !visit || spans.every((span, index) => visit(this.eventAt(window, span, this.ordinal + index)));
    this.ordinal += spans.length;
    this.lines.advance(window, window.base + consumed);
    this.pending = this.pending.slice(consumed);
    this.base += consumed;
    // As in a scan of the whole, so that the work is linear however long an event is.
    this.enough = this.pending.length * 2;
    return goesOn;
  }

  /** A mark where reading stands now; undefined where that place in the file cannot be told. */
  mark(): Mark | undefined {
    const { encoding } = this.decoder;
    const ahead = lengthInBytes(this.pending, encoding);
    if (this.hasEnded || this.isBehindGap || this.base < 0 || ahead === undefined) return undefined;
    const window = { text: this.pending, base: this.base, ended: false };
    return {
      byte: this.byte - ahead,
      ordinal: this.ordinal,
      position: this.positionAt(window, this.base),
      encoding,
      above: withLineEnd(this.reader.above ?? ''),
    };
  }

  /** A CR at the end is held back, as the LF after it would belong to the same line end. */
  private takeWindow(): TextWindow {
    const splitsLineEnd = !this.hasEnded && this.pending.endsWith('\r');
    const text = splitsLineEnd ? this.pending.slice(0, -1) : this.pending;
    return { text, base: this.base, ended: this.hasEnded };
  }

  private readSpans(window: TextWindow, spans: PlacedSpan[]): number {
    const add = ({ start, end }: Span): false => {
      const { above } = this.reader;
      // The first event of the context is not one of the stretch.
      if (start >= 0) spans.push({ start, end, ...(above !== undefined && { above }) });
      return false;
    };
    return this.reader.read(window, {
      head: ({ span }) => add(span),
      brief: add,
      registryKey: add,
      record: () => undefined,
      problem: () => undefined,
    });
  }

  private eventAt(window: TextWindow, { start, end, above }: PlacedSpan, ordinal: number): LogEvent {
    this.lines.advance(window, start);
    const text = window.text.slice(start - window.base, end - window.base);
    const event = { ordinal, start: this.positionAt(window, start), text };
    return above === undefined ? event : { ...event, above };
  }

  private positionAt(window: TextWindow, offset: number): Position {
    const { line, column } = this.lines.positionAt(window, offset);
    const { position } = this.from;
    return line === 0
      ? { line: position.line, column: position.column + column }
      : { line: position.line + line, column };
  }
}

/** An event, and the lines that it is read below. */
interface PlacedSpan extends Span {
  readonly above?: string;
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}
