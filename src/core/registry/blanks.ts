const BLANK = 32;
const TAB = 9;
export const SEMICOLON = 59;

/** Whether regedit skips it: blank or tab, nothing else. */
export function isBlank(unit: number): boolean {
  return unit === BLANK || unit === TAB;
}

/** First unit at or after `from` that is neither blank nor tab; `to` when there is none before it. */
export function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Where `text.slice(from, to)` ends without blanks and tabs at its end. */
export function withoutBlanks(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Whether nothing but blanks or a comment stands between `from` and the end of the line. */
export function isRestOfLineEmpty(text: string, from: number, end: number): boolean {
  const at = skipBlanks(text, from, end);
  return at === end || text.charCodeAt(at) === SEMICOLON;
}
