import type { PassedEncoding } from '../text/encoding';
import { spanIn, type TextWindow } from '../text/span';
import type { ByteSkimmer, EventFormat, RecordReader, RecordSink } from './format';
import { XmlHeadReader } from './eventXmlHead';
import { type EventXmlScanner, eventXmlScanner } from './eventXmlScanner';
import { openEventXmlSkimmer } from './eventXmlSkimmer';
import { QuotedXmlReader } from './quotedXml';
import { type XmlEventPlace, readXmlEvent } from './readXmlEvent';
import { TextBetweenXml } from './textBetweenXml';
import { DECLARATION, type XmlEvent, XmlEventCursor, type XmlRest } from './xmlEventCursor';

/** Longest stretch that must be seen to tell whether it starts an event: `<prefix:Event `. */
const LONGEST_START = 64;

/** Units that may be the start of the end of a comment or CDATA section. */
const LONGEST_END = 2;

/** What evtx_dump writes above each event. */
const RECORD_LINES = /^\uFEFF?Record:? \d{1,20}\s*$/gm;

/** What an export of Splunk as CSV writes before the first event in its column `_raw`. */
const RAW_COLUMN =
  /^\uFEFF?\s{0,16}(?:[\w":. -]{1,64},){0,100}"?_raw"?(?:,[\w":. -]{1,64}){0,100}\s{1,16}(?:[^",<]{0,64},|"[^"<]{0,64}",){0,100}"$/;

/**
 * Events as XML: Event Viewer's "Save as XML", wevtutil `/f:xml` and `/f:RenderedXml` (no root element), and what the
 * Details tab puts on the clipboard (`- <Event …`); of other tools evtx_dump, python-evtx and NiFi.
 */
export const eventXml: EventFormat = {
  id: 'event-xml',
  detect: (head) => startsWithEvents(head, isProlog),
  restEnd(head) {
    const { above, prefix } = startOf(head);
    const end = `</${prefix}Event>`;
    const at = above.lastIndexOf(end);
    return at < 0 ? undefined : at + end.length;
  },
  openReader() {
    return new EventXmlReader();
  },
};

/** Events as XML in a field with quotes, so that those inside are doubled: what Splunk exports as CSV. */
export const quotedEventXml: EventFormat = {
  id: 'event-xml',
  detect: (head) => startsWithEvents(head, (above) => RAW_COLUMN.test(above)),
  openReader() {
    return new QuotedXmlReader(new EventXmlReader(true));
  },
};

class EventXmlReader implements RecordReader {
  private heads: XmlHeadReader | undefined;
  /** What ends the comment or CDATA section that goes on in the next window. */
  private section: string | undefined;
  /** Until the first event or declaration. */
  private isProlog = true;
  /** From the first event on: what stands above it has decided the format. */
  private between: TextBetweenXml | undefined;

  /** Columns of a list may stand between events, which say nothing that the events do not. */
  constructor(private readonly mayHaveColumns = false) {}

  read(window: TextWindow, sink: RecordSink): number {
    const { text, ended } = window;
    const from = this.afterSection(text);
    const done = from === undefined ? text.length - LONGEST_END : this.readEvents(window, from, sink);
    if (ended) this.section = undefined;
    return ended ? text.length : Math.max(0, done);
  }

  /** Between two events, or in what follows an event, no text before matters. */
  skimmer(passes: PassedEncoding): ByteSkimmer | undefined {
    const { heads } = this;
    const isBetweenEvents = !this.isProlog && this.section === undefined && this.between?.isInTag !== true;
    if (heads?.prefix !== '' || !isBetweenEvents) return undefined;
    return openEventXmlSkimmer(heads, passes);
  }

  /** Reads the events from the offset on; returns what of the window is done with. */
  private readEvents(window: TextWindow, from: number, sink: RecordSink): number {
    const { text } = window;
    this.section = undefined;
    this.heads ??= openHeads(text);
    const { cursor, scanner } = openText(text, this.heads?.prefix);
    let event = this.heads && cursor.next(from);
    const { declaration } = event ? cursor : cursor.rest(from);
    if (this.isProlog) this.readProlog(window, { declaration, event }, sink);
    let done = from;
    while (event && this.heads) {
      this.between?.read({ window, from: done, to: event.from, isWhole: true }, sink);
      if (mayGoOn(event, window)) return event.from;
      if (!this.mayHaveColumns) this.between ??= new TextBetweenXml();
      readEvent({ window, event, heads: this.heads, scanner }, sink);
      done = event.to;
      event = cursor.next(done);
    }
    return this.readRest(window, done, cursor.rest(done), sink);
  }

  /** Reads what follows the last event; returns what of the window is done with. */
  private readRest(window: TextWindow, from: number, { sectionsEnd, open }: XmlRest, sink: RecordSink): number {
    const { text, ended } = window;
    this.section = open?.end;
    const heldBack = ended ? 0 : LONGEST_START;
    const to = open ? sectionsEnd : Math.max(sectionsEnd, text.length - heldBack);
    const isWhole = open !== undefined || ended;
    const done = this.between?.read({ window, from, to, isWhole }, sink) ?? to;
    return open ? Math.max(done, text.length - LONGEST_END) : done;
  }

  /** Where the comment or CDATA section ends in which the window starts; 0 for none, undefined when it goes on. */
  private afterSection(text: string): number | undefined {
    if (this.section === undefined) return 0;
    const at = text.indexOf(this.section);
    return at < 0 ? undefined : at + this.section.length;
  }

  /** Entities that a file declares are not obeyed: they are how small files are made to fill the memory. */
  private readProlog(window: TextWindow, { declaration = Infinity, event }: Prolog, sink: RecordSink): void {
    const isDeclared = declaration < (event?.from ?? window.text.length);
    this.isProlog = !isDeclared && !event;
    if (!isDeclared) return;
    const span = spanIn(window, declaration, declaration + DECLARATION.length);
    sink.problem({ code: 'xml-declares-entities', span });
  }
}

interface Prolog {
  readonly declaration: number | undefined;
  /** The first event of the file. */
  readonly event: XmlEvent | undefined;
}

/** `prefix` is undefined where no event starts in the text. Without a scanner the text has to be searched. */
function openText(text: string, prefix = ''): { cursor: XmlEventCursor; scanner: EventXmlScanner | undefined } {
  const scanner = prefix === '' ? eventXmlScanner() : undefined;
  const marks = scanner?.marksOf(text);
  return { cursor: new XmlEventCursor(text, prefix, marks), scanner: marks && scanner };
}

/** An event that the window cuts off may go on in the next one. */
function mayGoOn({ isClosed, to }: XmlEvent, { text, ended }: TextWindow): boolean {
  return !isClosed && to === text.length && !ended;
}

interface FoundEvent extends XmlEventPlace {
  readonly scanner: EventXmlScanner | undefined;
}

function readEvent(found: FoundEvent, sink: RecordSink): void {
  const { window, event, heads, scanner } = found;
  const { from, to, isClosed } = event;
  const isWanted = sink.brief
    ? sink.brief(heads.brief(window, from, to, scanner))
    : sink.head(heads.head(window, from, to));
  if (!isClosed) sink.problem({ code: 'xml-cut-off', span: spanIn(window, from, Math.min(from + 6, to)) });
  if (isWanted) readXmlEvent(found, sink);
}

/** `ev:` where the first event is `<ev:Event …`, '' where it is `<Event …`. */
const FIRST_EVENT = /<((?:[A-Za-z_][\w.-]{0,30}:)?)Event[\s>]/;

function openHeads(text: string): XmlHeadReader | undefined {
  const prefix = FIRST_EVENT.exec(text)?.[1];
  return prefix === undefined ? undefined : new XmlHeadReader(prefix);
}

/** What stands above the first event, and what follows that: nothing where there is none. */
function startOf(head: string): { readonly prefix: string; readonly above: string; readonly rest: string } {
  const first = FIRST_EVENT.exec(head);
  const start = first?.index ?? head.length;
  return { prefix: first?.[1] ?? '', above: head.slice(0, start), rest: head.slice(start) };
}

/** Whether there is an event below a text that may stand above one. */
function startsWithEvents(head: string, mayBeAbove: (text: string) => boolean): boolean {
  const { prefix, above, rest } = startOf(head);
  if (!mayBeAbove(above)) return false;
  return (
    rest.includes(`<${prefix}System`) && (rest.includes(`<${prefix}EventID`) || rest.includes(`<${prefix}Provider`))
  );
}

/** Whether nothing of what stands before the first event speaks for another format. */
function isProlog(text: string): boolean {
  return !hasTextBetweenTags(withoutEntities(text).replace(RECORD_LINES, ''));
}

/** The text with a tag in place of a declaration that declares entities, between whose tags there is text. */
function withoutEntities(text: string): string {
  const declaration = text.indexOf(DECLARATION);
  const from = declaration < 0 ? -1 : text.indexOf('[', declaration);
  if (from < 0 || text.slice(declaration, from).includes('>')) return text;
  const to = text.indexOf(']', from);
  return text.slice(0, declaration) + (to < 0 ? '' : `<${text.slice(to + 1)}`);
}

/** Text that belongs to no tag, other than white space and the `- ` marks of a browser: then it is a mixed text. */
function hasTextBetweenTags(text: string): boolean {
  let from = 0;
  while (from < text.length) {
    const open = text.indexOf('<', from);
    const between = text.slice(from, open < 0 ? text.length : open);
    if (/[^\s\uFEFF+-]/.test(between)) return true;
    const close = open < 0 ? -1 : text.indexOf('>', open);
    if (close < 0) return false;
    from = close + 1;
  }
  return false;
}
