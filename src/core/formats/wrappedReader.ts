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

class ReplacingReader extends WrappedReader {
  /** The whole lines of the window before, replaced: the next window mostly starts with them. */
  private known = '';
  /** Offset in the source of the first of them. */
  private from = 0;

  constructor(
    reader: RecordReader,
    private readonly replace: (text: string) => string,
  ) {
    super(reader);
  }

  read(window: TextWindow, sink: RecordSink): number {
    return this.reader.read({ ...window, text: this.replaced(window) }, sink);
  }

  private replaced({ text, base, ended }: TextWindow): string {
    let done = base >= this.from ? this.known.slice(base - this.from).slice(0, text.length) : '';
    while (done.length < text.length) {
      const end = lineStartFrom(text, done.length + PIECE);
      done += this.replace(text.slice(done.length, end));
    }
    // An event may be read again once the source has ended.
    this.known = ended ? '' : done.slice(0, lastLineStart(done));
    this.from = base;
    return done;
  }
}
