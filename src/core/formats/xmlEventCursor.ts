import { NO_MARK, TextMarks, type XmlMarks } from './xmlMarks';

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

/** What looks like a tag in it is none. */
interface Section {
  readonly start: string;
  readonly end: string;
}

const COMMENT: Section = { start: '<!--', end: '-->' };
const CDATA: Section = { start: '<![CDATA[', end: ']]>' };
export const DECLARATION = '<!DOCTYPE';

/**
 * Walks over the events of a text from its start. What looks like a tag inside a comment or CDATA section is none.
 *
 * Every search goes forward only and remembers what it found, so a text of a million tags that are never closed takes no
 * longer than any other of its size.
 */
export class XmlEventCursor {
  /** Offset of the first `<!DOCTYPE` that was passed, in no comment or CDATA section. */
  declaration: number | undefined;
  /** End of the section that was passed last. */
  private passed = 0;
  private readonly commentEnds: ForwardSearch;
  private readonly cdataEnds: ForwardSearch;

  /** `prefix` is `ev:` where elements are named `<ev:Event>`, else ''. `marks` are those of the text and the prefix. */
  constructor(
    private readonly text: string,
    private readonly prefix: string,
    private readonly marks: XmlMarks = new TextMarks(text, prefix),
  ) {
    this.commentEnds = new ForwardSearch(text, COMMENT.end);
    this.cdataEnds = new ForwardSearch(text, CDATA.end);
  }

  /** The first event at or after `offset`, which is not before the end of the last one; undefined when none starts there. */
  next(offset: number): XmlEvent | undefined {
    let from = this.tagFrom(offset);
    while (from !== NO_MARK && this.marks.isEnd) from = this.tagFrom(from + 1);
    if (from === NO_MARK) return undefined;
    const to = this.tagFrom(from + 1);
    if (to !== NO_MARK && this.marks.isEnd)
      return { from, to: to + this.prefix.length + '</Event>'.length, isClosed: true };
    return { from, to: Math.min(to, this.text.length), isClosed: false };
  }

  /** What of the text behind `offset`, where no more events start, the text after it depends on. */
  rest(offset: number): XmlRest {
    let at = Math.max(offset, this.passed);
    for (;;) {
      const section = this.marks.sectionFrom(at);
      if (section === NO_MARK) return { sectionsEnd: Math.max(offset, this.passed), declaration: this.declaration };
      const end = this.sectionEnd(section);
      const open = end === NO_MARK ? sectionAt(this.text, section) : undefined;
      if (open) return { sectionsEnd: section + open.start.length, open, declaration: this.declaration };
      at = end;
    }
  }

  /** Offset of the first start or end tag of an event that is in no comment or CDATA section. */
  private tagFrom(offset: number): number {
    let at = offset;
    for (;;) {
      const tag = this.marks.tagFrom(at);
      if (tag === NO_MARK) return NO_MARK;
      const section = this.marks.sectionFrom(at);
      if (tag < section) return tag;
      at = this.sectionEnd(section);
      if (at === NO_MARK) return NO_MARK;
    }
  }

  private sectionEnd(from: number): number {
    const section = sectionAt(this.text, from);
    if (!section) {
      if (this.text.startsWith(DECLARATION, from)) this.declaration ??= from;
      return from + '<!'.length;
    }
    const ends = section === COMMENT ? this.commentEnds : this.cdataEnds;
    const end = ends.from(from + section.start.length) + section.end.length;
    if (end !== NO_MARK) this.passed = end;
    return end;
  }
}

/** Where the comment or CDATA section ends that starts there; undefined where none does, or it goes on beyond the text. */
export function sectionEndAt(text: string, at: number): number | undefined {
  const section = sectionAt(text, at);
  const end = section ? text.indexOf(section.end, at + section.start.length) : -1;
  return section && end >= 0 ? end + section.end.length : undefined;
}

function sectionAt(text: string, at: number): Section | undefined {
  return [COMMENT, CDATA].find(({ start }) => text.startsWith(start, at));
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
    this.found = at < 0 ? NO_MARK : at;
    return this.found;
  }
}
