import {
  type RegDocument,
  type RegProblem,
  itemAt,
  lineEndFrom,
  quote,
  stringData,
  withoutBlanks,
} from '../registry/index';
import type { Span } from '../text/span';
import { bytesFor } from './bytesText';
import { type RegFix, type TextEdit, insert, possible, preferred, remove, removeLines, replace } from './textEdit';

/** Ways to a name, an `=` and data that an import takes. */
export function valueFixes(document: RegDocument, problem: RegProblem): readonly RegFix[] {
  const { text } = document;
  const { code, span } = problem;
  switch (code) {
    case 'name-not-quoted':
      return quotedName(text, span.start);
    case 'name-not-closed':
      return closedName(text, span.start);
    case 'name-escape':
    case 'string-escape':
      return [preferred('double-backslash', doubled(text, span.start, span.end))];
    case 'string-backslash':
      return [preferred('double-backslash', doubledInString(document, span))];
    case 'equals-missing':
      return addedEquals(text, span.start);
    case 'data-missing':
      return [possible('set-empty', [insert(span.end, '""')]), possible('delete-value', [insert(span.end, '-')])];
    case 'text-after-data':
      return [
        preferred('make-comment', [insert(span.start, '; ')]),
        possible('remove-text', [remove(span.start, span.end)]),
      ];
    case 'string-not-closed':
      return [preferred('add-quotes', [insert(span.end, '"')])];
    case 'string-over-lines':
      return stringAsBytes(document, span.start, span.end);
    default:
      return lineFixes(document, problem);
  }
}

/** Lines that are read, and do not do what they seem to. */
function lineFixes({ text }: RegDocument, { code, span, related }: RegProblem): readonly RegFix[] {
  if (code === 'line-number-sign') {
    return [preferred('make-comment', [replace({ start: span.start, end: span.start + 1 }, ';')])];
  }
  if (code !== 'value-twice') return [];
  const first = related ? [preferred('remove-other', [removeLines(text, related)])] : [];
  return [...first, possible('remove-this', [removeLines(text, span)])];
}

function quotedName(text: string, start: number): RegFix[] {
  const equals = text.indexOf('=', start);
  const end = withoutBlanks(text, start, equals);
  return [preferred('add-quotes', [replace({ start, end }, quote(text.slice(start, end).replace(/"/g, '')))])];
}

/** The name is taken to end at the first `=`. */
function closedName(text: string, start: number): RegFix[] {
  const equals = text.slice(start, lineEndFrom(text, start)).indexOf('=');
  if (equals < 0) return [];
  return [preferred('add-quotes', [insert(withoutBlanks(text, start, start + equals), '"')])];
}

/** The problem is the first of the backslashes in its string; the others are meant the same way. */
function doubledInString(document: RegDocument, span: Span): readonly TextEdit[] {
  const item = itemAt(document, span.start);
  if (item?.kind !== 'value') return doubled(document.text, span.start, span.end);
  return doubled(document.text, item.dataSpan.start + 1, item.dataSpan.end - 1);
}

/** Every backslash that escapes nothing becomes two. */
function doubled(text: string, start: number, end: number): TextEdit[] {
  const edits: TextEdit[] = [];
  const written = text.slice(start, end);
  for (let at = written.indexOf('\\'); at >= 0 && at < written.length; at = written.indexOf('\\', at)) {
    const next = written.charAt(at + 1);
    if (next === '\\' || next === '"') at += 2;
    else edits.push(insert(start + at++, '\\'));
  }
  return edits;
}

function addedEquals(text: string, start: number): RegFix[] {
  const line = text.slice(start, lineEndFrom(text, start));
  const name = /^(@|"(?:[^"\\]|\\.)*")(?=[ \t:]*(?:"|dword:|hex[(:]))[ \t:]*/.exec(line);
  if (!name) return [];
  const nameEnd = (name[1] ?? '').length;
  return [preferred('add-equals', [replace({ start: start + nameEnd, end: start + name[0].length }, '=')])];
}

/** Written as bytes, every import reads the line breaks. Only version 5 can write any character so. */
function stringAsBytes(document: RegDocument, start: number, end: number): RegFix[] {
  if (document.header.version !== 5) return [];
  const inner = document.text.slice(start + 1, end - 1).replace(/\\(["\\])/g, '$1');
  const { type, bytes } = stringData(inner);
  return [possible('as-bytes', [replace({ start, end }, bytesFor(document, '', type, bytes))])];
}
