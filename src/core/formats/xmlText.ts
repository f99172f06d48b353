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

function decodeOne(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED.get(name);
  const isHex = name.charAt(1).toLowerCase() === 'x';
  const code = parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** Half-open offsets into the text that was searched. */
export interface Slice {
  readonly from: number;
  readonly to: number;
}

/**
 * Where the value of an attribute stands in `<Provider Name='x' EventSourceName='y'>`, quotes not included. The tag starts
 * at `tagStart`, and ends at `tagEnd` at the latest.
 */
export function findAttribute(text: string, name: string, tag: Slice): Slice | undefined {
  for (let at = text.indexOf(name, tag.from); at >= 0 && at < tag.to; at = text.indexOf(name, at + 1)) {
    if (!isSpace(text.charCodeAt(at - 1))) continue;
    const equals = skipSpace(text, at + name.length);
    if (text.charAt(equals) !== '=') continue;
    const open = skipSpace(text, equals + 1);
    const quote = text.charAt(open);
    if (quote !== '"' && quote !== "'") continue;
    const close = text.indexOf(quote, open + 1);
    return close >= 0 && close <= tag.to ? { from: open + 1, to: close } : undefined;
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
