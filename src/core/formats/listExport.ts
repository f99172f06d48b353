import type { DateOrder } from '../records/eventTime';
import type { RecordBrief } from '../records/recordBrief';
import { type TemplateIndex, indexTemplates } from '../records/templateIndex';
import { type TextWindow, spanIn } from '../text/span';
import { skipWhiteSpace } from '../text/whiteSpace';
import { type Row, RowScanner } from './delimitedRow';
import { inferredProvider, reportUnread } from './fieldEvents';
import type { EventFormat, ReadSettings, RecordReader, RecordSink } from './format';
import { detectListExport } from './listExportDetect';
import { type Layout, type ListShape, eventViewerLayout, notationOf, orGapped, rowsText } from './listExportLayout';
import {
  type EventRow,
  fieldSpan,
  messageOf,
  rawField,
  readRow,
  rowHead,
  timeSpan,
  timeText,
} from './listExportRecord';
import { RowBriefs } from './rowBriefs';
import { LineEnds, skipLineEnds, startOfRow } from './unitCursor';

/** Event Viewer writes a comma in every display language; tools that follow the locale write the others. */
const CSV_SEPARATORS: readonly string[] = [',', ';', '\t'];
const TXT_LAYOUT = orGapped(eventViewerLayout(['\t']));

/** A longer line is no header that comes again. UTF-16 units. */
const LONGEST_HEADER = 0x10000;

/** Event Viewer's "Save as CSV" in any display language, and lists that scripts wrote in its shape. */
export const eventCsv: EventFormat = {
  id: 'event-csv',
  detect: (head) => detectListExport(head, eventViewerLayout([',', ';'])),
  openReader: (settings) => new ListExportReader({ layoutOf: eventViewerLayout(CSV_SEPARATORS) }, settings),
};

/** Event Viewer's "Save as Text (Tab Delimited)", and lists of events copied out of it. */
export const eventTxt: EventFormat = {
  id: 'event-txt',
  detect: (head) => detectListExport(head, TXT_LAYOUT),
  openReader: (settings) => new ListExportReader({ layoutOf: TXT_LAYOUT }, settings),
};

/** Reads lists of one event in each row, whatever their columns are. */
export class ListExportReader implements RecordReader {
  private readonly briefs: RowBriefs;
  private layout: Layout | undefined;
  private templates: TemplateIndex | undefined;
  /** Reading stands in a line whose start was too long for a row. */
  private isInsideLine = false;

  /** `look` is shown every event. */
  constructor(
    private readonly shape: ListShape,
    private readonly settings: ReadSettings,
    private readonly look?: (event: EventRow, sink: RecordSink) => void,
  ) {
    this.briefs = new RowBriefs(settings.dateOrder);
  }

  get dateOrder(): DateOrder | undefined {
    return this.briefs.dateOrder;
  }

  read(window: TextWindow, sink: RecordSink): number {
    const start = this.layout ? this.startOfLine(window) : this.readFirstLines(window, sink);
    const { layout } = this;
    return layout ? this.readRows(window, layout, start, sink) : start;
  }

  passOver(): void {
    this.isInsideLine = true;
  }

  private startOfLine({ text, ended }: TextWindow): number {
    const start = this.isInsideLine ? new LineEnds(text).next(0) : 0;
    this.isInsideLine &&= start === text.length && !ended;
    return start;
  }

  /** Reads lines until one shows the layout, and returns where the rows start or the text that is needed. */
  private readFirstLines(window: TextWindow, sink: RecordSink): number {
    const { text, ended } = window;
    const lineEnds = new LineEnds(text);
    let start = skipLineEnds(text, 0);
    while (start < text.length) {
      const end = lineEnds.next(start);
      if (end >= text.length && !ended) return start;
      const line = text.slice(start, end);
      const layout = this.shape.layoutOf(line);
      if (layout) {
        this.layout = layout;
        return layout.header ? lineEnds.after(end) : start;
      }
      if (!this.shape.isComment?.(line) && !isBlank(text, start, end))
        sink.problem({ code: 'row-too-short', span: spanIn(window, start, end) });
      start = skipLineEnds(text, end);
    }
    return start;
  }

  private readRows(source: TextWindow, layout: Layout, start: number, sink: RecordSink): number {
    const window = layout.isGapped ? { ...source, text: rowsText(source.text, layout) } : source;
    const scanner = new RowScanner(window.text, window.ended, notationOf(layout));
    let at = startOfRow(window.text, start);
    while (at < window.text.length) {
      const row = scanner.scan(at);
      if (!row) return at;
      this.readEvent({ window, row, layout }, sink);
      at = startOfRow(window.text, row.next);
    }
    return at;
  }

  private readEvent(source: EventRow, sink: RecordSink): void {
    const { row, layout } = source;
    const brief = row.starts.length < layout.leastFields ? undefined : this.briefOf(source);
    if (!brief || !isEvent(brief)) {
      this.reportNoEvent(source, sink);
      return;
    }
    if (!sink.brief || sink.brief(brief)) readWanted(source, brief, sink);
    this.look?.(source, sink);
    reportUnreadable(source, brief, sink);
  }

  /** A row that is no event: blank, the header or a comment again as in lists put together, or what could not be read. */
  private reportNoEvent(source: EventRow, sink: RecordSink): void {
    const { window, row, layout } = source;
    if (row.unclosed) {
      reportUnclosed(source, row.unclosed, sink);
    } else if (!this.isAboveRows(source) && !isBlank(window.text, row.start, row.end)) {
      const code = row.starts.length < layout.leastFields ? 'row-too-short' : 'text-not-understood';
      sink.problem({ code, span: spanIn(window, row.start, row.end) });
    }
  }

  /** Whether the row is what stands above those of a list: the header or a comment. */
  private isAboveRows({ window, row, layout }: EventRow): boolean {
    if (row.end - row.start > LONGEST_HEADER) return false;
    // Files that were put together each have a byte order mark, which is white space.
    const line = window.text.slice(row.start, row.end).trim();
    return line === layout.header?.line.trim() || this.shape.isComment?.(line) === true;
  }

  /** A list without a column for the provider may have a message that tells it. */
  private briefOf(source: EventRow): RecordBrief {
    const brief = this.briefs.read(source);
    if (source.layout.columns.provider >= 0) return brief;
    this.templates ??= indexTemplates(this.settings.messageTemplates);
    const telling = { message: messageOf(source), eventId: brief.eventId?.toString() };
    const { provider } = inferredProvider(telling, this.templates);
    return provider ? { ...brief, provider: provider.value } : brief;
  }
}

/** An unreadable date beside a known level is a damaged event; beside anything else it is no event. */
function isEvent({ timeCreated, eventId, level }: RecordBrief): boolean {
  return timeCreated !== undefined || (eventId !== undefined && level !== undefined);
}

/** Hands over the whole event where the sink has asked for it, or asks for it. */
function readWanted(source: EventRow, brief: RecordBrief, sink: RecordSink): void {
  const head = rowHead(source, brief);
  if (sink.brief || sink.head(head)) sink.record(readRow(source, head));
}

/** What of an event could not be read. */
function reportUnreadable(source: EventRow, { timeCreated, eventId }: RecordBrief, sink: RecordSink): void {
  const { row, layout } = source;
  if (!timeCreated) reportUnread({ span: timeSpan(source), value: timeText(source) }, sink);
  if (eventId === undefined) {
    const column = layout.columns.eventId;
    reportUnread({ span: fieldSpan(source, column), value: rawField(source, column) }, sink);
  }
  if (row.unclosed) reportUnclosed(source, row.unclosed, sink);
}

function reportUnclosed({ window }: EventRow, unclosed: NonNullable<Row['unclosed']>, sink: RecordSink): void {
  const code = unclosed.isCutOff ? 'record-cut-off' : 'quote-not-closed';
  sink.problem({ code, span: spanIn(window, unclosed.quote, unclosed.quote + 1) });
}

function isBlank(text: string, from: number, to: number): boolean {
  return skipWhiteSpace(text, from, to) === to;
}
