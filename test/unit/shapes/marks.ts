/** The text as mail programs quote it. */
export function quoted(text: string): string {
  return text.replace(/^(?!\n)/gm, '> ');
}

/** A quotation in a quotation, below an answer. */
export function quotedAgain(text: string): string {
  return `Hi, this is what it wrote:\r\n\r\n${quoted(quoted(text))}`;
}

/** Line ends as they are after pastes from several places. */
export function mixedLineEnds(text: string): string {
  return text.replace(/\r\n(.*)\r\n/g, '\n$1\r\n');
}

/** What mail programs do that send each line as a paragraph. */
export function spaced(text: string): string {
  return text.replace(/\r?\n/g, '\r\n\r\n');
}

/** Lines without the blanks at their ends. */
export function trimmed(text: string): string {
  return text.replace(/[ \t]+(?=\r?\n)/g, '');
}

/** Lines with blanks at their ends, as a console copies them. */
export function padded(text: string): string {
  return text.replace(/\r?\n/g, '   \r\n');
}

/** Code in Markdown of the older kind. */
export function indented(text: string): string {
  return text.replace(/^(?!\n)/gm, '    ');
}

/** Tabs as mail programs show them. */
export function untabbed(text: string): string {
  return text.replaceAll('\t', '    ');
}

/** Blanks as a page or a mail in HTML keeps several of them. */
export function hardBlanks(text: string): string {
  return text.replace(/ {2}/g, ' \u00a0');
}

/** Every blank as a hard one. */
export function onlyHardBlanks(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

/** Two exports of the same events, one behind the other in one file. */
export function twice(text: string): string {
  return `${text}\r\n${text}`;
}

/** The text in a mail, below what is said about it. */
export function belowWords(text: string): string {
  return `From: Jane\r\nSent: Thursday, March 15, 2012 9:14 AM\r\n\r\nHi, this is it, as promised:\r\n${text}`;
}

/** Code in a message in Markdown, as in an issue. */
export function fenced(text: string): string {
  return `It logged this at 9:14:\r\n\r\n\`\`\`text\r\n${text}\`\`\`\r\n\r\nWhat now?\r\n`;
}

/** Markdown whose line ends are kept by a backslash. */
export function hardBroken(text: string): string {
  return text.replace(/(?<=\S)\r\n(?=\S)/g, '\\\r\n');
}

/** The same by a tag, misspelt as it often is. */
export function htmlBroken(text: string): string {
  return text.replace(/(?<=\S)\r\n(?=\S)/g, '</br>\r\n');
}

/** Columns at which mail programs break lines. */
const WRAP = 76;

/** Long lines broken at blanks, as mail programs do on sending. */
export function wrapped(text: string): string {
  return text.replace(/[^\r\n]+/g, wrappedLine);
}

/** The same in an answer. */
export function wrappedAndQuoted(text: string): string {
  return quoted(wrapped(text));
}

function wrappedLine(line: string): string {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > WRAP) {
    const before = rest.lastIndexOf(' ', WRAP);
    const blank = rest.slice(0, before + 1).trim() === '' ? rest.indexOf(' ', WRAP) : before;
    if (blank < 0) break;
    lines.push(rest.slice(0, blank));
    rest = rest.slice(blank + 1);
  }
  return [...lines, rest].join('\r\n');
}

/** Quotation marks as word processors make them of straight ones. */
export function smartQuotes(text: string): string {
  return text.replace(/(^|[\s,;:{[(=\\])?"/gm, (_mark, before?: string) =>
    before === undefined ? '\u201d' : `${before}\u201c`,
  );
}
