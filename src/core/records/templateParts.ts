import type { MessageTemplate } from './messageTemplate';

/** A message template taken apart for comparing with folded text. */
export interface TemplateParts {
  readonly template: MessageTemplate;
  /** `faulting application name: ` of `Faulting application name: %1, …`. Folded, as all literals here. */
  readonly lead: string;
  readonly gaps: readonly TemplateGap[];
}

/** One insertion string of a template and the literal text behind it. */
export interface TemplateGap {
  /** 2 of `%2`. */
  readonly insertion: number;
  /** `0x` stands before the insertion string; copies with placeholders for the values lack it, so it is not in `literal`. */
  readonly isHex: boolean;
  /** Whether the template breaks the line before the insertion string, as `error: %n%2` does. */
  readonly startsLine: boolean;
  /** ` service terminated unexpectedly. it has done this ` behind `%1`; '' at the end of the template. */
  readonly literal: string;
  /** Whether the template breaks the line between the insertion string and `literal`. */
  readonly endsLine: boolean;
  /** The part of `literal` that stands on the same line as the insertion string. */
  readonly firstLine: string;
}

type Piece = string | number;

/** Takes a template apart. In its text %1 to %99 are insertion strings and %n is a line break. */
export function partsOf(template: MessageTemplate): TemplateParts {
  const pieces = piecesOf(template.text);
  const leadText = typeof pieces[0] === 'string' ? pieces[0] : '';
  const gaps: TemplateGap[] = [];
  let before = leadText;
  pieces.forEach((piece, index) => {
    if (typeof piece === 'string') return;
    const next = pieces[index + 1];
    const after = typeof next === 'string' ? next : '';
    const isLast = index >= pieces.length - 2;
    gaps.push({ insertion: piece, ...gapBetween(before, isLast ? withoutStop(after) : after) });
    before = after;
  });
  return { template, lead: foldLiteral(gaps.length > 0 ? leadText : withoutStop(leadText)), gaps };
}

function gapBetween(before: string, after: string): Omit<TemplateGap, 'insertion'> {
  const endsLine = startsWithBreak(after);
  return {
    isHex: before.toLowerCase().endsWith('0x'),
    startsLine: endsWithBreak(before),
    literal: foldLiteral(after),
    endsLine,
    firstLine: endsLine ? '' : foldLiteral(firstLineOf(after)),
  };
}

/** Splits at insertion strings; two of them in a row are not told apart in a message and have '' between them. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [''];
  for (let at = 0; at < text.length;) {
    const mark = text.indexOf('%', at);
    const end = mark < 0 ? text.length : mark;
    pieces[pieces.length - 1] = `${pieces.at(-1) ?? ''}${text.slice(at, end)}`;
    if (mark < 0) break;
    const number = /^\d{1,2}/.exec(text.slice(mark + 1, mark + 3))?.[0];
    if (number) pieces.push(Number(number), '');
    else pieces[pieces.length - 1] = `${pieces.at(-1) ?? ''}${escaped(text.charAt(mark + 1))}`;
    at = mark + 1 + (number?.length ?? 1);
  }
  return pieces;
}

/** `%n` is a line break, `%t` a tab; any other character after % stands for itself. */
function escaped(character: string): string {
  if (character === 'n') return '\n';
  return character === 't' ? '\t' : character;
}

/**
 * Lower case and single blanks. At an end a blank is kept only where it parts two words: copies lose line breaks and the
 * blanks behind a colon.
 */
function foldLiteral(text: string): string {
  const words = text.toLowerCase().replace(/\s+/g, ' ').replace(/0x$/, '');
  const start = startsWithBreak(text) ? words.trimStart() : words;
  const keepsEnd = !endsWithBreak(text) && /[\p{L}\p{N}] $/u.test(start);
  return keepsEnd ? start : start.trimEnd();
}

function startsWithBreak(text: string): boolean {
  return text.slice(0, text.length - text.trimStart().length).includes('\n');
}

function endsWithBreak(text: string): boolean {
  return text.slice(text.trimEnd().length).includes('\n');
}

function firstLineOf(text: string): string {
  const end = text.indexOf('\n');
  return end < 0 ? text : text.slice(0, end);
}

function withoutStop(text: string): string {
  return text.trimEnd().replace(/\.$/, '');
}
