import { isSpace } from './xmlText';

/** `<Event …>…</Event>` in a text: half-open offsets; not closed when the next event starts, or the text ends, before its end tag. */
export interface XmlEvent {
  readonly from: number;
  readonly to: number;
  readonly isClosed: boolean;
}

const NONE = Number.POSITIVE_INFINITY;

/**
 * Walks over the events of a text from its start. What looks like a tag inside a comment or CDATA section is none.
 *
 * Every search goes forward only and remembers what it found, so a text of a million tags that are never closed takes no
 * longer than any other of its size.
 */
export class XmlEventCursor {
  private readonly tag: string;
  /** Needles of seven units and more are searched for several times faster than `<Event`, which also starts `<EventID`. */
  private readonly spacedStarts: ForwardSearch;
  private readonly bareStarts: ForwardSearch;
  private readonly ends: ForwardSearch;
  private readonly sections: ForwardSearch;
  private readonly cdataEnds: ForwardSearch;
  private readonly commentEnds: ForwardSearch;

  /** `prefix` is `ev:` where elements are named `<ev:Event>`, else ''. */
  constructor(
    private readonly text: string,
    private readonly prefix: string,
  ) {
    this.tag = `<${prefix}Event`;
    this.spacedStarts = new ForwardSearch(text, `${this.tag} `);
    this.bareStarts = new ForwardSearch(text, `${this.tag}>`);
    this.ends = new ForwardSearch(text, `</${prefix}Event>`);
    this.sections = new ForwardSearch(text, '<!');
    this.cdataEnds = new ForwardSearch(text, ']]>');
    this.commentEnds = new ForwardSearch(text, '-->');
  }

  /** The first event at or after `offset`; undefined when none starts there. */
  next(offset: number): XmlEvent | undefined {
    const from = this.startFrom(offset);
    if (from === NONE) return undefined;
    let at = from + 1;
    for (;;) {
      const end = this.ends.from(at);
      const nextStart = Math.min(this.spacedStarts.from(at), this.bareStarts.from(at));
      const section = this.sections.from(at);
      if (section > Math.min(end, nextStart) || section === NONE) return this.eventOf(from, end, nextStart);
      at = this.sectionEnd(section);
      if (at === NONE) return this.eventOf(from, NONE, NONE);
    }
  }

  /** Offset of the first `<Event` that starts an element and is in no comment or CDATA section. */
  private startFrom(offset: number): number {
    let at = offset;
    for (;;) {
      const start = this.findStart(at);
      const section = this.sections.from(at);
      if (start <= section) return start;
      at = this.sectionEnd(section);
      if (at === NONE) return NONE;
    }
  }

  /** Mostly the next event starts where the last one ended, so this search is short. */
  private findStart(offset: number): number {
    let at = this.text.indexOf(this.tag, offset);
    while (at >= 0 && !endsName(this.text.charCodeAt(at + this.tag.length))) at = this.text.indexOf(this.tag, at + 1);
    return at < 0 ? NONE : at;
  }

  private eventOf(from: number, end: number, nextStart: number): XmlEvent {
    if (end < nextStart) return { from, to: end + this.prefix.length + '</Event>'.length, isClosed: true };
    return { from, to: Math.min(nextStart, this.text.length), isClosed: false };
  }

  private sectionEnd(section: number): number {
    if (this.text.startsWith('<![CDATA[', section)) return this.cdataEnds.from(section) + ']]>'.length;
    if (this.text.startsWith('<!--', section)) return this.commentEnds.from(section + '<!--'.length) + '-->'.length;
    return section + '<!'.length;
  }
}

/** Whether the unit ends a tag name, as in `<Event ` and `<Event>`, unlike `<EventID`. */
function endsName(unit: number): boolean {
  return isSpace(unit) || unit === 62;
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
