/** Longest run without a space that is shown whole: longer ones widen hovers and tooltips beyond the window. */
const LONGEST_WORD = 120;
const LONGEST_TEXT = 1000;

/**
 * Characters that change how others are shown, or that cannot be seen: control characters, marks and overrides of
 * writing direction, line separators, invisible letters, spaces and tags, halves of surrogate pairs. Not the joiners and
 * variation selectors that some scripts and emoji need.
 */
const UNSEEN = /(?![\u200c\u200d\ufe00-\ufe0f])[\p{Cc}\p{DI}\u2028\u2029\u2800\ufff9-\ufffb\p{Cs}]/gu;

/** More marks than any script puts on one letter: they would be drawn over the lines above and below. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;

/** Terminal sequences such as `ESC [31m`, taken as one so that no `[31m` stays behind. */
const TERMINAL_SEQUENCE = /\u001b\[[0-9;?]{0,32}[A-Za-z]/g;

/**
 * Text on one line in which nothing is hidden: white space folded, control characters as `␛`, marks of writing
 * direction as `‹U+202E›`, over-long words and texts cut with `…`. Safe for tree labels, tooltips and terminals.
 */
export function plain(text: string): string {
  const head = text.length > 4 * LONGEST_TEXT ? `${text.slice(0, 4 * LONGEST_TEXT)}…` : text;
  const oneLine = head.replace(/[ \t\r\n\u0085\u2028\u2029]+/g, ' ').trim();
  return cut(cutWords(visible(oneLine)), LONGEST_TEXT);
}

/** The same for a path that is to be opened or copied: white space stays, nothing is cut. */
export function visible(text: string): string {
  return text.replace(TERMINAL_SEQUENCE, '␛').replace(UNSEEN, standIn).replace(PILED_MARKS, '$1…');
}

/** At most `length` code units, the last of them `…` when something was left out; never half a surrogate pair. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function cutWords(text: string): string {
  return text
    .split(' ')
    .map((word) => cut(word, LONGEST_WORD))
    .join(' ');
}

function standIn(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '␡';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
}
