import type { Place } from './writtenTime';

const QUOTE = 34;
const EQUALS = 61;
const TAG_END = 62;
const BLANK = 32;
const LF = 10;
const CR = 13;

const NOWHERE: Place = { start: 0, end: 0 };

/** What reading the attributes of an entry came to. */
export type AttributesEnd = 'whole' | 'damaged' | 'unfinished';

/**
 * Where the values of the attributes of one entry stand: of `<time="11:45:37.549+300" date="06-03-2019" component="SMSPXE"
 * context="" type="1" thread="6004" file="smspxe.cpp:137">` those between the quotes. One object serves all entries of a
 * source, as making one for each costs more than reading it.
 */
export class EntryAttributes {
  /** After the `>`, or where the damage is. */
  end = 0;
  time = NOWHERE;
  date = NOWHERE;
  component = NOWHERE;
  context = NOWHERE;
  type = NOWHERE;
  thread = NOWHERE;
  file = NOWHERE;

  /** Reads from behind the `<`. All attributes are on one line: a line break before the `>` is damage. */
  read(text: string, from: number): AttributesEnd {
    this.clear(from);
    let at = from;
    for (;;) {
      while (text.charCodeAt(at) === BLANK) at++;
      if (text.charCodeAt(at) === TAG_END) {
        this.end = at + 1;
        return 'whole';
      }
      const nameStart = at;
      while (isNameUnit(text.charCodeAt(at))) at++;
      const hasValue = at > nameStart && text.charCodeAt(at) === EQUALS && text.charCodeAt(at + 1) === QUOTE;
      if (!hasValue) return this.stop(text, at);
      const start = at + 2;
      at = start;
      while (at < text.length && !endsValue(text.charCodeAt(at))) at++;
      if (text.charCodeAt(at) !== QUOTE) return this.stop(text, at);
      this.keep(text.slice(nameStart, start - 2), { start, end: at });
      at++;
    }
  }

  private keep(name: string, place: Place): void {
    switch (name) {
      case 'time':
      case 'date':
      case 'component':
      case 'context':
      case 'type':
      case 'thread':
      case 'file':
        this[name] = place;
    }
  }

  /** What was wrong is known once the line has ended: until then the rest may still come. */
  private stop(text: string, at: number): AttributesEnd {
    this.end = at;
    while (this.end < text.length && !isLineEnd(text.charCodeAt(this.end))) this.end++;
    return this.end === text.length ? 'unfinished' : 'damaged';
  }

  /** An entry without attributes that ends there. */
  clear(end: number): void {
    this.end = end;
    this.time = NOWHERE;
    this.date = NOWHERE;
    this.component = NOWHERE;
    this.context = NOWHERE;
    this.type = NOWHERE;
    this.thread = NOWHERE;
    this.file = NOWHERE;
  }
}

function endsValue(unit: number): boolean {
  return unit === QUOTE || isLineEnd(unit);
}

function isLineEnd(unit: number): boolean {
  return unit === LF || unit === CR;
}

/** Letters, digits and `_`: tools add attributes of their own, such as `ps_version`. */
function isNameUnit(unit: number): boolean {
  const lower = unit | 32;
  return (lower >= 97 && lower <= 122) || unit === 95 || (unit >= 48 && unit <= 57);
}
