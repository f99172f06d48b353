import { type DateEvidence, addDateEvidence, orderShownBy } from '../../records/dateEvidence';
import type { DateOrder } from '../../records/eventTime';
import type { BiasDirection } from '../../records/logEntry';
import { parseTime } from '../../records/parseTime';
import { type TextWindow, spanIn } from '../../text/span';
import { skipWhiteSpace, trimmedEnd } from '../../text/whiteSpace';
import type { ReadSettings, RecordSink } from '../format';
import type { LineEnds } from '../unitCursor';
import { type EntryParts, type EntryTime, buildEntry } from './buildEntry';
import { giveEntry } from './entrySink';
import { guessLevel } from './guessedLevel';
import { type LineMark, closingMark, leadingMark } from './lineMarks';
import { type Place, WrittenTimes, momentOf } from './writtenTime';

/** What closes an entry of the form `log` without having been opened: the file starts in the middle of an entry. */
const STRAY_END = ']LOG]!><time=';

/** Lines that no mark follows are not waited with for longer than so many units: they are no entry. */
const LONGEST_LOOSE = 0x40000;

const WEEKDAYS: readonly string[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const DAY = 86_400_000;
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4;

/** Lines of a window between entries of the form `log`. */
export interface LineRun {
  readonly window: TextWindow;
  readonly lineEnds: LineEnds;
  readonly from: number;
  readonly to: number;
  /** Whether what comes behind `to` is known to be no line of theirs. */
  readonly isComplete: boolean;
}

/** A line of a window, its end not counted. */
interface Line extends Place {
  readonly window: TextWindow;
}

/** Lines whose entry is not known yet, or that go on with the entry that `mark` started. */
interface Pending {
  readonly start: number;
  readonly mark?: LineMark;
}

/** Reads entries that are marked by a line: at its start (`provider`) or at its end (`server`, `copied`). */
export class LineEntries {
  private readonly times = new WrittenTimes();
  private evidence: DateEvidence;

  constructor(private readonly settings: Pick<ReadSettings, 'dateOrder'> & { readonly biasDirection: BiasDirection }) {}

  /** What the dates of copied entries say about the order of day and month. */
  get dateOrder(): DateOrder | undefined {
    return orderShownBy(this.evidence);
  }

  /** Reads the entries of a run, and returns up to where it is done. */
  read(run: LineRun, sink: RecordSink): number {
    const { window, lineEnds, to } = run;
    let pending: Pending | undefined;
    let at = run.from;
    while (at < to) {
      const end = Math.min(lineEnds.next(at), to);
      if (end === to && !run.isComplete) break;
      pending = this.readLine({ window, start: at, end }, pending, sink);
      at = end < to ? Math.min(lineEnds.after(end), to) : to;
      pending = this.giveUp(window, pending, at, sink);
    }
    if (!run.isComplete) return pending?.start ?? at;
    this.settle(window, pending, to, sink);
    return to;
  }

  /** Reads a line, and returns what is pending after it. */
  private readLine(line: Line, pending: Pending | undefined, sink: RecordSink): Pending | undefined {
    const { window, end } = line;
    const { text } = window;
    // Blanks before a line are taken off wherever a window starts.
    const start = skipWhiteSpace(text, line.start, end);
    const leading = leadingMark(text, start, end);
    if (leading) {
      this.settle(window, pending, start, sink);
      return { start, mark: leading };
    }
    const closing = closingMark(text, start, end);
    if (closing || text.slice(start, end).includes(STRAY_END)) {
      const from = this.startOfClosed(window, pending, start, sink);
      if (closing) this.giveClosed(window, closing, from, sink);
      else sink.problem({ code: 'entry-start-missing', span: spanIn(window, from, trimmedEnd(text, from, end)) });
      return undefined;
    }
    return pending ?? (start === end ? undefined : { start });
  }

  /** Where the entry starts that a line closes: lines without a mark before it belong to it. */
  private startOfClosed(window: TextWindow, pending: Pending | undefined, start: number, sink: RecordSink): number {
    if (pending && !pending.mark) return pending.start;
    this.settle(window, pending, start, sink);
    return start;
  }

  private giveClosed(window: TextWindow, mark: LineMark, start: number, sink: RecordSink): void {
    const places = { whole: { start, end: mark.mark.end }, message: { start, end: mark.mark.start } };
    this.give(window, mark, places, sink);
  }

  private giveUp(window: TextWindow, pending: Pending | undefined, at: number, sink: RecordSink): Pending | undefined {
    if (!pending || pending.mark || at - pending.start <= LONGEST_LOOSE) return pending;
    this.settle(window, pending, at, sink);
    return undefined;
  }

  /** No further line belongs to what is pending. */
  private settle(window: TextWindow, pending: Pending | undefined, limit: number, sink: RecordSink): void {
    if (!pending) return;
    const { start, mark } = pending;
    const end = trimmedEnd(window.text, start, limit);
    if (!mark) sink.problem({ code: 'text-between-entries', span: spanIn(window, start, end) });
    else this.give(window, mark, { whole: { start, end }, message: { start: mark.mark.end, end } }, sink);
  }

  private give(
    window: TextWindow,
    mark: LineMark,
    places: Pick<EntryParts, 'whole' | 'message'>,
    sink: RecordSink,
  ): void {
    const { text } = window;
    const { whole } = places;
    const message = { start: places.message.start, end: trimmedEnd(text, places.message.start, places.message.end) };
    const { form, component, thread } = mark;
    const level = guessLevel(text, message.start, message.end);
    const time = this.timeOf(text, mark);
    giveEntry(
      sink,
      {
        start: window.base + whole.start,
        end: window.base + whole.end,
        provider: component ? text.slice(component.start, component.end) : '',
        eventId: undefined,
        level,
        timeCreated: time?.moment,
        computer: undefined,
      },
      () => buildEntry(window, { form, whole, message, component, thread, level, isLevelGuessed: true, time }),
    );
    if (!time) {
      const span = spanIn(window, mark.date.start, mark.time.end);
      sink.problem({ code: 'field-not-readable', span, detail: text.slice(mark.date.start, mark.time.end) });
    }
  }

  private timeOf(text: string, mark: LineMark): EntryTime | undefined {
    const { form, date, time } = mark;
    if (form === 'server') {
      const written = this.times.read(text, time, date);
      return written && { place: time, written, moment: momentOf(written, this.settings.biasDirection) };
    }
    const place = { start: date.start, end: time.end };
    const notation = `${text.slice(date.start, date.end)} ${text.slice(time.start, time.end)}`;
    const order = form === 'copied' ? this.settings.dateOrder : 'monthFirst';
    const read = parseTime(notation, order);
    if (read?.zone !== 'unstated') return undefined;
    if (form === 'copied') {
      if (!read.ambiguous) this.evidence = addDateEvidence(this.evidence, notation);
      return { place, written: { local: read.milliseconds, bias: undefined, biasStart: place.end }, moment: read };
    }
    const local = onWeekday(read, mark.weekday);
    const written = { local, bias: undefined, biasStart: place.end };
    return { place, written, moment: { milliseconds: local, zone: 'unstated' } };
  }
}

/** The reading of the date that falls on the weekday; the month comes first where none or both do. */
function onWeekday({ milliseconds, ambiguous }: NonNullable<ReturnType<typeof parseTime>>, weekday = ''): number {
  const named = WEEKDAYS.indexOf(weekday.toLowerCase());
  const fits = (time: number): boolean => (Math.floor(time / DAY) + FIRST_WEEKDAY) % WEEKDAYS.length === named;
  return ambiguous && !fits(milliseconds) && fits(ambiguous.swapped) ? ambiguous.swapped : milliseconds;
}
