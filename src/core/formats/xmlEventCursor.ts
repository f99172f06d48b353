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

const COMMENT = '<!--';
const COMMENT_END = '-->';
export const DECLARATION = '<!DOCTYPE';
const CDATA = '<![CDATA[';
const CDATA_END = ']]>';

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
  private readonly cdataEnds: ForwardSearch;
  private readonly commentEnds: ForwardSearch;

  /** `prefix` is `ev:` where elements are named `<ev:Event>`, else ''. `marks` are those of the text and the prefix. */
  constructor(
    private readonly text: string,
    private readonly prefix: string,
    private readonly marks: XmlMarks = new TextMarks(text, prefix),
  ) {
    this.cdataEnds = new ForwardSearch(text, CDATA_END);
    this.commentEnds = new ForwardSearch(text, COMMENT_END);
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
      if (end === NO_MARK)
        return { ...openAt(section, this.text.startsWith(COMMENT, section)), declaration: this.declaration };
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
    if (end !== NO_MARK) this.passed = end;
    return end;
  }
}

/** Where the comment or CDATA section ends that starts there; undefined where none does, or it goes on beyond the text. */
export function sectionEndAt(text: string, at: number): number | undefined {
  const isComment = text.startsWith(COMMENT, at);
  if (!isComment && !text.startsWith(CDATA, at)) return undefined;
  const [from, needle] = isComment ? [at + COMMENT.length, COMMENT_END] : [at, CDATA_END];
  const end = text.indexOf(needle, from);
  return end < 0 ? undefined : end + needle.length;
}

function openAt(section: number, isComment: boolean): Omit<XmlRest, 'declaration'> {
  const [start, end] = isComment ? [COMMENT, COMMENT_END] : [CDATA, CDATA_END];
  return { sectionsEnd: section + start.length, open: { end } };
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
