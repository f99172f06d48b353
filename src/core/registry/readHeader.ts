import type { Steps } from '../lists/steps';
import { skipBlanks } from './blanks';
import { LineEnds } from './lineEnds';
import type { ProblemList } from './reading';
import type { RegEncoding, RegHeader, RegVersion } from './regDocument';
import type { RegProblemCode } from './regProblem';

const HEADERS: ReadonlyMap<string, RegVersion> = new Map([
  ['Windows Registry Editor Version 5.00', 5],
  ['REGEDIT4', 4],
  ['REGEDIT', 3],
]);

/** The header line of a version. */
export function headerText(version: RegVersion): string {
  for (const [text, each] of HEADERS) if (each === version) return text;
  return '';
}

/** Lines above a header that come before it by mistake: so many are looked at. */
const MAX_LINES_ABOVE = 20;

/** UTF-16 units that are searched in a step. */
const SEARCHED = 0x40000;

export interface HeaderRead {
  readonly header: RegHeader;
  /** Where the line ends; the keys are read from there on. */
  readonly end: number;
}

/** Reads the first line, which alone decides whether a file is imported. */
export function readHeader(text: string, problems: ProblemList): HeaderRead {
  const lines = new LineEnds(text);
  const end = lines.endOf(0);
  const start = skipBlanks(text, 0, end);
  const span = { start, end };
  const exact = HEADERS.get(text.slice(start, end));
  if (exact !== undefined) return { header: { version: exact, outcome: 'imported', span }, end };
  const below = headerBelow(text, lines, end);
  if (below) {
    problems.add('header-not-first', 'nothing-imported', below.header.span);
    return below;
  }
  const line = text.slice(start, Math.min(end, start + 200));
  const code = codeOf(line);
  // regedit reports success for whatever starts like an old header, and imports nothing.
  const outcome = line.startsWith('REGEDIT') ? 'ignored' : 'refused';
  problems.add(code, 'nothing-imported', span, { detail: line });
  const version = /^regedit ?4/i.test(line) ? 4 : 5;
  return { header: { version, outcome, span }, end: code === 'header-missing' ? 0 : end };
}

/** A right header below blank lines or comments. */
function headerBelow(text: string, lines: LineEnds, firstEnd: number): HeaderRead | undefined {
  let at = 0;
  let end = firstEnd;
  for (let line = 0; line < MAX_LINES_ABOVE && at < text.length; line++) {
    const start = skipBlanks(text, at, end);
    const version = HEADERS.get(text.slice(start, Math.min(end, start + 200)));
    if (version !== undefined) return { header: { version, outcome: 'refused', span: { start, end } }, end };
    if (start < end && !'#;'.includes(text.charAt(start))) return undefined;
    at = lines.after(end);
    end = lines.endOf(at);
  }
  return undefined;
}

function codeOf(line: string): RegProblemCode {
  const trimmed = line.trim();
  if (line.startsWith('REGEDIT')) return 'header-not-exact';
  if (/^(?:windows registry editor version 5\.00|regedit4?)$/i.test(trimmed)) {
    return HEADERS.has(trimmed) ? 'header-not-exact' : 'header-case';
  }
  if (/^windows registry editor version\b/i.test(trimmed)) return 'header-version';
  return /^regedit *[0-9]/i.test(trimmed) ? 'header-case' : 'header-missing';
}

/** Reports an encoding that an import refuses, or that it may misread; false when it is refused. */
export function* checkEncoding(text: string, encoding: RegEncoding | undefined, problems: ProblemList): Steps<boolean> {
  const firstLine = { start: 0, end: new LineEnds(text).endOf(0) };
  if (encoding?.encoding === 'utf-16be') {
    problems.add('encoding-big-endian', 'nothing-imported', firstLine);
    return false;
  }
  if (encoding?.encoding === 'utf-16le' && !encoding.hasByteOrderMark) {
    problems.add('encoding-no-mark', 'nothing-imported', firstLine);
    return false;
  }
  if (encoding?.encoding === 'utf-8') {
    const found = yield* firstBeyondAscii(text);
    if (found >= 0) problems.add('encoding-not-ascii', 'uncertain', { start: found, end: found + 1 });
  }
  return true;
}

/** -1 when there is none. */
function* firstBeyondAscii(text: string): Steps<number> {
  for (let at = 0; at < text.length; at += SEARCHED) {
    const found = text.slice(at, at + SEARCHED).search(/[^\0-\x7f]/);
    if (found >= 0) return at + found;
    yield;
  }
  return -1;
}
