import { isRestOfLineEmpty, skipBlanks, withoutBlanks } from './blanks';
import { checkBytes } from './checkBytes';
import { HexScanner, hexDigit } from './hexBytes';
import { type Fault, type Reading, fault, faultAbout } from './reading';

const BACKSLASH = 92;
const COMMA = 44;

/** Bytes that may go on over several lines. */
export interface HexRead {
  /** Where the last byte ends, or the last line that is lost with them. */
  readonly end: number;
  /** Offset at which the last line that was read ends. */
  readonly lineEnd: number;
  /** Why the value is ignored. */
  readonly fault?: Fault;
}

/** Reads the bytes after `hex:` or `hex(n):`, which start at `from` in the line that ends at `lineEnd`. */
export function readHexData(reading: Reading, type: number, from: number, firstLineEnd: number): HexRead {
  const { text, lines, problems } = reading;
  const scanner = new HexScanner(text);
  scanner.end = from;
  let at = from;
  let lineEnd = firstLineEnd;
  for (;;) {
    const ending = scanner.scanLine(at, lineEnd);
    if (ending === 'complete') break;
    if (ending !== 'continued') return failed(reading, lineEnd, faultOf(reading, scanner, ending, lineEnd));
    const backslash = scanner.at;
    if (!isRestOfLineEmpty(text, backslash + 1, lineEnd)) {
      return failed(reading, lineEnd, fault('backslash-inside', backslash, backslash + 1));
    }
    const next = nextBytes(reading, lineEnd);
    scanner.end = backslash + 1;
    if (next === undefined) {
      problems.add('continuation-at-end', 'taken', { start: backslash, end: backslash + 1 });
      break;
    }
    at = next;
    lineEnd = lines.endOf(next);
    if (hexDigit(text.charCodeAt(next)) < 0) return swallowed(reading, backslash, next, lineEnd);
  }
  checkBytes(reading, type, scanner, from);
  return { end: scanner.end, lineEnd };
}

/** First unit of the next line that is neither blank nor a comment; undefined at the end of the file. */
function nextBytes({ text, lines }: Reading, lineEnd: number): number | undefined {
  let at = lines.after(lineEnd);
  while (at < text.length) {
    const end = lines.endOf(at);
    if (!isRestOfLineEmpty(text, at, end)) return skipBlanks(text, at, end);
    at = lines.after(end);
  }
  return undefined;
}

/** The line after a backslash is lost even where it is a value of its own. */
function swallowed({ text }: Reading, backslash: number, from: number, lineEnd: number): HexRead {
  const end = withoutBlanks(text, from, lineEnd);
  if (text.charCodeAt(from) === COMMA) return { end, lineEnd, fault: fault('hex-empty', from, from + 1) };
  const span = { start: backslash, end: backslash + 1 };
  return { end, lineEnd, fault: { code: 'continuation-broken', span, related: { start: from, end } } };
}

/** Lines of bytes that would have been the rest of the value mean nothing any more. */
function failed({ text, lines }: Reading, firstLineEnd: number, why: Fault): HexRead {
  let lineEnd = firstLineEnd;
  for (let next = lines.after(lineEnd); next < text.length; next = lines.after(lineEnd)) {
    const end = lines.endOf(next);
    const first = text.charCodeAt(skipBlanks(text, next, end));
    const isContinued = text.charCodeAt(withoutBlanks(text, 0, lineEnd) - 1) === BACKSLASH;
    if (!isContinued || (hexDigit(first) < 0 && first !== COMMA)) break;
    lineEnd = end;
  }
  return { end: withoutBlanks(text, 0, lineEnd), lineEnd, fault: why };
}

function faultOf({ text }: Reading, scanner: HexScanner, ending: string, lineEnd: number): Fault {
  const { at } = scanner;
  switch (ending) {
    case 'too-big':
      return faultAbout(text, 'hex-too-big', at, digitsEnd(text, at, lineEnd));
    case 'empty':
      return fault('hex-empty', at, at + 1);
    case 'comma-missing':
      return fault('comma-missing', at, at + 1);
    case 'text-after':
      return faultAbout(text, 'text-after-data', at, withoutBlanks(text, at, lineEnd));
    default:
      return faultAbout(text, 'hex-digits', at, wordEnd(text, at, lineEnd));
  }
}

function digitsEnd(text: string, from: number, lineEnd: number): number {
  let at = from;
  while (at < lineEnd && hexDigit(text.charCodeAt(at)) >= 0) at++;
  return at;
}

function wordEnd(text: string, from: number, lineEnd: number): number {
  let at = from + 1;
  while (at < lineEnd && !',\\; \t'.includes(text.charAt(at))) at++;
  return at;
}
