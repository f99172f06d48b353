import type { DateOrder } from '../records/eventTime';
import { type TextWindow, spanIn } from '../text/span';
import { type ClixmlEvent, clixmlEvent } from './clixml/clixmlEvent';
import { type ClixmlObject, ClixmlObjects } from './clixml/clixmlObjects';
import { KnownObjects } from './clixml/knownObjects';
import { FieldEvents } from './fieldEvents';
import type { EventFormat, ReadSettings, RecordReader, RecordSink } from './format';

const START = /^\s{0,99}(?:#< CLIXML\s{1,9})?(?:<\?xml[^>]{0,200}>\s{0,99})?<Objs?[\s>]/;

/** What the first event stands behind in a text that starts below the element that holds all. */
const REST = />\s{0,99}$/;
const LONGEST_REST = 128;

/** Longest stretch that must be seen to tell whether it starts an object. */
const LONGEST_START = 64;

/** Export-Clixml of Get-WinEvent and Get-EventLog. */
export const clixml: EventFormat = {
  id: 'clixml',
  detect(head) {
    if (!START.test(head)) return false;
    const object = new ClixmlObjects(head).next(0);
    return object !== undefined && clixmlEvent(wholeOf(head), object, new KnownObjects()) !== undefined;
  },
  restEnd(head) {
    if (clixml.detect(head)) return undefined;
    const objects = new ClixmlObjects(head);
    const known = new KnownObjects();
    let object = objects.next(0);
    while (object && !clixmlEvent(wholeOf(head), object, known)) object = objects.next(object.to);
    const rest = head.slice(0, object?.from);
    return object && !rest.includes('<Objs') && REST.test(rest.slice(-LONGEST_REST)) ? object.from : undefined;
  },
  openReader: (settings) => new ClixmlReader(settings),
};

class ClixmlReader implements RecordReader {
  private readonly events: FieldEvents;
  private readonly known = new KnownObjects();

  constructor(settings: ReadSettings) {
    this.events = new FieldEvents(settings);
  }

  get dateOrder(): DateOrder | undefined {
    return this.events.dateOrder;
  }

  read(window: TextWindow, sink: RecordSink): number {
    const { text, ended } = window;
    const objects = new ClixmlObjects(text);
    let done = 0;
    for (let object = objects.next(0); object; object = objects.next(done)) {
      // An object that the window cuts off may go on in the next one.
      if (!object.isClosed && object.to === text.length && !ended) return object.from;
      this.readObject(window, object, sink);
      done = object.to;
    }
    if (ended) this.known.finish();
    return ended ? text.length : Math.max(done, text.length - LONGEST_START);
  }

  private readObject(window: TextWindow, object: ClixmlObject, sink: RecordSink): void {
    const { from, to, isClosed } = object;
    const event = clixmlEvent(window, object, this.known);
    const start = spanIn(window, from, Math.min(from + '<Obj'.length, to));
    if (event) this.readEvent(window, event, sink);
    else if (isClosed) sink.problem({ code: 'text-not-understood', span: start });
    if (isClosed) return;
    const code = to === window.text.length ? 'record-cut-off' : 'xml-malformed';
    sink.problem({ code, span: start, ...(code === 'xml-malformed' && { detail: 'the element Obj is not closed' }) });
  }

  private readEvent({ text, base }: TextWindow, event: ClixmlEvent, sink: RecordSink): void {
    this.events.add(event, sink);
    for (const span of event.unresolved) {
      sink.problem({ code: 'field-not-readable', span, detail: text.slice(span.start - base, span.end - base) });
    }
  }
}

function wholeOf(text: string): TextWindow {
  return { text, base: 0, ended: true };
}
