import type { Place } from './writtenTime';

const QUOTE = 34;
const EQUALS = 61;
const TAG_END = 62;
const BLANK = 32;
const LF = 10;
const CR = 13;

/** Attributes that are kept, in their usual order, each by where its start stands among the places; its end stands behind it. */
export const ATTRIBUTES = { time: 0, date: 2, component: 4, context: 6, type: 8, thread: 10, file: 12 } as const;

/** All attributes as ConfigMgr writes them. Matching the whole and then finding the quotes is ten times faster than units. */
const USUAL =
  /time="[\d:.+-]*" date="[\d-]*" component="[^"\r\n]*" context="[^"\r\n]*" type="\d*" thread="\d*" file="[^"\r\n]*">/y;

/** Units from the end of one value, or the start, to the next value: of `time="`, `" date="` and so on. */
const BEFORE_VALUES: readonly number[] = [
  'time="',
  '" date="',
  '" component="',
  '" context="',
  '" type="',
  '" thread="',
  '" file="',
].map(({ length }) => length);

type AttributeName = keyof typeof ATTRIBUTES;
export type AttributePlace = (typeof ATTRIBUTES)[AttributeName];

/** The names of four letters by their third one. */
const NAMES_OF_FOUR: ReadonlyMap<number, AttributeName> = new Map([
  ['m'.charCodeAt(0), 'time'],
  ['t'.charCodeAt(0), 'date'],
  ['p'.charCodeAt(0), 'type'],
  ['l'.charCodeAt(0), 'file'],
]);

/** The others by their length. */
const LONG_NAMES: Readonly<Record<number, AttributeName>> = { 6: 'thread', 7: 'context', 9: 'component' };

/** What reading the attributes of an entry came to. */
export type AttributesEnd = 'whole' | 'damaged' | 'unfinished';

/**
 * Where the values of the attributes of one entry stand: of `<time="11:45:37.549+300" date="06-03-2019" component="SMSPXE"
 * context="" type="1" thread="6004" file="smspxe.cpp:137">` those between the quotes. One object serves all entries of a
 * source, as making one for each costs more than reading it.
 */
export class EntryAttributes {
  /** After the `>`, or where the line with the damage ends. */
  end = 0;
  private readonly places = new Int32Array(2 * Object.keys(ATTRIBUTES).length);

  /** Where the value of an attribute stands; empty when it is not there or has none. */
  place(attribute: AttributePlace): Place {
    return { start: this.start(attribute), end: this.places[attribute + 1] ?? 0 };
  }

  start(attribute: AttributePlace): number {
    return this.places[attribute] ?? 0;
  }

  length(attribute: AttributePlace): number {
    return (this.places[attribute + 1] ?? 0) - this.start(attribute);
  }

  /** Whether the attribute is written, with a value or without. */
  has(attribute: AttributePlace): boolean {
    return this.start(attribute) > 0;
  }

  /** Reads from behind the `<`. All attributes are on one line: a line break before the `>` is damage. */
  read(text: string, from: number): AttributesEnd {
    USUAL.lastIndex = from;
    if (!USUAL.test(text)) return this.readEach(text, from);
    this.end = USUAL.lastIndex;
    let start = from;
    for (let index = 0; index < BEFORE_VALUES.length; index++) {
      start += BEFORE_VALUES[index] ?? 0;
      const end = text.indexOf('"', start);
      this.places[2 * index] = start;
      this.places[2 * index + 1] = end;
      start = end;
    }
    return 'whole';
  }

  private readEach(text: string, from: number): AttributesEnd {
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
      this.keep(attributeAt(text, nameStart, start - 2 - nameStart), start, at);
      at++;
    }
  }

  private keep(attribute: AttributePlace | undefined, start: number, end: number): void {
    if (attribute === undefined) return;
    this.places[attribute] = start;
    this.places[attribute + 1] = end;
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
    this.places.fill(0);
  }
}

/** The attribute whose name stands there; looking at its length first saves cutting the name out of the text. */
function attributeAt(text: string, from: number, length: number): AttributePlace | undefined {
  const name = length === 4 ? NAMES_OF_FOUR.get(text.charCodeAt(from + 2)) : LONG_NAMES[length];
  return name !== undefined && text.startsWith(name, from) ? ATTRIBUTES[name] : undefined;
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
