import { isSpace } from './xmlText';

const TAG_START = 60;

/**
 * Searches a stretch of a text for `<EventID`, and never looks beyond the stretch. Most units are skipped, as in the search
 * of Boyer, Moore and Horspool: the unit below the end of the tag tells how far the tag can be moved on.
 */
export class XmlTagSearch {
  readonly length: number;
  private readonly skips: Uint8Array;
  private readonly lastUnit: number;

  /** `tag` is ASCII and has at most 255 units: `<EventID`, without what follows the name. */
  constructor(private readonly tag: string) {
    this.length = tag.length;
    this.lastUnit = tag.charCodeAt(tag.length - 1);
    // Units beyond Latin are looked up by their low byte, which may make a skip shorter and never longer.
    this.skips = new Uint8Array(0x100).fill(tag.length);
    for (let at = 0; at < tag.length - 1; at++) this.skips[tag.charCodeAt(at)] = tag.length - 1 - at;
  }

  /** Whether such a tag starts at the offset. */
  isAt(text: string, at: number): boolean {
    const end = at + this.length;
    if (end >= text.length || text.charCodeAt(end - 1) !== this.lastUnit) return false;
    return endsName(text.charCodeAt(end)) && text.slice(at, end) === this.tag;
  }

  /** Offset of the first such tag that lies in the stretch as a whole, `<EventIDs` being none; -1 when there is none. */
  find(text: string, from: number, to: number): number {
    const { skips, lastUnit } = this;
    const last = this.length - 1;
    for (let at = from + last; at < to;) {
      const unit = text.charCodeAt(at);
      if (unit === lastUnit && text.charCodeAt(at - last) === TAG_START && this.isAt(text, at - last)) return at - last;
      // `& 0xff` and not `%`, which is not made for whole numbers only.
      at += skips[unit & 0xff] ?? 1;
    }
    return -1;
  }
}

/** Whether the unit ends the name of a tag. */
function endsName(unit: number): boolean {
  return unit === 62 || unit === 47 || isSpace(unit);
}
