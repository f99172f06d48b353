import { skipBlanks, withoutBlanks } from './blanks';
import { COMMENT, KEY, PLAIN, VALUE } from './entries';
import { REG_SZ } from './regTypes';
import { type Reading, fault, ignoreLines } from './reading';

/** Windows 3.1 knew one root, in this case only. */
const ROOT = 'HKEY_CLASSES_ROOT';
const EQUALS = 61;
const SEMICOLON = 59;

/** Reads a line of a Windows 3.1 file: `HKEY_CLASSES_ROOT\key = data`, which sets the default value of the key. Returns its end. */
export function readWin31Line(reading: Reading, start: number, end: number): number {
  const { text, table } = reading;
  if (!text.startsWith(ROOT, start)) {
    const from = skipBlanks(text, start, end);
    const to = withoutBlanks(text, from, end);
    if (from === to) return end;
    if (text.charCodeAt(from) === SEMICOLON) table.addLines(COMMENT, from, to, true);
    else ignoreLines(reading, from, to, fault('line-unknown', from, to));
    return end;
  }
  const pathEnd = wordEnd(text, start, end);
  const dataStart = skipSeparator(text, pathEnd, end);
  table.add({ tag: KEY, start, nameEnd: pathEnd, dataStart: start, end: pathEnd, type: 0 });
  table.add({ tag: VALUE | PLAIN, start: pathEnd, nameEnd: pathEnd, dataStart, end, type: REG_SZ });
  return end;
}

function wordEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && skipBlanks(text, at, at + 1) === at) at++;
  return at;
}

/** Blanks, one `=` and at most one blank behind it are not data. */
function skipSeparator(text: string, from: number, end: number): number {
  let at = skipBlanks(text, from, end);
  if (at < end && text.charCodeAt(at) === EQUALS) at++;
  return at < end && text.charAt(at) === ' ' ? at + 1 : at;
}
