import { unitAt } from '../../text/unitAt';
import { LineEnds, UnitCursor } from '../unitCursor';
import { isSpace } from '../xmlText';
import type { JsonTree } from './jsonTree';

/** How reading one value ended. */
export type JsonEnd =
  /** `at` is behind the value. */
  | { readonly kind: 'whole'; readonly at: number }
  /** The text ends inside the value. */
  | { readonly kind: 'cutOff'; readonly at: number }
  /** What stands at `at` can not stand there. */
  | { readonly kind: 'damaged'; readonly at: number };

/** Nested deeper than any log; what is deeper counts as damaged. */
const DEEPEST = 64;

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_ARRAY = 91;
const BACKSLASH = 92;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
/** Longer strings are searched instead of gone through. */
const SHORT = 24;
/** No longer string is looked for over several lines: Windows allows a text of an event less than that. UTF-16 units. */
const LONGEST_BROKEN = 0x10000;
/** Units from here on are no control characters. */
const FIRST_PLAIN = 32;

/**
 * Reads the JSON object that starts at `from` into the tree. When it is damaged or cut off, the tree holds what was read up to
 * there, and a value that is not whole is left out. A comma too many is let pass. Time is linear in what is read.
 */
export function readJson(text: string, from: number, tree: JsonTree): JsonEnd {
  return new JsonReader(text, tree).read(from);
}

/** The same for several objects of one text, which are read from the first to the last. */
export class JsonReader {
  /** Of the object that was read last: the first line end inside a string, as mail programs put it there; undefined when there is none. */
  lineBreak: number | undefined;

  private readonly open: number[] = [];
  private at = 0;
  private readonly quotes: UnitCursor;
  private readonly escapes: UnitCursor;
  private readonly lineEnds: LineEnds;

  constructor(
    private readonly text: string,
    private readonly tree: JsonTree,
  ) {
    this.quotes = new UnitCursor(text, '"');
    this.escapes = new UnitCursor(text, '\\');
    this.lineEnds = new LineEnds(text);
  }

  /** See {@link readJson}. `from` is not before where the last object ended or was damaged. */
  read(from: number): JsonEnd {
    this.tree.start(this.text);
    this.at = from;
    this.lineBreak = undefined;
    this.enter('object');
    let goesOn = true;
    while (goesOn && this.open.length > 0) goesOn = this.readItem();
    if (this.open.length === 0) return { kind: 'whole', at: this.at };
    const kind = this.at >= this.text.length ? 'cutOff' : 'damaged';
    while (this.open.length > 0) this.leave(this.at);
    return { kind, at: this.at };
  }

  /** Reads the next member or item of what is open, or its end; false when it can not go on. */
  private readItem(): boolean {
    const isObject = this.tree.kindOf(this.open.at(-1) ?? 0) === 'object';
    const unit = this.skipSpace();
    if (unit === (isObject ? CLOSE_OBJECT : CLOSE_ARRAY)) {
      this.at++;
      this.leave(this.at);
      return this.endItem();
    }
    return isObject ? this.readMember() : this.readValue();
  }

  private readMember(): boolean {
    if (unitAt(this.text, this.at) !== QUOTE || !this.readString()) return false;
    const key = this.tree.count - 1;
    const isKey = this.skipSpace() === COLON;
    if (isKey) this.at++;
    if (isKey && this.readValue()) return true;
    // A key whose value is missing is taken back.
    if (this.tree.count === key + 1) this.tree.drop();
    return false;
  }

  private readValue(): boolean {
    const unit = this.skipSpace();
    if (unit === OPEN_OBJECT) return this.enter('object');
    if (unit === OPEN_ARRAY) return this.enter('array');
    return (unit === QUOTE ? this.readText() : this.readLiteral()) && this.endItem();
  }

  /** Behind a value stands a comma, or the end of what holds it. */
  private endItem(): boolean {
    if (this.open.length === 0) return true;
    const unit = this.skipSpace();
    if (unit === COMMA) this.at++;
    return isBehindValue(unit);
  }

  private readString(): boolean {
    const from = this.at + 1;
    return this.endString(from, this.endOfShort(from) ?? this.endOfLong(from));
  }

  /** Reads a string that may go on behind the ends of lines. */
  private readText(): boolean {
    const from = this.at + 1;
    if (this.readString()) return true;
    const lineEnd = this.at;
    const end = lineEnd < this.text.length ? this.endOfBroken(from, lineEnd) : undefined;
    if (end === undefined) return false;
    this.lineBreak ??= lineEnd;
    return this.endString(from, end);
  }

  private endString(from: number, end: number): boolean {
    this.at = Math.min(end, this.text.length);
    if (unitAt(this.text, end) !== QUOTE) return false;
    this.tree.add('string', from, end);
    this.at++;
    return true;
  }

  /**
   * The closing quote on a line below, or the end of the text where it may still come. Undefined where the next quote closes nothing, as
   * what follows it shows: it opens another string then, as this one was never closed.
   */
  private endOfBroken(from: number, lineEnd: number): number | undefined {
    const { text } = this;
    const most = Math.min(text.length, from + LONGEST_BROKEN);
    let end = lineEnd;
    while (end < most && unitAt(text, end) !== QUOTE) end += unitAt(text, end) === BACKSLASH ? 2 : 1;
    if (end >= most) return most === text.length ? most : undefined;
    let next = end + 1;
    while (isSpace(unitAt(text, next))) next++;
    return next >= text.length || isBehindValue(unitAt(text, next)) ? end : undefined;
  }

  /** The closing quote of a string of a few plain units, as most are. */
  private endOfShort(from: number): number | undefined {
    const { text } = this;
    const end = Math.min(from + SHORT, text.length);
    for (let at = from; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (unit === QUOTE) return at;
      if (unit === BACKSLASH || unit < FIRST_PLAIN) return undefined;
    }
    return undefined;
  }

  /** The closing quote, or the end of the line or the text where there is none before. Nothing behind the line is looked at. */
  private endOfLong(from: number): number {
    const lineEnd = this.lineEnds.next(from);
    let quote = this.quotes.next(from);
    let escape = this.escapes.next(from);
    while (escape < Math.min(quote, lineEnd - 1)) {
      quote = this.quotes.next(escape + 2);
      escape = this.escapes.next(escape + 2);
    }
    return Math.min(quote, lineEnd);
  }

  private readLiteral(): boolean {
    const { text, at: from } = this;
    let at = from;
    while (isLiteralUnit(unitAt(text, at))) at++;
    this.at = at;
    // At the end of the text more of it may have been cut off.
    if (at === from || at === text.length) return false;
    this.tree.add('literal', from, at);
    return true;
  }

  private enter(kind: 'object' | 'array'): boolean {
    if (this.open.length === DEEPEST) return false;
    this.open.push(this.tree.open(kind, this.at));
    this.at++;
    return true;
  }

  private leave(to: number): void {
    this.tree.close(this.open.pop() ?? 0, to);
  }

  private skipSpace(): number {
    const { text } = this;
    let unit = unitAt(text, this.at);
    while (isSpace(unit)) unit = unitAt(text, ++this.at);
    return unit;
  }
}

function isBehindValue(unit: number): boolean {
  return unit === COMMA || unit === CLOSE_OBJECT || unit === CLOSE_ARRAY;
}

/** Digits, letters, `+`, `-` and `.`: numbers and names. */
function isLiteralUnit(unit: number): boolean {
  if (unit >= 48 && unit <= 57) return true;
  const letter = unit | 32;
  return (letter >= 97 && letter <= 122) || unit === 43 || unit === 45 || unit === 46;
}
