import { isWhiteSpace } from '../../text/whiteSpace';
import { LineEnds } from '../unitCursor';

const QUOTE = 34;
const COMMA = 44;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** The start of an object that does nothing but hold the events: `{"Events": [{`. */
const WRAPPER =
  /\{\s{0,99}"(?:Events?|[Rr]ecords|value|results|data|logs)"\s{0,9}:\s{0,9}(?=\[|\{\s{0,99}"Event"\s{0,9}:\s{0,9}\[)/y;

/** An answer of Elasticsearch up to the array of its hits. */
const ANSWER = /\{\s{0,99}"(?:took|_scroll_id)"[^[\]]{1,2000}"hits"\s{0,9}:\s{0,9}(?=\[)/y;

/** What may become such an answer when more text comes. */
const ANSWER_SO_FAR = /\{\s{0,99}"(?:took|_scroll_id)"[^[\]]{0,2020}$/y;

/** What says nothing of an event: the line that evtx_dump writes before each, and the number of events that PowerShell 5 writes behind them. */
const NUMBERING = /Record:? \d{1,20}[ \t]*(?=[\r\n]|$)|"Count"\s{0,9}:\s{0,9}\d{1,20}(?=[\s}]|$)/y;

/** What comes next in a text of JSON events. */
export type JsonStart =
  | { readonly kind: 'object'; readonly at: number }
  /** Text that is no JSON, to the end of its line or the next object. */
  | { readonly kind: 'stray'; readonly from: number; readonly to: number }
  /** Nothing before the end of the text; what stands before `at` need not be looked at again. */
  | { readonly kind: 'end'; readonly at: number };

/**
 * Finds the first object at or after `from`. Brackets and commas are passed over, so that events are found in an array, on lines
 * of their own, or one behind the other.
 */
export function nextObject(text: string, from: number, ended: boolean): JsonStart {
  let at = from;
  for (;;) {
    at = skipPunctuation(text, at);
    if (at === text.length) return { kind: 'end', at };
    if (text.charCodeAt(at) === OPEN_OBJECT) {
      const inside = endOf(WRAPPER, text, at) ?? endOf(ANSWER, text, at);
      if (inside === undefined) {
        const mayBeAnswer = !ended && endOf(ANSWER_SO_FAR, text, at) !== undefined;
        return { kind: mayBeAnswer ? 'end' : 'object', at };
      }
      at = inside + (text.charCodeAt(inside) === OPEN_OBJECT ? 1 : 0);
      continue;
    }
    const lineEnd = new LineEnds(text).next(at);
    // A number may still go on behind the end of the text.
    if (lineEnd === text.length && !ended) return { kind: 'end', at };
    const behind = endOf(NUMBERING, text, at);
    if (behind === undefined) return { kind: 'stray', from: at, to: endOfStray(text, at, lineEnd) };
    at = behind;
  }
}

/**
 * Finds where an object may start behind damage: a brace and a quote. `end` gives back a brace at the end of the text, as the
 * quote may still come.
 */
export function nextObjectBehindDamage(text: string, from: number, ended: boolean): JsonStart {
  for (let at = text.indexOf('{', from); at >= 0; at = text.indexOf('{', at + 1)) {
    const next = skipSpaces(text, at + 1);
    if (text.charCodeAt(next) === QUOTE) return { kind: 'object', at };
    if (next === text.length && !ended) return { kind: 'end', at };
  }
  return { kind: 'end', at: text.length };
}

function endOfStray(text: string, from: number, lineEnd: number): number {
  const open = text.slice(from, lineEnd).indexOf('{');
  return open < 0 ? lineEnd : from + open;
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function skipPunctuation(text: string, from: number): number {
  let at = from;
  while (at < text.length && isPunctuation(text.charCodeAt(at))) at++;
  return at;
}

function isPunctuation(unit: number): boolean {
  return unit === COMMA || unit === OPEN_ARRAY || unit === CLOSE_ARRAY || unit === CLOSE_OBJECT || isWhiteSpace(unit);
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && isWhiteSpace(text.charCodeAt(at))) at++;
  return at;
}
