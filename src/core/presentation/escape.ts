/**
 * Text from a log, for each kind of place in which it is shown. Nothing else turns such text into Markdown, a comment, an
 * argument, a message, JSON or a line of a report.
 */
import { withoutTrailing } from '../text/withoutTrailing';
import { plain } from './visibleText';

export { plain, visible } from './visibleText';

/**
 * One line of log text for a place that reads Markdown: nothing in it becomes a link, an image, HTML, a heading, a list,
 * an entity or an address that is made clickable by itself. The reader of the Markdown must not turn on theme icons,
 * whose `$(name)` is looked for after the escapes are gone.
 */
export function escapeMarkdown(text: string): string {
  return plain(text)
    .replace(/[\\`*[\]<>&~|$@]/g, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
    .replace(/^(\d+)(?=[.)])/, '$1\\')
    .replace(/^[-=+#]/, '\\$&')
    .replace(/:(?=\/)/g, '\\:')
    .replace(/(www)\./gi, '$1\\.');
}

/** A code span that shows the text as it is: the fence is longer than any run of backticks in it. */
export function inlineCode(text: string): string {
  const content = plain(text);
  if (content === '') return '(empty)';
  const longest = (content.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const padding = content.startsWith('`') || content.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${content}${padding}${fence}`;
}

/** One line for a message of VS Code, which makes links, also of commands, of `[text](address)`. */
export function noticeText(text: string): string {
  return plain(text)
    .replace(/\[/g, '(')
    .replace(/\]/g, ')')
    .replace(/:(?=\/\/)/g, ': ');
}

/** One line for a label of VS Code that draws `$(name)` as an icon. */
export function pickText(text: string): string {
  return plain(text).replace(/\$\([A-Za-z0-9~-]{1,64}\)/g, '\\$&');
}

/** The start of a line that may be pasted into a table, where `=`, `+`, `-` and `@` would begin a formula. */
export function lineStart(text: string): string {
  return /^[=+\-@]/.test(text) ? `'${text}` : text;
}

/** JSON over several lines that is safe on a terminal too: what a terminal obeys or hides is written as `\\u009b`. */
export function renderJson(value: unknown): string {
  const json = JSON.stringify(value, undefined, 2);
  return `${json.replace(/[\u007f-\u009f\p{Cf}\p{DI}\u2028\u2029]/gu, codeUnits)}\n`;
}

function codeUnits(character: string): string {
  return character.split('').map(codeUnit).join('');
}

function codeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** One line for a comment of a `.reg` file, where a line break would start a line that regedit obeys. */
export function regComment(text: string): string {
  return plain(text);
}

/**
 * One argument of a program, as `cmd` and the program's own reading of its command line both take it.
 *
 * Inside quotes `cmd` still replaces `%NAME%` and ends the quotes at `"`; text with such characters is therefore quoted
 * for the program only, and each character that `cmd` knows gets a caret.
 */
export function shellQuoteWindows(text: string): string {
  const oneLine = text.replace(/\p{Cc}/gu, ' ');
  const quoted = `"${oneLine.split('"').map(doubleBackslashesAtEnd).join('\\"')}"`;
  return /["%!]/.test(oneLine) ? quoted.replace(/[()%!^"<>&|]/g, '^$&') : quoted;
}

/** Before a quote, a program takes two backslashes for one. */
function doubleBackslashesAtEnd(text: string): string {
  return text + text.slice(withoutTrailing(text, '\\').length);
}
