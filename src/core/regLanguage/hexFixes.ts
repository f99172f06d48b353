import { REG_BINARY, type RegDocument, type RegProblem, withoutBlanks } from '../registry/index';
import { bytesFor, meantBytes } from './bytesText';
import { type RegFix, type TextEdit, insert, lineStart, preferred, remove, replace } from './textEdit';

/** Ways to bytes that an import takes, and to continuations that go on. */
export function hexFixes(document: RegDocument, problem: RegProblem, line: RegProblem['span']): readonly RegFix[] {
  const { text } = document;
  const { code, span } = problem;
  switch (code) {
    case 'comma-missing':
      return [preferred('add-comma', [insert(withoutBlanks(text, line.start, span.start), ',')])];
    case 'continuation-broken':
    case 'continuation-at-end':
      return [preferred('end-value', [endOfValue(text, span.start)])];
    case 'continuation-missing':
      return continued(text, span.start);
    default:
      return correctBytes(document, line);
  }
}

/** The backslash, and the comma before it. */
function endOfValue(text: string, backslash: number): TextEdit {
  let start = withoutBlanks(text, 0, backslash);
  while (text.charAt(start - 1) === ',') start--;
  return remove(start, backslash + 1);
}

function continued(text: string, start: number): RegFix[] {
  const above = lineStart(text, start) - 1;
  const end = withoutBlanks(text, 0, text.startsWith('\r\n', above - 1) ? above - 1 : Math.max(above, 0));
  const line = text.slice(lineStart(text, end), end);
  if (!/[0-9a-f],?$/i.test(line)) return [];
  return [preferred('continue-line', [insert(end, line.endsWith(',') ? '\\' : ',\\')])];
}

/** All bytes of the value anew, where it can be told which ones are meant. */
function correctBytes(document: RegDocument, line: RegProblem['span']): RegFix[] {
  const { text } = document;
  const written = text.slice(line.start, line.end);
  const head = /^(?:@|"(?:[^"\\]|\\.)*")[ \t]*=[ \t]*hex(?:\(([0-9a-f]{1,8})\))?:/.exec(written);
  if (!head) return [];
  const bytes = meantBytes(written.slice(head[0].length));
  if (!bytes) return [];
  const equals = head[0].lastIndexOf('=');
  const name = head[0].slice(0, equals).trimEnd();
  const type = head[1] === undefined ? REG_BINARY : parseInt(head[1], 16);
  const span = { start: line.start + equals + 1, end: line.end };
  return [preferred('correct-bytes', [replace(span, bytesFor(document, name, type, bytes))])];
}
