import { isSpace } from './xmlText';

/** No offset: behind all of them. */
export const NO_MARK = Number.POSITIVE_INFINITY;

/** Where in a text the tags of events and what starts with `<!` stand. Offsets that are asked for do not go back. */
export interface XmlMarks {
  /** Offset of the first start or end tag of an event at or after the offset, in a comment or not; {@link NO_MARK} for none. */
  tagFrom(offset: number): number;
  /** Whether the tag that was found last is an end tag. */
  readonly isEnd: boolean;
  /** Offset of the first `<!` at or after the offset; {@link NO_MARK} for none. */
  sectionFrom(offset: number): number;
}

/** Searches the text for them. */
export class TextMarks implements XmlMarks {
  isEnd = false;
  /** What was found last. */
  private tag = -1;
  private section = -1;

  /** `prefix` is `ev:` where elements are named `<ev:Event>`, else ''. */
  constructor(
    private readonly text: string,
    private readonly prefix: string,
  ) {}

  /**
   * A single unit is searched for many times faster than a string, and of those in the tag E is the rarest: there are
   * about a dozen in an event as Windows writes it.
   */
  tagFrom(from: number): number {
    if (this.tag >= from) return this.tag;
    const { text } = this;
    const nameStart = from + this.prefix.length + 1;
    for (let at = text.indexOf('E', nameStart); at >= 0; at = text.indexOf('E', at + 1)) {
      // Looking beyond the end of a string makes every look at its units slow from then on.
      if (at + 5 >= text.length) break;
      if (text.charCodeAt(at + 1) !== 118 || !isEventName(text, at)) continue;
      const start = this.tagStart(at);
      if (start < from) continue;
      this.tag = start;
      return start;
    }
    this.tag = NO_MARK;
    return NO_MARK;
  }

  sectionFrom(from: number): number {
    if (this.section >= from) return this.section;
    const { text } = this;
    let at = text.indexOf('!', from + 1);
    while (at >= 0 && text.charCodeAt(at - 1) !== 60) at = text.indexOf('!', at + 1);
    this.section = at < 0 ? NO_MARK : at - 1;
    return this.section;
  }

  /** Where the tag starts whose name without prefix is at `name`; -1 when it is not the tag of an event. */
  private tagStart(name: number): number {
    const { text, prefix } = this;
    const before = name - prefix.length - 1;
    if (prefix !== '' && !text.startsWith(prefix, before + 1)) return -1;
    this.isEnd = text.charCodeAt(before) === 47;
    if (this.isEnd) return text.charCodeAt(before - 1) === 60 && text.charCodeAt(name + 5) === 62 ? before - 1 : -1;
    return text.charCodeAt(before) === 60 ? before : -1;
  }
}

/** Whether the name at the offset, whose first two units are `Ev`, is `Event` as in `<Event ` and `<Event>`, unlike `<EventID`. */
function isEventName(text: string, at: number): boolean {
  const after = text.charCodeAt(at + 5);
  if (after !== 62 && !isSpace(after)) return false;
  return text.charCodeAt(at + 2) === 101 && text.charCodeAt(at + 3) === 110 && text.charCodeAt(at + 4) === 116;
}
