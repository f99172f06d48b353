/**
 * Whether the unit counts as white space in a log: blanks of every width, line breaks and control characters. NUL is
 * among them, as some exports pad their fields with it.
 */
export function isWhiteSpace(unit: number): boolean {
  if (unit <= 32 || unit === 0xa0) return true;
  if (unit < 0x1680) return false;
  return (
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x1680 ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

/** First unit at or after `from` that is no white space; `to` when there is none before it. */
export function skipWhiteSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isWhiteSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Where `text.slice(from, to)` ends without the white space at its end; `from` when it is nothing else. */
export function trimmedEnd(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && isWhiteSpace(text.charCodeAt(at - 1))) at--;
  return at;
}
