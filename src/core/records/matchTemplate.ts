import { type FoldedText, firstPlaceFrom } from '../text/foldedText';
import { cutDots } from './cutText';
import type { TemplateGap, TemplateParts } from './templateParts';

/** An insertion string found in a folded text: half-open indices of {@link FoldedText.text}. */
export interface FoundValue {
  readonly insertion: number;
  readonly from: number;
  readonly to: number;
}

/** How a message fits a template. */
export interface TemplateMatch {
  readonly parts: TemplateParts;
  readonly values: readonly FoundValue[];
  /** Index in the folded text where the message ends, always the end of a line. */
  readonly end: number;
  /** False when the message ends, or goes on differently, before the end of the template. */
  readonly isComplete: boolean;
  /** Units of literal text that were found: how much the match says. */
  readonly weight: number;
  /** How many insertion strings have literal text on both sides that was found. */
  readonly anchored: number;
}

/** Part of the first literal that is enough for a message cut off inside it. */
const LEAST_LEAD = 40;

interface Progress {
  readonly folded: FoldedText;
  readonly parts: TemplateParts;
  readonly values: FoundValue[];
  /** Index up to which the text is matched. */
  at: number;
  weight: number;
  anchored: number;
}

/**
 * Matches a message, which starts where the folded text starts, with a template: its literals one after the other, each
 * at its first place, so the time is linear. An insertion string holds no blank line and a last one ends with its line:
 * text after the message is not taken for part of it.
 */
export function matchTemplate(folded: FoldedText, parts: TemplateParts): TemplateMatch | undefined {
  const progress: Progress = {
    folded,
    parts,
    values: [],
    at: parts.lead.length,
    weight: parts.lead.length,
    anchored: 0,
  };
  if (!folded.text.startsWith(parts.lead)) return matchCutLead(progress);
  if (parts.gaps.length === 0) return matchEnd(progress);
  for (const gap of parts.gaps) {
    const isLast = gap === parts.gaps.at(-1);
    const found = isLast ? matchLastGap(progress, gap) : matchGap(progress, gap);
    if (!found) return matchCutGap(progress, gap);
  }
  return result(progress, progress.at, true);
}

function matchCutLead(progress: Progress): TemplateMatch | undefined {
  const { folded, parts } = progress;
  const end = folded.paragraphEnds[0] ?? 0;
  if (end < LEAST_LEAD || !parts.lead.startsWith(folded.text.slice(0, end))) return undefined;
  progress.weight = end;
  return result(progress, end, false);
}

/** A template without insertion strings: its text must end a line. */
function matchEnd(progress: Progress): TemplateMatch {
  const end = endAfterStop(progress.folded, progress.at);
  return result(progress, end ?? firstPlaceFrom(progress.folded.lineEnds, progress.at), end !== undefined);
}

function matchGap(progress: Progress, gap: TemplateGap): boolean {
  const { folded } = progress;
  const from = valueStart(progress, gap);
  const at = folded.text.indexOf(gap.literal, from);
  // The blank of a paragraph end may come before the literal, not be inside the value.
  if (at < 0 || at > firstPlaceFrom(folded.paragraphEnds, from) + 1) return false;
  take(progress, gap, from, at);
  return true;
}

function matchLastGap(progress: Progress, gap: TemplateGap): boolean {
  const { folded } = progress;
  const from = valueStart(progress, gap);
  if (gap.literal === '') {
    const lineEnd = firstPlaceFrom(folded.lineEnds, from);
    const to = folded.text.charAt(lineEnd - 1) === '.' && lineEnd - 1 > from ? lineEnd - 1 : lineEnd;
    take(progress, gap, from, endsWithStop(progress) ? to : lineEnd);
    progress.at = lineEnd;
    return true;
  }
  const limit = firstPlaceFrom(folded.paragraphEnds, from) + 1;
  for (let at = folded.text.indexOf(gap.literal, from); at >= 0; at = folded.text.indexOf(gap.literal, at + 1)) {
    if (at > limit) return false;
    const end = endAfterStop(folded, at + gap.literal.length);
    if (end === undefined) continue;
    take(progress, gap, from, at);
    progress.at = end;
    return true;
  }
  return false;
}

/** The text ends, or differs, before the literal behind `gap`: what stands there of the insertion string is its line. */
function matchCutGap(progress: Progress, gap: TemplateGap): TemplateMatch {
  const { folded } = progress;
  const from = valueStart(progress, gap);
  const lineEnd = firstPlaceFrom(folded.lineEnds, from);
  const isTextEnd = lineEnd === folded.text.length;
  const { rest, end } =
    isTextEnd && !gap.endsLine ? cutLiteral(folded.text, from, gap.literal) : { rest: 0, end: lineEnd };
  progress.weight += rest;
  if ((isTextEnd || gap.endsLine) && end - rest > from) {
    progress.values.push({ insertion: gap.insertion, from, to: withoutBlank(folded.text, from, end - rest) });
  }
  return result(progress, lineEnd, false);
}

/** So much of a literal must stand before the dots of a text that a table has cut off: less may as well be part of the value. */
const LEAST_CUT_LITERAL = 5;

/** How much of the literal stands at the end of a text that is cut off, and where it ends. */
function cutLiteral(text: string, from: number, literal: string): { readonly rest: number; readonly end: number } {
  const value = text.slice(from);
  const dots = cutDots(value);
  const cut = dots > 0 ? startedLiteral(value.slice(0, -dots), literal) : 0;
  if (cut >= LEAST_CUT_LITERAL) return { rest: cut, end: text.length - dots };
  return { rest: startedLiteral(value, literal), end: text.length };
}

function take(progress: Progress, gap: TemplateGap, from: number, to: number): void {
  const { values, folded } = progress;
  values.push({ insertion: gap.insertion, from, to: withoutBlank(folded.text, from, to) });
  progress.at = to + gap.literal.length;
  progress.weight += gap.literal.length;
  if (gap.literal !== '') progress.anchored++;
}

/** Where the insertion string starts; it is empty when a blank line follows that the template does not have. */
function valueStart(progress: Progress, gap: TemplateGap): number {
  const { text, paragraphEnds } = progress.folded;
  let at = progress.at;
  if (text.charAt(at) === ' ' && (gap.startsLine || firstPlaceFrom(paragraphEnds, at) !== at)) at++;
  return gap.isHex && text.startsWith('0x', at) ? at + 2 : at;
}

/** The end of the line when nothing but a full stop stands between it and `at`. */
function endAfterStop(folded: FoldedText, at: number): number | undefined {
  const lineEnd = firstPlaceFrom(folded.lineEnds, at);
  const rest = folded.text.slice(at, lineEnd).trim();
  return rest === '' || rest === '.' ? lineEnd : undefined;
}

function endsWithStop({ parts }: Progress): boolean {
  return parts.template.text.trimEnd().endsWith('.');
}

/** How many units at the end of `text` are the start of `literal`. */
function startedLiteral(text: string, literal: string): number {
  for (let length = Math.min(text.length, literal.length); length > 0; length--) {
    if (text.endsWith(literal.slice(0, length))) return length;
  }
  return 0;
}

function withoutBlank(text: string, from: number, to: number): number {
  return to > from && text.charAt(to - 1) === ' ' ? to - 1 : to;
}

function result(progress: Progress, end: number, isComplete: boolean): TemplateMatch {
  const { parts, values, weight, anchored } = progress;
  return { parts, values, end, isComplete, weight, anchored };
}
