import { isSpace } from './xmlText';

/** `<Event …>…</Event>` in a text: half-open offsets; not closed when the next event starts, or the text ends, before its end tag. */
export interface XmlEvent {
  readonly from: number;
  readonly to: number;
  readonly isClosed: boolean;
}

/** What a text ends with. */
export interface XmlRest {
  /** Where the last comment or CDATA section ends; inside one that goes on beyond the text, where its content starts. */
  readonly sectionsEnd: number;
  readonly declaration: number | undefined;
  /** The section that goes on: what ends it. */
  readonly open?: { readonly end: string };
}

const COMMENT = '<!--';
const COMMENT_END = '-->';
export const DECLARATION = '<!DOCTYPE';
const CDATA = '<![CDATA[';
const CDATA_END = ']]>';
const NONE = Number.POSITIVE_INFINITY;

/**
 * Walks over the events of a text from its start. What looks like a tag inside a comment or CDATA section is none.
 *
 * Every search goes forward only and remembers what it found, so a text of a million tags that are never closed takes no
 * longer than any other of its size.
 */
export class XmlEventCursor {
  /** Offset of the first `<!DOCTYPE` that was passed, in no comment or CDATA section. */
  declaration: number | undefined;
  /** Offset of the tag that was found last, and whether it is an end tag. */
  private tag = -1;
  private isEnd = false;
  /** Offset of the `<!` that was found last. */
  private section = -1;
  /** End of the section that was passed last. */
  private passed = 0;
  private readonly cdataEnds: ForwardSearch;
  private readonly commentEnds: ForwardSearch;

  /** `prefix` is `ev:` where elements are named `<ev:Event>`, else ''. */
  constructor(
    private readonly text: string,
    private readonly prefix: string,
  ) {
    this.cdataEnds = new ForwardSearch(text, CDATA_END);
    this.commentEnds = new ForwardSearch(text, COMMENT_END);
  }

  /** The first event at or after `offset`, which is not before the end of the last one; undefined when none starts there. */
  next(offset: number): XmlEvent | undefined {
    let from = this.tagFrom(offset);
    while (from !== NONE && this.isEnd) from = this.tagFrom(from + 1);
    if (from === NONE) return undefined;
    const to = this.tagFrom(from + 1);
    if (to !== NONE && this.isEnd) return { from, to: to + this.prefix.length + '</Event>'.length, isClosed: true };
    return { from, to: Math.min(to, this.text.length), isClosed: false };
  }

  /** What of the text behind `offset`, where no more events start, the text after it depends on. */
  rest(offset: number): XmlRest {
    let at = Math.max(offset, this.passed);
    for (;;) {
      this.findSection(at);
      const { section } = this;
      if (section === NONE) return { sectionsEnd: Math.max(offset, this.passed), declaration: this.declaration };
      const end = this.sectionEnd(section);
      if (end === NONE)
        return { ...openAt(section, this.text.startsWith(COMMENT, section)), declaration: this.declaration };
      at = end;
    }
  }

  /** Offset of the first start or end tag of an event that is in no comment or CDATA section. */
  private tagFrom(offset: number): number {
    let at = offset;
    for (;;) {
      this.findTag(at);
      if (this.tag === NONE) return NONE;
      this.findSection(at);
      if (this.tag < this.section) return this.tag;
      at = this.sectionEnd(this.section);
      if (at === NONE) return NONE;
    }
  }

  /**
   * A single unit is searched for many times faster than a string, and of those in the tag E is the rarest: there are
   * about a dozen in an event as Windows writes it.
   */
  private findTag(from: number): void {
    if (this.tag >= from) return;
    const { text } = this;
    const nameStart = from + this.prefix.length + 1;
    for (let at = text.indexOf('E', nameStart); at >= 0; at = text.indexOf('E', at + 1)) {
      // Looking beyond the end of a string makes every look at its units slow from then on.
      if (at + 5 >= text.length) break;
      if (text.charCodeAt(at + 1) !== 118 || !isEventName(text, at)) continue;
      const start = this.tagStart(at);
      if (start < from) continue;
      this.tag = start;
      return;
    }
    this.tag = NONE;
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

  private findSection(from: number): void {
    if (this.section >= from) return;
    const { text } = this;
    let at = text.indexOf('!', from + 1);
    while (at >= 0 && text.charCodeAt(at - 1) !== 60) at = text.indexOf('!', at + 1);
    this.section = at < 0 ? NONE : at - 1;
  }

  private sectionEnd(section: number): number {
    const { text } = this;
    const isComment = text.startsWith(COMMENT, section);
    if (!isComment && !text.startsWith(CDATA, section)) {
      if (text.startsWith(DECLARATION, section)) this.declaration ??= section;
      return section + '<!'.length;
    }
    const end = isComment
      ? this.commentEnds.from(section + COMMENT.length) + COMMENT_END.length
      : this.cdataEnds.from(section) + CDATA_END.length;
    if (end !== NONE) this.passed = end;
    return end;
  }
}

function openAt(section: number, isComment: boolean): Omit<XmlRest, 'declaration'> {
  const [start, end] = isComment ? [COMMENT, COMMENT_END] : [CDATA, CDATA_END];
  return { sectionsEnd: section + start.length, open: { end } };
}

/** Whether the name at the offset, whose first two units are `Ev`, is `Event` as in `<Event ` and `<Event>`, unlike `<EventID`. */
function isEventName(text: string, at: number): boolean {
  const after = text.charCodeAt(at + 5);
  if (after !== 62 && !isSpace(after)) return false;
  return text.charCodeAt(at + 2) === 101 && text.charCodeAt(at + 3) === 110 && text.charCodeAt(at + 4) === 116;
}

/** indexOf for offsets that do not go back, without searching the same stretch twice. */
class ForwardSearch {
  private found = -1;

  constructor(
    private readonly text: string,
    private readonly needle: string,
  ) {}

  from(offset: number): number {
    if (this.found >= offset) return this.found;
    const at = this.text.indexOf(this.needle, offset);
    this.found = at < 0 ? NONE : at;
    return this.found;
  }
}
