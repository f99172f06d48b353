import { withoutBlanks } from './blanks';
import { IGNORED, KEY, KIND_MASK, QUERY, TAG, VALUE } from './entries';
import { hasFullRoot } from './keyPath';
import { firstLineEnd } from './readReg';
import { ProblemList, type Reading, fault, ignoreLines, startReading } from './reading';
import type { RegDocument } from './regDocument';
import { REG_SZ, isStringType, typeOfName } from './regTypes';

/** Columns are four blanks apart; those of Windows XP are tabs. With `/z` the number of the type stands behind its name. */
const COLUMNS = /^(?: {4}|\t)(.*?)(?: {4}|\t)(REG_[A-Z_]+)(?: \(\d{1,10}\))?(?: {4}|\t|$)/;
/** Longest name of a value (Windows: registry element size limits) and some more. */
const LONGEST_START = 16_500;

/**
 * Reads what `reg query KEY`, with or without `/s`, printed: key paths at the start of their lines, values indented below
 * them. Lines of no such shape (what was typed, the count at the end in any language) are kept as ignored, without a problem.
 * A string that has line breaks goes on over the lines below.
 */
export function readRegQuery(text: string): RegDocument {
  const problems = new ProblemList();
  const reading = startReading(text, 5, problems);
  for (let at = 0; at < text.length;) {
    const end = reading.lines.endOf(at);
    at = reading.lines.after(readLine(reading, at, end));
  }
  return {
    notation: 'query',
    text,
    header: { version: 5, outcome: 'imported', span: { start: 0, end: 0 } },
    isImported: true,
    ...reading.table.finish(),
    problems: problems.found,
    problemCount: problems.count,
    lineEnd: firstLineEnd(text),
  };
}

/** Returns where the last line ends that was read. */
function readLine(reading: Reading, start: number, end: number): number {
  const { text, table } = reading;
  const last = withoutBlanks(text, start, end);
  if (last === start) return end;
  if (text.startsWith('HKEY_', start) && hasFullRoot(text.slice(start, end))) {
    table.add({ tag: KEY, start, nameEnd: end, dataStart: start, end, type: 0 });
    reading.hasKey = true;
    return end;
  }
  const columns = COLUMNS.exec(text.slice(start, Math.min(end, start + LONGEST_START)));
  if (columns && reading.hasKey) return readValue(reading, start, end, columns);
  table.addLines(IGNORED, start, last, true);
  return end;
}

function readValue(reading: Reading, start: number, lineEnd: number, columns: RegExpExecArray): number {
  const { text, table } = reading;
  const [all, shownName = '', typeText = ''] = columns;
  const type = typeOfName(typeText);
  const nameStart = start + all.indexOf(shownName);
  const dataStart = start + all.length;
  if (type === undefined) {
    ignoreLines(reading, start, lineEnd, fault('line-unknown', start, lineEnd));
    return lineEnd;
  }
  const isDefault = isDefaultName(reading, shownName);
  if (isDefault && type === REG_SZ && /^\(.+\)$/.test(text.slice(dataStart, lineEnd))) {
    ignoreLines(reading, start, lineEnd, fault('query-value-not-set', dataStart, lineEnd));
    return lineEnd;
  }
  const end = isStringType(type) ? stringEnd(reading, lineEnd) : lineEnd;
  const nameEnd = isDefault ? nameStart : nameStart + shownName.length;
  table.add({ tag: VALUE | QUERY, start: nameStart, nameEnd, dataStart, end, type });
  return end;
}

/**
 * The default value has a name in the language of Windows, in parentheses. Other values may be named like that, but are
 * seldom the first one of their key.
 */
function isDefaultName({ table }: Reading, name: string): boolean {
  if (name === '(Default)' || name === '<NO NAME>') return true;
  const isFirst = (table.field(table.count - 1, TAG) & KIND_MASK) === KEY;
  return isFirst && /^\([^()]+\)$/.test(name);
}

/** Lines below a string that are neither blank nor a key nor a value are more of the string. */
function stringEnd({ text, lines }: Reading, lineEnd: number): number {
  let end = lineEnd;
  for (let next = lines.after(end); next < text.length; next = lines.after(end)) {
    const nextEnd = lines.endOf(next);
    const line = text.slice(next, Math.min(nextEnd, next + LONGEST_START));
    if (withoutBlanks(text, next, nextEnd) === next || line.startsWith('HKEY_') || COLUMNS.test(line)) break;
    end = nextEnd;
  }
  return end;
}
