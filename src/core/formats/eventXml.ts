import { spanIn, type TextWindow } from '../text/span';
import type { EventFormat, RecordReader, RecordSink } from './format';
import { XmlHeadReader } from './eventXmlHead';
import { parseEventXml } from './eventXmlRecord';
import { type XmlEvent, XmlEventCursor } from './xmlEventCursor';

/** Longest stretch that must be seen to tell whether it starts an event: `<prefix:Event `. */
const LONGEST_START = 64;

/**
 * Events as XML: Event Viewer's "Save as XML", wevtutil `/f:xml` and `/f:RenderedXml` (no root element), and what the
 * Details tab puts on the clipboard (`- <Event …`).
 */
export const eventXml: EventFormat = {
  id: 'event-xml',
  detect(head) {
    const prefix = findPrefix(head);
    const start = prefix === undefined ? -1 : head.indexOf(`<${prefix}Event`);
    if (prefix === undefined || hasTextBetweenTags(head.slice(0, start))) return false;
    const rest = head.slice(start);
    return (
      rest.includes(`<${prefix}System`) && (rest.includes(`<${prefix}EventID`) || rest.includes(`<${prefix}Provider`))
    );
  },
  openReader() {
    return new EventXmlReader();
  },
};

class EventXmlReader implements RecordReader {
  private prefix: string | undefined;
  private heads: XmlHeadReader | undefined;
  private sawDeclaration = false;

  read(window: TextWindow, sink: RecordSink): number {
    const { text, ended } = window;
    this.prefix ??= findPrefix(text);
    if (this.prefix === undefined) return ended ? text.length : Math.max(0, text.length - LONGEST_START);
    this.heads ??= new XmlHeadReader(this.prefix);
    const cursor = new XmlEventCursor(text, this.prefix);
    let event = cursor.next(0);
    this.reportDeclarations(window, event?.from ?? text.length, sink);
    let done = 0;
    while (event) {
      // An event that the window cuts off may go on in the next one.
      if (!event.isClosed && event.to === text.length && !ended) return event.from;
      readEvent({ window, event, heads: this.heads }, sink);
      done = event.to;
      event = cursor.next(done);
    }
    return ended ? text.length : Math.max(done, text.length - LONGEST_START);
  }

  /** Entities that a file declares are not obeyed: they are how small files are made to fill the memory. */
  private reportDeclarations(window: TextWindow, before: number, sink: RecordSink): void {
    if (this.sawDeclaration) return;
    const at = window.text.slice(0, before).indexOf('<!DOCTYPE');
    if (at < 0) return;
    this.sawDeclaration = true;
    sink.problem({ code: 'xml-declares-entities', span: spanIn(window, at, at + '<!DOCTYPE'.length) });
  }
}

interface FoundEvent {
  readonly window: TextWindow;
  readonly event: XmlEvent;
  readonly heads: XmlHeadReader;
}

function readEvent({ window, event, heads }: FoundEvent, sink: RecordSink): void {
  const { from, to, isClosed } = event;
  const isWanted = sink.brief ? sink.brief(heads.brief(window, from, to)) : sink.head(heads.head(window, from, to));
  if (!isClosed) sink.problem({ code: 'xml-cut-off', span: spanIn(window, from, Math.min(from + 6, to)) });
  if (!isWanted) return;
  const { record, problems } = parseEventXml(window, from, to);
  if (isClosed) {
    for (const problem of problems) sink.problem(problem);
  }
  sink.record(record ?? { ...heads.head(window, from, to), eventData: [] });
}

/** `ev:` where the first event is `<ev:Event …`, '' where it is `<Event …`; undefined when there is none. */
function findPrefix(text: string): string | undefined {
  return /<((?:[A-Za-z_][\w.-]{0,30}:)?)Event[\s>]/.exec(text)?.[1];
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
