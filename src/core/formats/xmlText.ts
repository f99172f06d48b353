import { onOneLine } from '../text/onOneLine';

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Undoes the five named entities of XML and character references. Any other entity stays as it is written: exports
 * declare none, and a declaration is reported rather than obeyed.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,4});/gi,
    (whole, name: string) => decodeOne(name) ?? whole,
  );
}

/** The name of a provider or computer that is written so. */
export function nameWritten(raw: string): string {
  return onOneLine(decodeEntities(raw));
}

function decodeOne(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED.get(name);
  const isHex = name.charAt(1).toLowerCase() === 'x';
  const code = parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

const TAG_END = 62;
const EQUALS = 61;
const SINGLE_QUOTE = 39;
const DOUBLE_QUOTE = 34;

/** Half-open offsets into the text that was searched. */
export interface Slice {
  readonly from: number;
  readonly to: number;
}

/**
 * Where the value of an attribute stands in `<Provider Name='x' EventSourceName='y'>`, quotes not included. The stretch
 * starts behind the name of the tag; the first `>` in it ends the tag, and nothing beyond the stretch is looked at.
 */
export function findAttribute(text: string, name: string, tag: Slice): Slice | undefined {
  for (let at = tag.from; at < tag.to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === TAG_END) return undefined;
    if (!isSpace(unit) || !text.startsWith(name, at + 1)) continue;
    const open = openingQuote(text, at + 1 + name.length);
    if (open >= 0) return quotedAt(text, open, tag.to);
  }
  return undefined;
}

/** Offset of the quote behind the equals sign that stands at `from`, white space allowed; -1 when there is none. */
function openingQuote(text: string, from: number): number {
  const equals = skipSpace(text, from);
  if (text.charCodeAt(equals) !== EQUALS) return -1;
  const open = skipSpace(text, equals + 1);
  const quote = text.charCodeAt(open);
  return quote === SINGLE_QUOTE || quote === DOUBLE_QUOTE ? open : -1;
}

function quotedAt(text: string, open: number, to: number): Slice | undefined {
  const quote = text.charCodeAt(open);
  for (let at = open + 1; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote) return { from: open + 1, to: at };
    if (unit === TAG_END) return undefined;
  }
  return undefined;
}

/** Whether a code unit is one of the four white space characters of XML. */
export function isSpace(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 13 || unit === 9;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The slice without white space at its ends. */
export function trimSlice(text: string, slice: Slice): Slice {
  let { from, to } = slice;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { from, to };
}
