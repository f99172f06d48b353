import type { LogEntry } from '../records/logEntry';
import { type FoundCode, findCodes } from '../rules/code';
import type { CodeTable } from '../rules/rule';
import { type EventCode, explainCode } from './codeText';
import { levelName, severitySymbol } from './names';
import { type TimeSettings, renderZonedClock, timeOf } from './timeText';
import type { Located, Span } from '../text/span';
import { cut, plain } from './visibleText';

const LONGEST_NAME = 120;
const LONGEST_MESSAGE = 300;
const MOST_CODES = 6;
/** Only this much of a message is looked through for codes. */
const SEARCHED = 4000;

/**
 * What stands before a number that is a code although it does not look like one: `exit code: 1603`, `error = 5`. A status is
 * left out, as that of HTTP would be decoded as what it is not.
 */
const NAMED_CODE =
  /\b(?:error|errorcode|exitcode|code|hr|hresult|rc|returned|result)\b["')]?[ :=(]{1,4}(-?\d{1,10})(?![\w:/-]|\.\d)/gi;

/** An entry as a row of a list. */
export interface EntryRow {
  /** `✖ Failed to open the image`; the symbol only of errors and warnings. */
  readonly name: string;
  /** `SMSPXE · 16:45:37 UTC`. */
  readonly detail: string;
}

/** What the Outline shows of an entry. */
export function entryRow(entry: LogEntry, times: TimeSettings): EntryRow {
  const { message, component, level } = entry;
  const time = timeOf(entry, times);
  const symbol = level === undefined ? '' : symbolOf(level.value);
  const text = cut(firstLine(message.value), LONGEST_NAME) || '(no text)';
  const clock = time ? renderZonedClock(time, times) : '';
  return {
    name: symbol === '' ? text : `${symbol} ${text}`,
    detail: [plain(component?.value ?? ''), clock].filter((part) => part !== '').join(' · '),
  };
}

/** What Problems says of an error or a warning: the first line of the message, and what its codes mean. */
export function entryProblemText(entry: LogEntry, codes: CodeTable): string {
  const guess = entry.levelInferred ? ' (taken for a problem because of its words)' : '';
  const text = cut(firstLine(entry.message.value), LONGEST_MESSAGE) || '(no text)';
  return [`${text}${guess}`, ...entryCodes(entry).map((code) => explainCode(code, codes))].join('\n');
}

/** `Error`, `Warning (guessed from its words: the log states no type)`, `type 0 (its meaning is not documented)`. */
export function entryLevelText({ level, levelInferred, type }: LogEntry): string {
  if (level) {
    const name = levelName(level.value);
    return levelInferred ? `${name} (guessed from its words: the entry states no type)` : name;
  }
  return type ? `type ${plain(type.value)} (its meaning is not documented)` : '';
}

/** The codes in the message of an entry, without repetition, at most six. Zero is success and left out. */
export function entryCodes({ message }: LogEntry): readonly EventCode[] {
  const text = message.value.slice(0, SEARCHED);
  const named = [...text.matchAll(NAMED_CODE)].map((match) => ({
    value: Number(match[1]) >>> 0,
    start: match.index,
  }));
  const written: readonly Pick<FoundCode, 'value' | 'start'>[] = findCodes(text).filter(({ certain }) => certain);
  const values = [...named, ...written].sort((one, other) => one.start - other.start).map(({ value }) => value);
  return [...new Set(values)]
    .filter((value) => value !== 0)
    .slice(0, MOST_CODES)
    .map((value) => ({ kind: 'any', value }));
}

/** The first line of the message that is not blank, which is where the entry is underlined; the whole entry without one. */
export function entryStart({ message, span }: LogEntry): Span {
  return linesOf(message)[0] ?? span;
}

/** Whether an entry starts with this line and its message does not: what is folded to it would show nothing. */
export function isBareStart(line: string): boolean {
  return line.trim() === '<![LOG[';
}

/** The lines of a message that are not blank, without the blanks around them. */
export function linesOf({ value, span }: Located<string>): readonly Span[] {
  const lines: Span[] = [];
  for (const match of value.matchAll(/[^\r\n]+/g)) {
    const text = match[0].trim();
    const start = span.start + match.index + match[0].indexOf(text);
    if (text !== '') lines.push({ start, end: start + text.length });
  }
  return lines;
}

function firstLine(message: string): string {
  return plain(message.trimStart().split(/[\r\n]/, 1)[0] ?? '');
}

function symbolOf(level: number): string {
  if (level === 2) return severitySymbol('error');
  return level === 3 ? severitySymbol('warning') : '';
}
