import type { DateOrder } from '../../records/eventTime';
import { type TemplateIndex, indexTemplates } from '../../records/templateIndex';
import type { TextWindow } from '../../text/span';
import { LONGEST_RECORD } from '../copiedText/textContext';
import { type TextLine, endOfLine, lineAt } from '../copiedText/textLine';
import type { EventFormat, FormatId, ProblemCode, ReadSettings, RecordReader, RecordSink } from '../format';
import { SourceDates } from '../sourceDates';
import { readBlock } from './blockRecord';
import type { BlockShape } from './blockShape';

/** A line longer than this that has not ended yet starts no event. */
const LONGEST_LINE = 0x10000;

const TOLD_ONCE: ReadonlySet<ProblemCode> = new Set(['text-cut', 'time-without-year']);

/** A format whose events are blocks of lines. Each reader opens a shape of its own. */
export function blockFormat(id: FormatId, openShape: () => BlockShape): EventFormat {
  return {
    id,
    hasOtherText: true,
    detect(head) {
      const reader = new BlockReader(openShape(), { dateOrder: 'auto', messageTemplates: [] });
      let isFound = false;
      const sink = { head: () => (isFound = true), record: () => undefined, problem: () => undefined };
      reader.read({ text: head, base: 0, ended: true }, sink);
      return isFound;
    },
    openReader: (settings) => new BlockReader(openShape(), settings),
  };
}

/** Reads events each of which goes from a line that starts one to the next such line, and skips what is before the first. */
class BlockReader implements RecordReader {
  private readonly templates: TemplateIndex;
  private readonly dates: SourceDates;
  /** Offset in the source of the event that the last window cut off. */
  private open: number | undefined;
  /** Offset in the source of the last line since then at which the next event may start. */
  private maybe: number | undefined;
  /** Offset in the source of the first line that was not looked at yet. */
  private next = -Infinity;
  /** What a table lacks it lacks in all its rows: that is told once. */
  private readonly told = new Set<ProblemCode>();
  /** The window before ended inside a line that is longer than any that starts an event. */
  private isInsideLine = false;

  constructor(
    private readonly shape: BlockShape,
    settings: ReadSettings,
  ) {
    this.templates = indexTemplates(settings.messageTemplates);
    this.dates = new SourceDates(settings);
    if (shape.statedOrder) this.dates.state(shape.statedOrder);
  }

  get dateOrder(): DateOrder | undefined {
    return this.dates.order;
  }

  get above(): string | undefined {
    return this.shape.above;
  }

  read(window: TextWindow, sink: RecordSink): number {
    this.readLines(window, sink);
    if (window.ended) {
      this.close(window, window.base + window.text.length, sink);
      this.isInsideLine = false;
      this.next = -Infinity;
      this.shape.reset?.();
      return window.text.length;
    }
    return (this.open ?? this.next) - window.base;
  }

  private readLines(window: TextWindow, sink: RecordSink): void {
    const { text, base } = window;
    let at = Math.max(this.next - base, 0);
    if (this.isInsideLine) at = endOfLine(text, at);
    if (at < text.length) this.isInsideLine = false;
    for (let line = lineAt(window, at); line; line = lineAt(window, at)) {
      this.readLine({ window, sink }, line, at);
      at = line.next;
    }
    if (text.length - at > LONGEST_LINE && !window.ended) {
      this.limit(window, text.length, sink);
      this.isInsideLine = true;
      // The last unit may be the CR of a line break.
      at = text.length - 1;
    }
    this.next = base + at;
  }

  private readLine({ window, sink }: { window: TextWindow; sink: RecordSink }, line: TextLine, at: number): void {
    const { base } = window;
    const kind = line.from === line.to ? 'part' : this.shape.kindOf(window, line, at);
    if (kind === 'part' || kind === 'maybe') {
      if (kind === 'maybe' && this.open !== undefined) this.maybe = base + at;
      this.limit(window, line.next, sink);
      return;
    }
    const start = (kind === 'startAbove' ? this.maybe : undefined) ?? base + at;
    this.close(window, start, sink);
    if (kind === 'end') this.readHeading(window, line);
    else this.open = start;
  }

  private readHeading(window: TextWindow, line: TextLine): void {
    this.shape.heading?.(window, line);
    if (this.shape.statedOrder) this.dates.state(this.shape.statedOrder);
  }

  /** Ends an event that is too long at its limit, wherever the windows end. */
  private limit(window: TextWindow, reached: number, sink: RecordSink): void {
    if (this.open === undefined || window.base + reached <= this.open + LONGEST_RECORD) return;
    const start = this.open;
    this.close(window, start + LONGEST_RECORD, sink);
    sink.problem({ code: 'record-too-long', span: { start, end: start + 1 } });
  }

  /** Reads the event that is open up to `end`, an offset in the source. */
  private close({ text, base, ended }: TextWindow, end: number, sink: RecordSink): void {
    if (this.open === undefined) return;
    const block = { text: text.slice(this.open - base, end - base), base: this.open, ended: true };
    const isLast = ended && end === base + text.length;
    this.open = undefined;
    this.maybe = undefined;
    const { record, problems } = readBlock(block, {
      shape: this.shape,
      dates: this.dates,
      templates: this.templates,
      isLast,
    });
    if (record && sink.head(record)) sink.record(record);
    for (const problem of problems) {
      if (this.told.has(problem.code)) continue;
      sink.problem(problem);
      if (TOLD_ONCE.has(problem.code)) this.told.add(problem.code);
    }
  }
}
