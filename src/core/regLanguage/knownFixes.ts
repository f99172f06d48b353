import {
  type RegDocument,
  type RegValue,
  dataOf,
  decodeData,
  dwordData,
  foldName,
  keysOf,
  renderKey,
  renderValue,
  valuesOf,
} from '../registry/index';
import { dwordText } from './dataFixes';
import type { KnownFinding } from './knownChecks';
import type { KnownKey } from '../rules/knownRegistry';
import { type RegFix, insert, nextLine, possible, preferred, removeLines, replace } from './textEdit';

/** Ways to what the catalogue says of a value. */
export function knownFixes(document: RegDocument, finding: KnownFinding): readonly RegFix[] {
  switch (finding.code) {
    case 'known-value-missing':
      return addedValue(document, finding);
    case 'known-value-differs':
      return setValue(finding);
    case 'known-value-range':
      return finding.value.default === undefined ? [] : setTo(finding, finding.value.default);
    case 'known-value-type':
      return setType(document, finding);
    case 'known-value-key':
      return finding.places.map((place) => movedValue(document, finding, place, finding.places.length === 1));
  }
}

function addedValue({ text, lineEnd }: RegDocument, { key, value }: KnownFinding): RegFix[] {
  if (value.expected === undefined) return [];
  const line = renderValue(value.name, dwordData(value.expected));
  const at = nextLine(text, key.span.end);
  const isLast = at === text.length && !/[\r\n]$/.test(text);
  const edit = isLast ? insert(at, `${lineEnd}${line}`) : insert(at, `${line}${lineEnd}`);
  return [preferred('add-value', [edit], line)];
}

function setValue(finding: KnownFinding): RegFix[] {
  return finding.value.expected === undefined ? [] : setTo(finding, finding.value.expected);
}

function setTo({ found }: KnownFinding, number: number): RegFix[] {
  if (!found) return [];
  const written = dwordText(number);
  return [preferred('set-value', [replace(dataWithType(found), written)], String(number))];
}

/** A number that is written as text or as bytes stays the number that it is. */
function setType(document: RegDocument, finding: KnownFinding): RegFix[] {
  const { found, value } = finding;
  if (!found || value.type !== 'REG_DWORD') return [];
  const number = numberOf(document, found);
  const fixes = value.expected === undefined ? [] : setTo(finding, value.expected);
  if (number === undefined || number === value.expected) return fixes;
  return [...fixes, possible('as-dword', [replace(dataWithType(found), dwordText(number))])];
}

function numberOf(document: RegDocument, found: RegValue): number | undefined {
  const data = decodeData(dataOf(document, found));
  if (data.kind === 'qword') return data.value <= 0xffffffffn ? Number(data.value) : undefined;
  const isNumber = data.kind === 'string' && /^\d{1,10}$/.test(data.text) && Number(data.text) <= 0xffffffff;
  return isNumber ? Number(data.text) : undefined;
}

/** `dword:00000001` as a whole; a string has no type before it. */
function dataWithType({ typeSpan, dataSpan }: RegValue): RegValue['dataSpan'] {
  return { start: Math.min(typeSpan.start, dataSpan.start), end: dataSpan.end };
}

/** Takes the value out of its key and puts it into the right one, which is added where the file has it not. */
function movedValue(document: RegDocument, finding: KnownFinding, place: KnownKey, isOnly: boolean): RegFix {
  const { text, lineEnd } = document;
  const { key, found } = finding;
  const make = isOnly ? preferred : possible;
  if (!found) return make('move-value', [], place.path);
  const line = text.slice(found.span.start, found.span.end);
  const target = [...keysOf(document)].find(
    ({ path, kind }) => kind === 'key' && foldName(path) === foldName(place.path),
  );
  const isAlone = [...valuesOf(document, key)].length === 1;
  if (target)
    return make(
      'move-value',
      [removeLines(text, found.span), insert(nextLine(text, target.span.end), `${line}${lineEnd}`)],
      place.path,
    );
  if (isAlone) return make('move-value', [replace(key.pathSpan, place.path)], place.path);
  const at = endOfBlock(document, finding);
  return make(
    'move-value',
    [removeLines(text, found.span), insert(at, `${lineEnd}${renderKey(place.path)}${lineEnd}${line}${lineEnd}`)],
    place.path,
  );
}

/** Behind the last value of the key. */
function endOfBlock(document: RegDocument, { key }: KnownFinding): number {
  const last = [...valuesOf(document, key)].at(-1);
  return nextLine(document.text, last?.span.end ?? key.span.end);
}
