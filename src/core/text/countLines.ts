import { isWhiteSpace } from './whiteSpace';

const LF = 10;
const CR = 13;

/** How many lines from `from` to `to` hold anything but white space. */
export function countTextLines(text: string, from: number, to: number): number {
  let count = 0;
  let hasText = false;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LF || unit === CR) hasText = false;
    else if (!hasText && !isWhiteSpace(unit)) {
      hasText = true;
      count++;
    }
  }
  return count;
}
