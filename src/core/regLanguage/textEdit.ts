import { type RegDocument, lineEndFrom } from '../registry/index';
import type { Span } from '../text/span';

/** Puts a text in the place of another; both may be empty. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

export type RegFixKind =
  | 'add-brackets'
  | 'add-comma'
  | 'add-equals'
  | 'add-header'
  | 'add-key'
  | 'add-known-key'
  | 'add-quotes'
  | 'add-terminator'
  | 'add-value'
  | 'as-binary'
  | 'as-bytes'
  | 'as-dword'
  | 'as-qword'
  | 'as-string'
  | 'comment-out'
  | 'continue-line'
  | 'correct-bytes'
  | 'correct-header'
  | 'correct-type'
  | 'cut-bytes'
  | 'delete-value'
  | 'double-backslash'
  | 'end-value'
  | 'fill-bytes'
  | 'full-root'
  | 'make-comment'
  | 'move-header'
  | 'move-value'
  | 'remove-blanks'
  | 'remove-other'
  | 'remove-prefix'
  | 'remove-text'
  | 'remove-this'
  | 'set-empty'
  | 'set-value';

/** A way to repair something: edits of one document that do not overlap. */
export interface RegFix {
  readonly kind: RegFixKind;
  /** What fills the gap of its title. Text from the file: escape it when shown. */
  readonly detail?: string;
  readonly edits: readonly TextEdit[];
  /** The one that is right in most cases. */
  readonly isPreferred: boolean;
}

export function insert(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}

export function replace(span: Span, text: string): TextEdit {
  return { span, text };
}

export function remove(start: number, end: number): TextEdit {
  return { span: { start, end }, text: '' };
}

/** A fix that is right in most cases. */
export function preferred(kind: RegFixKind, edits: readonly TextEdit[], detail?: string): RegFix {
  return { kind, edits, isPreferred: true, ...(detail !== undefined && { detail }) };
}

export function possible(kind: RegFixKind, edits: readonly TextEdit[], detail?: string): RegFix {
  return { ...preferred(kind, edits, detail), isPreferred: false };
}

/** Makes comments of all lines that the span touches. */
export function commentOut({ text }: RegDocument, span: Span): RegFix {
  const edits: TextEdit[] = [];
  let at = lineStart(text, span.start);
  do {
    edits.push(insert(at, '; '));
    at = nextLine(text, at);
  } while (at < span.end && at < text.length);
  return possible('comment-out', edits);
}

/** Offset of the first character of the line that holds `at`. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Where the line after that of `at` starts; the end of the text for the last one. */
export function nextLine(text: string, at: number): number {
  const end = lineEndFrom(text, at);
  return end + (text.startsWith('\r\n', end) ? 2 : Math.min(1, text.length - end));
}

/** Takes out all lines that the span touches. */
export function removeLines(text: string, span: Span): TextEdit {
  return remove(lineStart(text, span.start), nextLine(text, Math.max(span.start, span.end - 1)));
}

/** The text with the edits made. They may be in any order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let last = 0;
  for (const { span, text: instead } of [...edits].sort((one, other) => one.span.start - other.span.start)) {
    parts.push(text.slice(last, span.start), instead);
    last = span.end;
  }
  return parts.join('') + text.slice(last);
}

function isBreak(unit: number): boolean {
  return unit === 10 || unit === 13;
}
