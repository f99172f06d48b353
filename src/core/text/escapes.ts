import type { Located, Span } from './span';

/** From `at` of a value on, its source is so many units longer up to there. */
export interface Shift {
  readonly at: number;
  readonly by: number;
}

/** A text whose source writes some of its units in a longer way, and where. */
export interface EscapedText extends Located<string> {
  readonly shifts?: readonly Shift[];
}

/** Where the value of `raw` falls behind it: each match of the pattern, which has the flag `g`, stands for what `decode` gives. */
export function shiftsOf(raw: string, pattern: RegExp, decode: (escape: string) => string): readonly Shift[] {
  const shifts: Shift[] = [];
  let by = 0;
  for (const { 0: escape, index } of raw.matchAll(pattern)) {
    const { length } = decode(escape);
    const at = index - by + length;
    by += escape.length - length;
    shifts.push({ at, by });
  }
  return shifts;
}

/**
 * The place in the source of `value.slice(from, to)`. Where the source is longer and does not tell how, that of the whole
 * value.
 */
export function spanWithin({ value, span, shifts }: EscapedText, from: number, to: number): Span {
  if (value.length === span.end - span.start) return { start: span.start + from, end: span.start + to };
  if (!shifts) return span;
  return { start: span.start + from + shiftAt(shifts, from), end: span.start + to + shiftAt(shifts, to) };
}

function shiftAt(shifts: readonly Shift[], at: number): number {
  let by = 0;
  for (const shift of shifts) {
    if (shift.at > at) break;
    by = shift.by;
  }
  return by;
}
