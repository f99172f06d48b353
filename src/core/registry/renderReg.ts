import { isBlank } from './blanks';
import {
  COMMENT,
  DATA_START,
  END,
  KEY,
  KEY_DELETION,
  NAME_END,
  START,
  entryCount,
  fieldOf,
  isKey,
  isValue,
  kindOf,
  valueAt,
} from './entries';
import { dataOf, writtenBytes } from './regData';
import { LineEnds, breakLength } from './lineEnds';
import { headerText } from './readHeader';
import { renderBytes, renderDword, renderValue } from './renderValue';
import type { RegDocument, RegValue } from './regDocument';

/**
 * The document as regedit would write it, with the comments and the lines that an import ignores where they were: an
 * exported file comes back unit for unit. The output of `reg query` becomes a file of version 5; a file of Windows 3.1, and
 * one whose header an import does not take, stay as they are.
 */
export function renderReg(document: RegDocument): string {
  if (document.notation === 'query') return renderQuery(document);
  const { text, lineEnd, header } = document;
  if (header.version === 3 || header.outcome !== 'imported') return text;
  const parts = [text.slice(header.span.start, header.span.end)];
  let last = header.span.end;
  const lines = new LineEnds(text);
  for (let entry = 0; entry < entryCount(document); entry++) {
    const start = fieldOf(document, entry, START);
    parts.push(...blankLines(document, entry, last), renderEntry(document, entry));
    const end = fieldOf(document, entry, END);
    last = lines.endOf(Math.max(end, start));
    const comment = trailingComment(text, end, last);
    if (comment !== '') parts.push(comment);
  }
  parts.push(lineEnd, countBreaks(text, last, text.length) > 1 ? lineEnd : '');
  return parts.join('');
}

/** Line breaks before an entry: a key has a blank line above it, anything else at most the one that it has. */
function blankLines(document: RegDocument, entry: number, last: number): string[] {
  const { text, lineEnd } = document;
  const isDirectlyBelow = countBreaks(text, last, fieldOf(document, entry, START)) < 2;
  const isAfterComment = entry > 0 && kindOf(document, entry - 1) === COMMENT;
  const needsBlank = isKey(kindOf(document, entry)) && !isAfterComment;
  const needsHeaderBlank = entry === 0;
  return isDirectlyBelow && !needsBlank && !needsHeaderBlank ? [lineEnd] : [lineEnd, lineEnd];
}

function renderEntry(document: RegDocument, entry: number): string {
  const { text } = document;
  const kind = kindOf(document, entry);
  if (isValue(kind)) return renderWritten(document, valueAt(document, entry));
  const path = text.slice(fieldOf(document, entry, DATA_START), fieldOf(document, entry, NAME_END));
  if (kind === KEY) return `[${path}]`;
  if (kind === KEY_DELETION) return `[-${path}]`;
  const lines = text.slice(fieldOf(document, entry, START), fieldOf(document, entry, END));
  return lines.replace(/\r\n?|\n/g, document.lineEnd);
}

/** Names and strings stay as written; bytes with comments between them as well. */
function renderWritten(document: RegDocument, value: RegValue): string {
  const { text, lineEnd } = document;
  const name = text.slice(value.nameSpan.start, value.nameSpan.end);
  const written = text.slice(value.dataSpan.start, value.dataSpan.end);
  if (value.kind === 'value-deletion') return `${name}=-`;
  if (value.notation === 'string') return `${name}=${written}`;
  if (value.notation === 'dword') return `${name}=${renderDword(dataOf(document, value).bytes)}`;
  if (written.includes(';')) return text.slice(value.span.start, value.span.end);
  return renderBytes(name, { type: value.type, bytes: writtenBytes(document, value) }, lineEnd);
}

/** The comment behind an entry, with the blanks before it. */
function trailingComment(text: string, from: number, lineEnd: number): string {
  let end = lineEnd;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(from, end);
}

function countBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to;) {
    const length = breakLength(text, at);
    if (length > 0) count++;
    at += Math.max(1, length);
  }
  return count;
}

function renderQuery(document: RegDocument): string {
  const lines = [headerText(5)];
  for (let entry = 0; entry < entryCount(document); entry++) {
    const kind = kindOf(document, entry);
    if (isKey(kind))
      lines.push(
        '',
        `[${document.text.slice(fieldOf(document, entry, DATA_START), fieldOf(document, entry, NAME_END))}]`,
      );
    if (!isValue(kind)) continue;
    const value = valueAt(document, entry);
    lines.push(renderValue(value.name, dataOf(document, value)));
  }
  return [...lines, '', ''].join('\r\n');
}
