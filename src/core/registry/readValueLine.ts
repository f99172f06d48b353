import { isRestOfLineEmpty, skipBlanks, withoutBlanks } from './blanks';
import { VALUE_DELETION, WITHOUT_EFFECT } from './entries';
import { HAS_ZERO_ESCAPE, quotedEnd, writtenName } from './quoted';
import { readData } from './readData';
import { type Reading, type ValuePlace, fault, faultAbout, ignoreLines } from './reading';

const AT = 64;
const EQUALS = 61;
const MINUS = 45;

/**
 * Reads `"name"=data` or `@=data`, which starts at `start`; the line ends at `end`. Returns where the last line ends that
 * belongs to it.
 */
export function readValueLine(reading: Reading, start: number, end: number): number {
  const { text } = reading;
  const isDefault = text.charCodeAt(start) === AT;
  const nameEnd = isDefault ? start + 1 : quotedEnd(text, start + 1, end);
  if (nameEnd < 0) {
    const code = nameEnd === HAS_ZERO_ESCAPE ? 'name-escape' : 'name-not-closed';
    return ignore(reading, start, end, code);
  }
  const equals = skipBlanks(text, nameEnd, end);
  if (text.charCodeAt(equals) !== EQUALS || equals >= end) return ignore(reading, start, end, 'equals-missing');
  const dataStart = skipBlanks(text, equals + 1, end);
  const place = { start, nameEnd, dataStart, lineEnd: end };
  if (dataStart >= end) {
    ignoreLines(reading, start, equals + 1, fault('data-missing', start, equals + 1));
    return end;
  }
  return text.charCodeAt(dataStart) === MINUS ? readDeletion(reading, place) : readData(reading, place);
}

function readDeletion(reading: Reading, { start, nameEnd, dataStart, lineEnd }: ValuePlace): number {
  const { text, table, problems, repeated, hasKey } = reading;
  const end = dataStart + 1;
  if (!isRestOfLineEmpty(text, end, lineEnd)) {
    const from = skipBlanks(text, end, lineEnd);
    const to = withoutBlanks(text, from, lineEnd);
    ignoreLines(reading, start, to, faultAbout(text, 'text-after-data', from, to));
    return lineEnd;
  }
  if (hasKey) repeated.delete(writtenName(text, start, nameEnd));
  else problems.add('value-without-key', 'ignored', { start, end });
  const tag = hasKey ? VALUE_DELETION : VALUE_DELETION | WITHOUT_EFFECT;
  table.add({ tag, start, nameEnd, dataStart, end, type: 0 });
  return lineEnd;
}

function ignore(
  reading: Reading,
  start: number,
  lineEnd: number,
  code: 'name-escape' | 'name-not-closed' | 'equals-missing',
): number {
  const end = withoutBlanks(reading.text, start, lineEnd);
  ignoreLines(reading, start, end, faultAbout(reading.text, code, start, end));
  return lineEnd;
}
