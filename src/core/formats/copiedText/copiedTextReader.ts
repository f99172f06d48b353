import type { DateOrder } from '../../records/eventTime';
import { type TemplateIndex, indexTemplates } from '../../records/templateIndex';
import type { TextWindow } from '../../text/span';
import type { ReadSettings, RecordReader, RecordSink } from '../format';
import { SourceDates } from '../sourceDates';
import { readBareMessage } from './bareMessage';
import { readDetailsBlock } from './detailsBlock';
import { parseSupportLine } from './supportLine';
import type { Reading, RecordRead, Searched, TextContext } from './textContext';
import { type TextLine, endOfLine, lineAt } from './textLine';
import { readXmlFragment } from './xmlFragment';

/** A line longer than this that has not ended yet starts no event. */
const LONGEST_LINE = 0x10000;

/** Reads events of every copied shape, in any order, and skips the prose between them. */
export class CopiedTextReader implements RecordReader {
  private readonly templates: TemplateIndex;
  private readonly dates: SourceDates;
  /** Offset in the source of the record that the last window cut off, and how far its end was looked for from there. */
  private held: { readonly offset: number; readonly searched: Searched } | undefined;
  /** The window before ended in a line of prose that goes on. */
  private isInsideLine = false;

  constructor(settings: ReadSettings) {
    this.templates = indexTemplates(settings.messageTemplates);
    this.dates = new SourceDates(settings);
  }

  get dateOrder(): DateOrder | undefined {
    return this.dates.order;
  }

  read(window: TextWindow, sink: RecordSink): number {
    const done = this.readLines(window, sink);
    if (!window.ended) return done;
    this.held = undefined;
    this.isInsideLine = false;
    return window.text.length;
  }

  private readLines(window: TextWindow, sink: RecordSink): number {
    const { text } = window;
    const context: TextContext = { window, templates: this.templates, readTime: (written) => this.dates.read(written) };
    let at = this.isInsideLine ? endOfLine(text, 0) : 0;
    if (at < text.length) this.isInsideLine = false;
    while (at < text.length) {
      const line = lineAt(window, at);
      if (!line) return this.heldAt(window, at);
      const reading = readRecord(context, line, this.searchedAt(window.base + at, at));
      if (reading && 'searched' in reading) {
        this.held = { offset: window.base + at, searched: fromStart(reading.searched, -at) };
        return at;
      }
      if (reading) deliver(reading, sink);
      at = reading?.next ?? line.next;
    }
    return at;
  }

  /** The window ends inside the line at `at`, which is kept for the next one unless it is too long to start an event. */
  private heldAt({ text }: TextWindow, at: number): number {
    if (text.length - at <= LONGEST_LINE) return at;
    this.isInsideLine = true;
    // The last unit may be the CR of a line break.
    return text.length - 1;
  }

  private searchedAt(offset: number, at: number): Searched {
    return this.held?.offset === offset ? fromStart(this.held.searched, at) : {};
  }
}

function fromStart({ description, xml }: Searched, by: number): Searched {
  return {
    ...(description !== undefined && { description: description + by }),
    ...(xml !== undefined && { xml: xml + by }),
  };
}

/** The event that starts on the line, in whatever shape; undefined for prose. */
function readRecord(context: TextContext, line: TextLine, searched: Searched): Reading | undefined {
  if (line.from === line.to) return undefined;
  return (
    readXmlFragment(context, line, searched) ??
    readDetailsBlock(context, line, searched) ??
    readSupportLine(context, line) ??
    readBareMessage(context, line)
  );
}

function readSupportLine(context: TextContext, line: TextLine): RecordRead | undefined {
  const record = parseSupportLine(context, line);
  return record && { record, problems: [], next: line.to };
}

function deliver({ record, problems }: RecordRead, sink: RecordSink): void {
  if (record && sink.head(record)) sink.record(record);
  for (const problem of problems) sink.problem(problem);
}
