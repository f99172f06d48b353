import type { Level } from '../../records/eventRecord';
import type { BiasDirection, LogEntry } from '../../records/logEntry';
import { NameCache } from '../../text/nameCache';
import { type TextWindow, spanIn } from '../../text/span';
import { trimmedEnd } from '../../text/whiteSpace';
import type { KindCounter, RecordSink } from '../format';
import { UnitCursor } from '../unitCursor';
import { ATTRIBUTES, EntryAttributes } from './attributes';
import { type EntryParts, buildEntry } from './buildEntry';
import { type EntryPasser, entryPasser } from './entryPasser';
import { giveEntry } from './entrySink';
import { guessLevel } from './guessedLevel';
import { levelOfType } from './levelOfType';
import { type EntryKind, UsualAttributes } from './usualAttributes';
import { type Place, type WrittenTime, WrittenTimes, momentOf } from './writtenTime';

export const ENTRY_START = '<![LOG[';
/** The `<` of the attributes belongs to it: a message may well hold the rest. */
const MESSAGE_END = ']LOG]!><';

const LF = 10;
const CR = 13;

/** Units of an unreadable field that its problem quotes. */
export const LONGEST_DETAIL = 80;

/** Reads entries of the form `<![LOG[text]LOG]!><time="…" date="…" component="…" …>` out of one source. */
export class LogEntries {
  private readonly attributes = new EntryAttributes();
  readonly times = new WrittenTimes();
  readonly usual: UsualAttributes;
  private readonly components = new NameCache((raw) => raw);
  /** There once entries need only be counted. */
  passer: EntryPasser | undefined;

  constructor(readonly biasDirection: BiasDirection) {
    this.usual = new UsualAttributes(biasDirection);
  }

  /** Reads the entries of one window; starts rise. */
  in(window: TextWindow): WindowEntries {
    return new WindowEntries(window, this.attributes, this);
  }

  component(text: string, { start, end }: Place): string {
    return this.components.at(text, start, end);
  }
}

/** What entries of such logs do not name. */
const NOT_IN_LOGS = { eventId: undefined, computer: undefined } as const;

export class WindowEntries {
  private readonly starts: UnitCursor;
  private readonly ends: UnitCursor;
  /** Has the text of the window, once there are entries to be passed over. */
  private passer: EntryPasser | undefined;

  constructor(
    private readonly window: TextWindow,
    private readonly attributes: EntryAttributes,
    private readonly source: LogEntries,
  ) {
    this.starts = new UnitCursor(window.text, ENTRY_START);
    this.ends = new UnitCursor(window.text, MESSAGE_END);
    this.passer = source.passer?.open(window.text, source) ? source.passer : undefined;
  }

  /** Passes over the entries from that place on that need only be counted; returns where the last of them ends. */
  pass(from: number): number {
    return this.passer?.pass(from) ?? from;
  }

  /** Hands over what was counted. */
  close(): void {
    this.passer?.tell();
    if (!this.window.ended) return;
    this.source.passer?.close(this.source);
    this.source.passer = undefined;
  }

  /** Where the next entry starts at or after `from`; the length of the text when none does. */
  nextStart(from: number): number {
    return this.starts.next(from);
  }

  /** Reads the entry that starts there, and returns where it ends; undefined when the rest of it has not come yet. */
  read(start: number, sink: RecordSink): number | undefined {
    const { text, ended } = this.window;
    const messageEnd = this.ends.next(start + ENTRY_START.length);
    const following = this.startOfLine(start + ENTRY_START.length, messageEnd);
    if (following < messageEnd) return this.readUnclosed(start, following, 'entry-not-closed', sink);
    if (messageEnd === text.length) {
      return ended ? this.readUnclosed(start, text.length, 'entry-cut-off', sink) : undefined;
    }
    if (sink.brief && this.source.usual.read(text, messageEnd + MESSAGE_END.length)) {
      return this.giveUsual(start, messageEnd, sink);
    }
    const outcome = this.attributes.read(text, messageEnd + MESSAGE_END.length);
    if (outcome === 'unfinished' && !ended) return undefined;
    this.give(start, messageEnd, sink);
    if (outcome !== 'whole') {
      const code = outcome === 'damaged' ? 'entry-damaged' : 'entry-cut-off';
      sink.problem({ code, span: spanIn(this.window, messageEnd, this.attributes.end) });
    }
    return this.attributes.end;
  }

  private giveUsual(start: number, messageEnd: number, sink: RecordSink): number {
    const { base, text } = this.window;
    const { end, kind, timeCreated } = this.source.usual;
    const { provider, level } = kind;
    const brief = { start: base + start, end: base + end, provider, level, timeCreated, ...NOT_IN_LOGS };
    const attributes = messageEnd + MESSAGE_END.length;
    if (sink.brief?.(brief)) {
      this.attributes.read(text, attributes);
      sink.entry?.(this.entry(start, messageEnd));
    } else if (timeCreated.zone === 'utc') this.countFrom(attributes, kind, sink.counterFor?.(brief));
    return end;
  }

  /** Entries like the one with these attributes are passed over from now on, if they need only be counted. */
  private countFrom(attributes: number, kind: EntryKind, counter: KindCounter | undefined): void {
    if (!counter) return;
    const { source, window } = this;
    if (!source.passer) {
      source.passer = entryPasser();
      if (source.passer?.open(window.text, source)) this.passer = source.passer;
    }
    this.passer?.countFrom({ attributes, commonLength: kind.length, startOfDay: kind.startOfDay }, counter);
  }

  /** The first start of an entry between the two that stands at the start of a line: others are part of a message. */
  private startOfLine(from: number, to: number): number {
    for (let at = this.starts.next(from); at < to; at = this.starts.next(at + 1)) {
      const before = this.window.text.charCodeAt(at - 1);
      if (before === LF || before === CR) return at;
    }
    return to;
  }

  private readUnclosed(
    start: number,
    limit: number,
    code: 'entry-not-closed' | 'entry-cut-off',
    sink: RecordSink,
  ): number {
    const { text } = this.window;
    const end = trimmedEnd(text, start + ENTRY_START.length, limit);
    this.attributes.clear(end);
    this.give(start, end, sink);
    sink.problem({ code, span: spanIn(this.window, start, start + ENTRY_START.length) });
    return end;
  }

  private give(start: number, messageEnd: number, sink: RecordSink): void {
    const { window, attributes, source } = this;
    const { text, base } = window;
    const { end } = attributes;
    const written = this.writtenTime();
    const timeCreated = written && momentOf(written, source.biasDirection);
    const level = this.levelOf({ start: start + ENTRY_START.length, end: messageEnd });
    const provider = source.component(text, attributes.place(ATTRIBUTES.component));
    giveEntry(sink, { start: base + start, end: base + end, provider, level, timeCreated, ...NOT_IN_LOGS }, () =>
      this.entry(start, messageEnd),
    );
    if (!written || written.isBiasUnreadable) this.reportUnread(written, sink);
  }

  private entry(start: number, messageEnd: number): LogEntry {
    const { attributes, source } = this;
    const message = { start: start + ENTRY_START.length, end: messageEnd };
    const written = this.writtenTime();
    const moment = written && momentOf(written, source.biasDirection);
    const time = moment && { place: attributes.place(ATTRIBUTES.time), written, moment };
    const whole = { start, end: attributes.end };
    return buildEntry(this.window, this.partsOf(whole, message, { level: this.levelOf(message), time }));
  }

  private writtenTime(): WrittenTime | undefined {
    const { attributes, window } = this;
    const { time, date } = ATTRIBUTES;
    if (!attributes.has(time) || !attributes.has(date)) return undefined;
    return this.source.times.read(window.text, attributes.place(time), attributes.place(date));
  }

  private partsOf(whole: Place, message: Place, known: Pick<EntryParts, 'level' | 'time'>): EntryParts {
    const { attributes } = this;
    return {
      form: 'log',
      whole,
      message,
      component: attributes.place(ATTRIBUTES.component),
      context: attributes.place(ATTRIBUTES.context),
      sourceFile: attributes.place(ATTRIBUTES.file),
      type: attributes.place(ATTRIBUTES.type),
      thread: threadAt(this.window.text, attributes.place(ATTRIBUTES.thread)),
      isLevelGuessed: attributes.length(ATTRIBUTES.type) === 0,
      ...known,
    };
  }

  private reportUnread(written: WrittenTime | undefined, sink: RecordSink): void {
    const { attributes } = this;
    if (!attributes.has(ATTRIBUTES.time)) return;
    const time = attributes.place(ATTRIBUTES.time);
    if (written) {
      this.report('bias-not-readable', { start: written.biasStart, end: time.end }, sink);
      return;
    }
    const date = attributes.has(ATTRIBUTES.date) ? attributes.place(ATTRIBUTES.date) : time;
    const place = { start: Math.min(time.start, date.start), end: Math.max(time.end, date.end) };
    this.report('field-not-readable', place, sink);
  }

  private report(code: 'field-not-readable' | 'bias-not-readable', { start, end }: Place, sink: RecordSink): void {
    const detail = this.window.text.slice(start, Math.min(end, start + LONGEST_DETAIL));
    sink.problem({ code, span: spanIn(this.window, start, end), detail });
  }

  /** Without a type only the words of the message tell. */
  private levelOf(message: Place): Level | undefined {
    const { text } = this.window;
    const type = this.attributes.place(ATTRIBUTES.type);
    if (type.start === type.end) return guessLevel(text, message.start, message.end);
    return levelOfType(text.slice(type.start, type.end));
  }
}

/** Threads are counted in decimal; what is no number, such as the name that a script gave, is no thread id. */
function threadAt(text: string, { start, end }: Place): EntryParts['thread'] {
  const digits = text.slice(start, end);
  return /^\d{1,10}$/.test(digits) ? { start, end, value: Number(digits) } : undefined;
}
