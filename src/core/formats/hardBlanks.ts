import type { EventFormat } from './format';
import { inReplacedText } from './wrappedReader';

const HARD_BLANK = '\u00a0';

/** How many blanks of a text are such that no line may be broken at them: pages and mails put them in place of some or all. */
export function shareOfHardBlanks(text: string): number {
  const count = text.split(HARD_BLANK).length - 1;
  return count && count / (count + text.split(' ').length - 1);
}

/** The text of the same length with common blanks. */
export function withCommonBlanks(text: string): string {
  return text.replaceAll(HARD_BLANK, ' ');
}

/** The format for a text that has it only without its hard blanks. */
export function inHardBlanks(format: EventFormat): EventFormat {
  return inReplacedText(format, withCommonBlanks);
}
