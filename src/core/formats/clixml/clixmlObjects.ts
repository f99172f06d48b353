/** `<Obj …>…</Obj>` in a text: half-open offsets. */
export interface ClixmlObject {
  readonly from: number;
  readonly to: number;
  /** Not closed: the text ends, or another object starts where none can, before its end tag. */
  readonly isClosed: boolean;
}

const OPEN = '<Obj';
const CLOSE = '</Obj>';
const LONGEST_TAG = 256;
/** How far the properties of an object are behind its start. */
const LONGEST_HEAD = 1024;

/** An array that was exported as one object holds the events in a list. */
const ARRAY =
  /<Obj RefId="\d{1,9}">\s{0,99}(?:<TN RefId="\d{1,9}">(?:\s{0,99}<T>[^<]{0,200}<\/T>){0,9}\s{0,99}<\/TN>|<TNRef RefId="\d{1,9}"\s?\/>)?\s{0,99}<LST>/y;

/** What an event calls itself, before its properties; no part of one does. */
const EVENT = /<ToString>System\.Diagnostics\.(?:Eventing\.Reader\.EventLogRecord|EventLogEntry)</;

/** Walks over the objects of a text that no other object holds. Each search goes forward only. */
export class ClixmlObjects {
  private open = -1;
  private close = -1;

  constructor(private readonly text: string) {}

  /** The first object at or after `from`; undefined when none starts there. Offsets rise from call to call. */
  next(from: number): ClixmlObject | undefined {
    let start = this.openFrom(from);
    for (let inside = this.insideArray(start); inside !== undefined; inside = this.insideArray(start)) {
      start = this.openFrom(inside);
    }
    return start === this.text.length ? undefined : this.objectAt(start);
  }

  private objectAt(from: number): ClixmlObject {
    const end = this.text.length;
    let depth = 1;
    for (let at = from + 1; ;) {
      const open = this.openFrom(at);
      const close = this.closeFrom(at);
      if (Math.min(open, close) === end) return { from, to: end, isClosed: false };
      if (open < close) {
        if (this.startsRecord(open)) return { from, to: open, isClosed: false };
        depth++;
        at = open + 1;
        continue;
      }
      at = close + CLOSE.length;
      if (--depth === 0) return { from, to: at, isClosed: true };
    }
  }

  /** Whether an object that seems to lie inside another one is the next one, as the end tag before it is missing. */
  private startsRecord(at: number): boolean {
    const tag = this.text.slice(at, at + LONGEST_TAG);
    const tagEnd = tag.indexOf('>');
    // A tag that the window cuts off tells nothing yet.
    if (tagEnd < 0 && tag.length < LONGEST_TAG) return false;
    if (tag.slice(0, tagEnd + 1).includes(' N="')) return false;
    if (endsProperties(this.text.slice(Math.max(0, at - LONGEST_TAG), at))) return true;
    const [head = ''] = this.text.slice(at + OPEN.length, at + LONGEST_HEAD).split(/<(?:Props|Obj|\/Obj)\b/, 1);
    return EVENT.test(head);
  }

  private insideArray(at: number): number | undefined {
    ARRAY.lastIndex = at;
    return ARRAY.test(this.text) ? ARRAY.lastIndex : undefined;
  }

  private openFrom(from: number): number {
    if (this.open >= from) return this.open;
    let at = this.text.indexOf(OPEN, from);
    while (at >= 0 && !/[\s>]/.test(this.text.charAt(at + OPEN.length))) at = this.text.indexOf(OPEN, at + 1);
    this.open = at < 0 ? this.text.length : at;
    return this.open;
  }

  private closeFrom(from: number): number {
    if (this.close >= from) return this.close;
    const at = this.text.indexOf(CLOSE, from);
    this.close = at < 0 ? this.text.length : at;
    return this.close;
  }
}

/** Whether no object without a name that lies inside another one can follow: the properties of an object end here, or text. */
function endsProperties(text: string): boolean {
  const before = text.trimEnd();
  return before !== '' && (!before.endsWith('>') || before.endsWith('</MS>') || before.endsWith('</Props>'));
}
