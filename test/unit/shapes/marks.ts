/** The text as mail programs quote it. */
export function quoted(text: string): string {
  return text.replace(/^(?!\n)/gm, '> ');
}

/** A quotation in a quotation, below an answer. */
export function quotedAgain(text: string): string {
  return `Hi, this is what it wrote:\r\n\r\n${quoted(quoted(text))}`;
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
