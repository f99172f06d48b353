import { isRestOfLineEmpty, skipBlanks, withoutBlanks } from './blanks';
import { HAS_ZERO_ESCAPE, looseBackslash, quotedEnd } from './quoted';
import { breakLength, lineEndFrom } from './lineEnds';
import { type Fault, type Reading, fault, faultAbout } from './reading';

export interface StringRead {
  readonly end: number;
  readonly lineEnd: number;
  readonly fault?: Fault;
}

/** Reads `"text"`, whose first quotation mark is at `from` in the line that ends at `lineEnd`. */
export function readString(reading: Reading, from: number, lineEnd: number): StringRead {
  const { text } = reading;
  const end = quotedEnd(text, from + 1, lineEnd);
  if (end === HAS_ZERO_ESCAPE) return failed(text, from, lineEnd, 'string-escape');
  if (end < 0) return readOverLines(reading, from, lineEnd);
  if (!isRestOfLineEmpty(text, end, lineEnd)) {
    const at = skipBlanks(text, end, lineEnd);
    const to = withoutBlanks(text, at, lineEnd);
    return { end: to, lineEnd, fault: faultAbout(text, 'text-after-data', at, to) };
  }
  checkBackslashes(reading, from, end);
  return { end, lineEnd };
}

/**
 * regedit writes line breaks in a string as they are. Such a string is told from one whose quotation mark was forgotten
 * by the next quotation mark: it must end a line.
 */
function readOverLines(reading: Reading, from: number, firstLineEnd: number): StringRead {
  const { text, problems } = reading;
  let lineEnd = firstLineEnd;
  while (lineEnd + breakLength(text, lineEnd) < text.length) {
    const start = lineEnd + breakLength(text, lineEnd);
    lineEnd = lineEndFrom(text, start);
    const end = quotedEnd(text, start, lineEnd);
    if (end >= 0 && isRestOfLineEmpty(text, end, lineEnd)) {
      problems.add('string-over-lines', 'uncertain', { start: from, end });
      return { end, lineEnd };
    }
    if (end >= 0 || end === HAS_ZERO_ESCAPE) break;
  }
  return failed(text, from, firstLineEnd, 'string-not-closed');
}

function checkBackslashes({ text, problems }: Reading, from: number, end: number): void {
  const inner = text.slice(from + 1, end - 1);
  const loose = inner.includes('\\') ? looseBackslash(inner) : -1;
  if (loose < 0) return;
  const start = from + 1 + loose;
  problems.add('string-backslash', 'uncertain', { start, end: start + 2 }, { detail: text.slice(start, start + 2) });
}

function failed(text: string, from: number, lineEnd: number, code: 'string-escape' | 'string-not-closed'): StringRead {
  const end = withoutBlanks(text, from, lineEnd);
  return { end, lineEnd, fault: fault(code, from, end) };
}
