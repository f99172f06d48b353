/**
 * Half-open range of UTF-16 code units in the decoded text of one source, byte order mark not counted.
 * The one unit of place inside the core: a reader counts nothing else.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value together with the text it was read from: for `<EventID>7031</EventID>`, 7031 and the span of `7031`. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** Line and column from 0; the column counts UTF-16 code units. CR LF, lone LF and lone CR end a line. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Half-open range of positions: what a {@link Span} is to a person. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A stretch of the text of a source that is in memory now: `text[0]` stands at offset `base` of the source. */
export interface TextWindow {
  readonly text: string;
  readonly base: number;
  /** Whether the source ends where `text` ends. */
  readonly ended: boolean;
}

/** The span of `text.slice(from, to)` in the source of the window. */
export function spanIn(window: TextWindow, from: number, to: number): Span {
  return { start: window.base + from, end: window.base + to };
}
