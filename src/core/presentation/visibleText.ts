/** Longest run without a space that is shown whole: longer ones widen hovers and tooltips beyond the window. */
const LONGEST_WORD = 120;
const LONGEST_TEXT = 1000;

/**
 * Characters that change how others are shown, or that cannot be seen: control characters, marks and overrides of
 * writing direction, line separators, invisible spaces and tags, halves of surrogate pairs.
 */
const UNSEEN =
  // The control characters are what this pattern is about.
  /[\p{Cc}\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;

/** Terminal sequences such as `ESC [31m`, taken as one so that no `[31m` stays behind. */
const TERMINAL_SEQUENCE = /\u001b\[[0-9;?]{0,32}[A-Za-z]/g;

/**
 * Text on one line in which nothing is hidden: white space folded, control characters as `␛`, marks of writing
 * direction as `‹U+202E›`, over-long words and texts cut with `…`. Safe for tree labels, tooltips and terminals.
 */
export function plain(text: string): string {
  const head = text.length > 4 * LONGEST_TEXT ? `${text.slice(0, 4 * LONGEST_TEXT)}…` : text;
  const oneLine = head.replace(/[ \t\r\n\u0085\u2028\u2029]+/g, ' ').trim();
  const seen = oneLine.replace(TERMINAL_SEQUENCE, '␛').replace(UNSEEN, standIn);
  return cut(cutWords(seen), LONGEST_TEXT);
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
