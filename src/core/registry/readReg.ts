import { type Steps, allSteps } from '../lists/steps';
import { SEMICOLON, skipBlanks, withoutBlanks } from './blanks';
import { COMMENT } from './entries';
import { hexDigit } from './hexBytes';
import { LineEnds, breakLength } from './lineEnds';
import { readHeader, checkEncoding } from './readHeader';
import { readKeyLine } from './readKeyLine';
import { readValueLine } from './readValueLine';
import { readWin31Line } from './readWin31';
import { ProblemList, type Reading, fault, ignoreLines, startReading } from './reading';
import type { RegDocument, RegEncoding, RegHeader } from './regDocument';

const OPENING = 91;
const QUOTE = 34;
const AT = 64;
const NUMBER_SIGN = 35;

/** UTF-16 units that are read in a step. */
const STEP = 0x10000;

/**
 * Reads a registry file: takes what regedit takes, ignores what it ignores, and says so. Never throws; time is linear in
 * the text. The text is what `ByteDecoder` makes of the bytes, without byte order mark; encodings that an import refuses
 * are reported when `encoding` says which one it was.
 *
 * What an import does is known from Wine's conformance tests, which Wine's authors ran on Windows; where they are silent,
 * from Wine itself, and then the effect of the problem is `uncertain`. The language was described in KB 310516.
 */
export function readReg(text: string, encoding?: RegEncoding): RegDocument {
  return allSteps(readRegInSteps(text, encoding));
}

/** The same, for who has other work to do in between. */
export function* readRegInSteps(text: string, encoding?: RegEncoding): Steps<RegDocument> {
  const problems = new ProblemList();
  const isEncodingTaken = yield* checkEncoding(text, encoding, problems);
  const { header, end } = readHeader(text, problems);
  const reading = startReading(text, header.version, problems);
  yield* readLines(reading, end === 0 ? 0 : reading.lines.after(end));
  return documentOf(reading, header, isEncodingTaken && header.outcome === 'imported');
}

/** Reads a later part of a file with this header: a text that starts where one of its keys does. */
export function readRegPart(text: string, header: RegHeader): RegDocument {
  const problems = new ProblemList();
  const reading = startReading(text, header.version, problems);
  allSteps(readLines(reading, 0));
  return documentOf(reading, header, header.outcome === 'imported');
}

function documentOf({ text, table, problems }: Reading, header: RegHeader, isImported: boolean): RegDocument {
  return {
    notation: 'reg',
    text,
    header,
    isImported,
    ...table.finish(),
    problems: problems.found,
    problemCount: problems.count,
    lineEnd: firstLineEnd(text),
  };
}

/** The first line break of a text, CR LF when it has none. */
export function firstLineEnd(text: string): string {
  const end = new LineEnds(text).endOf(0);
  return end < text.length ? text.slice(end, end + breakLength(text, end)) : '\r\n';
}

function* readLines(reading: Reading, from: number): Steps<void> {
  const { text, version, lines } = reading;
  const read = version === 3 ? readWin31Line : readLineAt;
  let stop = from + STEP;
  for (let at = from; at < text.length;) {
    at = lines.after(read(reading, at, lines.endOf(at)));
    if (at < stop) continue;
    stop = at + STEP;
    yield;
  }
}

/** Reads what starts in a line, and returns where its last line ends. */
function readLineAt(reading: Reading, at: number, end: number): number {
  const start = skipBlanks(reading.text, at, end);
  return start < end ? readLine(reading, start, end) : end;
}

function readLine(reading: Reading, start: number, end: number): number {
  switch (reading.text.charCodeAt(start)) {
    case OPENING:
      readKeyLine(reading, start, end);
      return end;
    case QUOTE:
    case AT:
      return readValueLine(reading, start, end);
    case SEMICOLON:
      reading.table.addLines(COMMENT, start, withoutBlanks(reading.text, start, end), true);
      return end;
    default:
      readUnknownLine(reading, start, end);
      return end;
  }
}

function readUnknownLine(reading: Reading, start: number, lineEnd: number): void {
  const { text } = reading;
  const end = withoutBlanks(text, start, lineEnd);
  ignoreLines(reading, start, end, fault(codeOf(text, start, end), start, end));
}

function codeOf(text: string, start: number, end: number): 'line-number-sign' | LineCode {
  if (text.charCodeAt(start) === NUMBER_SIGN) return 'line-number-sign';
  const line = text.slice(start, Math.min(end, start + 600));
  if (isBytes(text, start)) return 'continuation-missing';
  if (/^-?hk[a-z_]+:?\\.*\]$/i.test(line)) return 'key-not-opened';
  return /^[^=]{1,300}=\s*(?:"|dword:|hex[(:]|-$)/.test(line) ? 'name-not-quoted' : 'line-unknown';
}

type LineCode = 'continuation-missing' | 'key-not-opened' | 'name-not-quoted' | 'line-unknown';

/** `65,00,` or `65` alone: one or two digits, then a comma or the end of the line. */
function isBytes(text: string, start: number): boolean {
  let at = start;
  while (at < start + 3 && hexDigit(text.charCodeAt(at)) >= 0) at++;
  return at > start && at < start + 3 && text.charAt(at) === ',';
}
