import type { DateOrder } from '../records/eventTime';
import type { TextWindow } from '../text/span';
import { lastLineStart, lineStartFrom } from './copiedText/textLine';
import type { EventFormat, RecordReader, RecordSink } from './format';

/** A reader that gives another one a part of what it is given. */
export abstract class WrappedReader implements RecordReader {
  constructor(protected readonly reader: RecordReader) {}

  get dateOrder(): DateOrder | undefined {
    return this.reader.dateOrder;
  }

  get above(): string | undefined {
    return this.reader.above;
  }

  passOver(): void {
    this.reader.passOver?.();
  }

  abstract read(window: TextWindow, sink: RecordSink): number;
}

/** The format for a text that has it only once something was replaced by as many units, so that all places stay what they are. */
export function inReplacedText(format: EventFormat, replace: (text: string) => string): EventFormat {
  return {
    ...format,
    ...(format.prose && { prose: { ...format.prose, below: inReplacedText(format.prose.below, replace) } }),
    detect: (head) => format.detect(replace(head)),
    openReader: (settings) => new ReplacingReader(format.openReader(settings), replace),
  };
}

/** Units that are replaced at a time, and the rest of their last line: what is remembered of all places in a long text takes memory. */
const PIECE = 0x10000;

/** Before what is no start of a line, and behind what is no end of one, it is none for what replaces either. */
const LETTER = 'x';

const BLANKS = /^[ \t]*$/;

/** Whether the replaced text ends amid a line, behind more than blanks; `isAmidLine` tells whether it starts so. */
function endsAmidLine(replaced: string, isAmidLine: boolean): boolean {
  const start = lastLineStart(replaced);
  return (start === 0 && isAmidLine) || !BLANKS.test(replaced.slice(start));
}

class ReplacingReader extends WrappedReader {
  /** The whole lines of the window before, replaced: the next window mostly starts with them. */
  private known = '';
  /** Offset in the source of the first of them. */
  private from = 0;
  /** Where the text goes on that was not read yet, and whether it does so amid a line, behind more than what is replaced at its start. */
  private next = { base: 0, isAmidLine: false };

  constructor(
    reader: RecordReader,
    private readonly replace: (text: string) => string,
  ) {
    super(reader);
  }

  read(window: TextWindow, sink: RecordSink): number {
    const { base, ended } = window;
    const isAmidLine = base === this.next.base && this.next.isAmidLine;
    const text = this.replaced(window, isAmidLine);
    const consumed = this.reader.read({ ...window, text }, sink);
    this.next = { base: base + consumed, isAmidLine: !ended && endsAmidLine(text.slice(0, consumed), isAmidLine) };
    return consumed;
  }

  private replaced({ text, base, ended }: TextWindow, isAmidLine: boolean): string {
    let done = base >= this.from ? this.known.slice(base - this.from).slice(0, text.length) : '';
    while (done.length < text.length) {
      const end = lineStartFrom(text, done.length + PIECE);
      const before = isAmidLine && done === '' ? LETTER : '';
      const behind = end === text.length && !ended ? LETTER : '';
      const piece = this.replace(before + text.slice(done.length, end) + behind);
      done += piece.slice(before.length, piece.length - behind.length);
    }
    // An event may be read again once the source has ended.
    this.known = ended ? '' : done.slice(0, lastLineStart(done));
    this.from = base;
    return done;
  }
}
