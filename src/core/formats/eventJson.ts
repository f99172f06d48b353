import type { DateOrder } from '../records/eventTime';
import { type Span, type TextWindow, spanIn } from '../text/span';
import { skipWhiteSpace } from '../text/whiteSpace';
import { FieldEvents } from './fieldEvents';
import type { EventFormat, ProblemCode, ReadSettings, RecordReader, RecordSink } from './format';
import { eventOf, eventNestedIn } from './json/eventShape';
import { nextObject, nextObjectBehindDamage } from './json/jsonStart';
import { JsonTree } from './json/jsonTree';
import { type JsonEnd, JsonReader, readJson } from './json/readJson';

/** Objects at the start that are looked at, as an exporter may put something else first. */
const MOST_OBJECTS = 8;

/** An object, an array, or `Record 1` above an object. */
const STARTS: readonly string[] = ['{', '[', 'R'];

const OBJECT = /\{\s{0,99}"/g;

/** What the first whole event stands behind in a text that starts in the middle of another one: its end, or the key of an envelope. */
const REST = /(?:\}[\s,\]}]{0,99}(?:Record:? \d{1,20}\s{1,9})?|"\s{0,9}:\s{0,9})$/;
const LONGEST_BETWEEN = 256;

/**
 * Events as JSON, whatever tool wrote them: one object, an array, one object a line, or one behind the other. `json/eventShape`
 * lists the shapes of an event.
 */
export const eventJson: EventFormat = {
  id: 'event-json',
  detect: (head) => startOf(head) === 'events',
  restEnd(head) {
    // What may be events inside of other objects is part of those.
    if (startOf(head) !== 'rest') return undefined;
    const tree = new JsonTree();
    const starts = Array.from(head.matchAll(OBJECT), ({ index }) => index);
    const first = starts.find((at) => readObject(head, at, tree).isEvent);
    return first !== undefined && REST.test(head.slice(0, first).slice(-LONGEST_BETWEEN)) ? first : undefined;
  },
  openReader: (settings) => new EventJsonReader(settings),
};

/** What the text starts with: objects of which one is an event, other objects, or something else, as the rest of an object. */
function startOf(head: string): 'events' | 'others' | 'rest' {
  if (!STARTS.includes(head.charAt(skipWhiteSpace(head, 0, head.length)))) return 'rest';
  const tree = new JsonTree();
  let at = 0;
  for (let count = 0; count < MOST_OBJECTS; count++) {
    const next = nextObject(head, at, true);
    if (next.kind !== 'object') return next.kind === 'end' ? 'others' : 'rest';
    const { isEvent, end } = readObject(head, next.at, tree);
    if (isEvent) return 'events';
    if (end.kind !== 'whole') return end.kind === 'cutOff' ? 'others' : 'rest';
    at = end.at;
  }
  return 'others';
}

function readObject(head: string, at: number, tree: JsonTree): { readonly isEvent: boolean; readonly end: JsonEnd } {
  const end = readJson(head, at, tree);
  return { isEvent: eventOf({ tree, window: { text: head, base: 0, ended: true } }) !== undefined, end };
}

class EventJsonReader implements RecordReader {
  private readonly tree = new JsonTree();
  private readonly events: FieldEvents;
  /** Whether reading stands inside an object that can not be read on, so that only an object's start can be looked for. */
  private isInDamage = false;
  /** Something that is no event was told since the last event; what else there is up to the next one is of the same kind. */
  private isTold = false;
  private isBreakTold = false;

  constructor(settings: ReadSettings) {
    this.events = new FieldEvents(settings);
  }

  get dateOrder(): DateOrder | undefined {
    return this.events.dateOrder;
  }

  read(window: TextWindow, sink: RecordSink): number {
    const { text, ended } = window;
    const json = new JsonReader(text, this.tree);
    let at = 0;
    for (;;) {
      const next = this.isInDamage ? nextObjectBehindDamage(text, at, ended) : nextObject(text, at, ended);
      if (next.kind === 'end') return ended ? this.finish(text.length) : next.at;
      if (next.kind === 'stray') {
        this.report('text-not-understood', spanIn(window, next.from, next.to), sink);
        at = next.to;
        continue;
      }
      const end = json.read(next.at);
      if (end.kind === 'cutOff' && !ended) return next.at;
      at = this.readObject(window, next.at, end, sink);
      // What lies behind is read again.
      if (json.lineBreak !== undefined && json.lineBreak < at) this.reportBreak(window, json.lineBreak, sink);
    }
  }

  /** What is read after the end is a single event. */
  private finish(consumed: number): number {
    this.isInDamage = false;
    this.isTold = false;
    return consumed;
  }

  /** Reads what the tree holds and returns where to go on. */
  private readObject(window: TextWindow, from: number, end: JsonEnd, sink: RecordSink): number {
    const source = { tree: this.tree, window };
    const to = end.kind === 'cutOff' ? (eventNestedIn(source) ?? end.at) : end.at;
    const event = eventOf(source);
    if (event) {
      this.events.add({ span: spanIn(window, from, to), ...event }, sink);
      this.isTold = false;
    }
    this.isInDamage = end.kind !== 'whole';
    if (end.kind === 'damaged' || to < end.at) this.report('json-damaged', spanIn(window, to, to + 1), sink);
    else if (end.kind === 'cutOff') this.report('record-cut-off', spanIn(window, from, from + 1), sink);
    else if (!event) this.report('text-not-understood', spanIn(window, from, from + 1), sink);
    return to;
  }

  private reportBreak(window: TextWindow, at: number, sink: RecordSink): void {
    const isCrLf = window.text.startsWith('\r\n', at);
    if (!this.isBreakTold) sink.problem({ code: 'json-lines-broken', span: spanIn(window, at, at + (isCrLf ? 2 : 1)) });
    this.isBreakTold = true;
  }

  private report(code: ProblemCode, span: Span, sink: RecordSink): void {
    if (!this.isTold) sink.problem({ code, span });
    this.isTold = true;
  }
}
