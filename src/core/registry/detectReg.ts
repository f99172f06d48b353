import { hasFullRoot } from './keyPath';

/** Lines at the start of a text that are looked at: comments and blank lines may come first by mistake. */
const LINES = 20;
const LONGEST_LINE = 1000;

/**
 * Whether the text that starts with `head` is meant as a registry file: it has a header in any case, right or wrong, or
 * its first key, below comments at most. Content only.
 */
export function detectReg(head: string): boolean {
  for (const line of firstLines(head)) {
    if (/^(?:windows registry editor version\b.*|regedit ?[0-9]?(?:foo)?)$/i.test(line)) return true;
    const path = /^\[-?([^\]]+)\]?$/.exec(line)?.[1];
    if (path !== undefined) return hasFullRoot(path) || /^hk(?:lm|cu|cr|u|cc):?\\/i.test(path);
    if (!/^[;#]/.test(line)) return false;
  }
  return false;
}

/**
 * Whether the text that starts with `head` is what `reg query` printed: a full key path on a line of its own, and below it
 * a value in columns, another key or nothing. A typed command or an old banner may come first.
 */
export function detectRegQuery(head: string): boolean {
  const lines = firstLines(head);
  const first = lines.findIndex((line) => line.startsWith('HKEY_') && hasFullRoot(line) && !line.includes(' ='));
  if (first < 0 || first > 3 || lines.slice(0, first).some((line) => /^(?:regedit|\[|windows registry)/i.test(line))) {
    return false;
  }
  const next = lines[first + 1];
  if (next === undefined) return !/ {4}|\t/.test(lines[first] ?? '');
  return (
    /^.*?(?: {4}|\t)REG_[A-Z_]+(?: \(\d{1,10}\))?(?: {4}|\t|$)/.test(next) ||
    (next.startsWith('HKEY_') && hasFullRoot(next))
  );
}

/** Lines that are not blank, without blanks at their ends. The last one may be cut off. */
function firstLines(head: string): readonly string[] {
  return head
    .replace(/^\uFEFF/, '')
    .slice(0, LINES * LONGEST_LINE)
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, LINES);
}
