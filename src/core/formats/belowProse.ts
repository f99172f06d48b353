import type { TextWindow } from '../text/span';
import { lastLineStart, lineAt } from './copiedText/textLine';
import type { EventFormat, RecordSink } from './format';
import { formatBelow } from './readerBelow';
import { WrappedReader } from './wrappedReader';

/** Lines at the start that may be about what follows. */
const MOST_LINES = 60;
const LONGEST_PROSE = 0x2000;

/** A line that starts code in Markdown, as in an issue or a chat, and one that ends it. */
const FENCE = /^[ \t]*(?:```|~~~)[^`\r\n]{0,40}$/m;
const FENCE_END = /^[ \t]*(?:```|~~~)[ \t]*$/m;
/** What such an end starts with. */
const ENDING = /^(?:`{0,3}|~{0,3})$/;
const LONGEST_FENCE = 64;

/** What a list of events has in every notation; most other texts are told by that alone. */
const CLOCK = /\d:\d\d|\/Date\(|SystemTime/;

/** How a list may start: with a bracket, a quote, a comment, or some columns; marks of a mail may stand before them. */
const BRACKET = /^[> \t]*[{[<"#]/;
const COLUMN_END = /[,;|\t]| {2}/g;
const LEAST_COLUMNS = 3;
const LONGEST_START = 200;

/** The first of the formats whose text starts at a line of the head that is not the first one, as below the words of a mail. */
export function formatBelowProse(formats: readonly EventFormat[], head: string): EventFormat | undefined {
  if (!CLOCK.test(head)) return undefined;
  const window = { text: head, base: 0, ended: true };
  let line = lineAt(window, 0);
  for (let count = 0; line && count < MOST_LINES && line.next < LONGEST_PROSE; count++) {
    const start = line.next;
    const isFenced = FENCE.test(head.slice(line.from, Math.min(line.to, line.from + LONGEST_FENCE)));
    line = lineAt(window, start);
    const below =
      line && mayStart(head.slice(line.from, line.from + LONGEST_START))
        ? codeOf(head.slice(start), isFenced)
        : undefined;
    const format = below !== undefined && formats.find((each) => each.detect(below));
    if (format) return formatBelow(head.slice(0, start), format, isFenced ? { ways: inFence(format) } : {});
  }
  return undefined;
}

function codeOf(text: string, isFenced: boolean): string {
  return isFenced ? text.slice(0, FENCE_END.exec(text)?.index) : text;
}

function mayStart(line: string): boolean {
  return BRACKET.test(line) || (line.match(COLUMN_END) ?? []).length + 1 >= LEAST_COLUMNS;
}

/** Ways for a text that ends where the code does. */
function inFence(format: EventFormat): Pick<EventFormat, 'detect' | 'openReader'> {
  return {
    detect: (head) => format.detect(codeOf(head, true)),
    openReader: (settings) => new FencedReader(format.openReader(settings)),
  };
}

/** Reads what stands in code, and passes over what stands between. */
class FencedReader extends WrappedReader {
  private isInCode = true;

  read(window: TextWindow, sink: RecordSink): number {
    const { text, base, ended } = window;
    let at = 0;
    for (;;) {
      const rest = { text: text.slice(at), base: base + at, ended };
      const end = this.isInCode ? this.readCode(rest, sink) : startOfCode(rest);
      at += end.at;
      if (!end.isFence) break;
      this.isInCode = !this.isInCode;
    }
    // An event may be read again once the source has ended.
    this.isInCode ||= ended;
    return at;
  }

  private readCode({ text, base, ended }: TextWindow, sink: RecordSink): FenceSearch {
    const whole = ended ? text.length : lastLineStart(text);
    const fence = FENCE_END.exec(text.slice(0, whole));
    if (fence) {
      this.reader.read({ text: text.slice(0, fence.index), base, ended: true }, sink);
      return { isFence: true, at: fence.index + fence[0].length };
    }
    const last = text.slice(whole, whole + LONGEST_FENCE).trim();
    const known = !ended && ENDING.test(last) ? text.slice(0, whole) : text;
    return { isFence: false, at: this.reader.read({ text: known, base, ended }, sink) };
  }
}

/** Whether there is a line that starts or ends code, and what of the text is done with: all up to its end. */
interface FenceSearch {
  readonly isFence: boolean;
  readonly at: number;
}

function startOfCode({ text, ended }: TextWindow): FenceSearch {
  const whole = ended ? text.length : lastLineStart(text);
  const fence = FENCE.exec(text.slice(0, whole));
  if (fence) return { isFence: true, at: fence.index + fence[0].length };
  return { isFence: false, at: Math.max(whole, text.length - LONGEST_FENCE) };
}
