const QUOTE = 34;
const BACKSLASH = 92;
const ZERO = 48;

/** The quotation mark that would close the string is not there. */
export const NOT_CLOSED = -1;
/** The string holds `\0`, which no import takes. */
export const HAS_ZERO_ESCAPE = -2;

/**
 * Where the quoted text ends whose first character is at `from`: the offset after its closing quotation mark, or
 * {@link NOT_CLOSED} or {@link HAS_ZERO_ESCAPE}.
 */
export function quotedEnd(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return at + 1;
    if (unit !== BACKSLASH) continue;
    at++;
    if (at < to && text.charCodeAt(at) === ZERO) return HAS_ZERO_ESCAPE;
  }
  return NOT_CLOSED;
}

/**
 * The text that a quoted text stands for. `\\` and `\"` are the two escapes of regedit; that `\n` and `\r` are line
 * breaks and that any other backslash is dropped is known of Wine only.
 */
export function unescapeQuoted(inner: string): string {
  if (!inner.includes('\\')) return inner;
  return inner.replace(/\\([^])/g, (_, character: string) => {
    if (character === 'n') return '\n';
    return character === 'r' ? '\r' : character;
  });
}

/** Reverses {@link unescapeQuoted}, quotation marks included. */
export function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** Offset in the inner text of the first backslash that escapes neither `\` nor `"`; -1 when there is none. */
export function looseBackslash(inner: string): number {
  for (let at = inner.indexOf('\\'); at >= 0; at = inner.indexOf('\\', at + 2)) {
    const next = inner.charCodeAt(at + 1);
    if (next !== QUOTE && next !== BACKSLASH) return at;
  }
  return -1;
}

/** The name that is written from `start` to `end`: quoted, or `@` or nothing for the default value. */
export function writtenName(text: string, start: number, end: number): string {
  return end - start < 2 ? '' : unescapeQuoted(text.slice(start + 1, end - 1));
}
