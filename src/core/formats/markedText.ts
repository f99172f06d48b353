import { lineAt } from './copiedText/textLine';
import type { EventFormat } from './format';
import { inReplacedText } from './wrappedReader';

/** What mails and Markdown put around the lines of a text. */
export interface Marks {
  /** `> ` in front, once or more. */
  readonly isQuoted: boolean;
  /** `\`, `<br>` or `</br>` at the end. */
  readonly isBroken: boolean;
}

const QUOTE = /^[ \t]*>[> \t]*/gm;
const BREAK = /(?:\\|<\/?br ?\/?>)[ \t]*$/gim;

/** Fewer marks may be part of what the events say. */
const LEAST_MARKS = 3;
/** Of so many lines one at least must have the mark, as there may be prose around the events. */
const LINES_FOR_A_MARK = 3;

/** The marks that the text has; undefined when it has none, or too few to tell them from text. */
export function marksOf(head: string): Marks | undefined {
  const window = { text: head, base: 0, ended: true };
  let lineCount = 0;
  for (let line = lineAt(window, 0); line; line = lineAt(window, line.next)) if (line.from < line.to) lineCount++;
  const hasMany = (marks: RegExp): boolean => {
    const count = head.match(marks)?.length ?? 0;
    return count >= LEAST_MARKS && count * LINES_FOR_A_MARK >= lineCount;
  };
  const marks = { isQuoted: hasMany(QUOTE), isBroken: hasMany(BREAK) };
  return marks.isQuoted || marks.isBroken ? marks : undefined;
}

/** The format for a text with such marks. Blanks take their place, so that all places stay what they are. */
export function inMarkedText(format: EventFormat, marks: Marks): EventFormat {
  return inReplacedText(format, (text) => withoutMarks(text, marks));
}

/** The text of the same length with blanks for the marks. */
export function withoutMarks(text: string, { isQuoted, isBroken }: Marks): string {
  const unquoted = isQuoted ? text.replace(QUOTE, blanks) : text;
  return isBroken ? unquoted.replace(BREAK, blanks) : unquoted;
}

function blanks(mark: string): string {
  return ' '.repeat(mark.length);
}
