import type { PassedEncoding } from '../text/encoding';
import { type TextWindow, spanIn } from '../text/span';
import type { ByteSkimmer, EventFormat, ProblemCode, RecordReader, RecordSink } from './format';
import { lastLineStart } from './copiedText/textLine';
import { WrappedReader } from './wrappedReader';

/** What is done with the text below. */
type Below = Pick<EventFormat, 'detect' | 'openReader'>;

/** The format of a text that starts with this one; below it stands one of that format, which may need other ways to be read there. */
export function formatBelow(
  start: string,
  format: EventFormat,
  { ways = format, problem }: { readonly ways?: Below; readonly problem?: ProblemCode } = {},
): EventFormat {
  return {
    id: format.id,
    prose: { length: start.length, below: format },
    longestRecord: format.longestRecord,
    detect: (head) => head.startsWith(start) && ways.detect(head.slice(start.length)),
    openReader: (settings) => new ReaderBelow(ways.openReader(settings), start, problem),
  };
}

/** Passes over the text with which the source starts, where it does: reading may also start below. */
class ReaderBelow extends WrappedReader {
  private isBelow = false;

  /** `problem` is what is told of that text. */
  constructor(
    reader: RecordReader,
    private readonly start: string,
    private readonly problem?: ProblemCode,
  ) {
    super(reader);
  }

  read(window: TextWindow, sink: RecordSink): number {
    const { text, base, ended } = window;
    const { start, problem } = this;
    if (this.isBelow) return this.reader.read(window, sink);
    // What marks the end of a line is told from its text when the line has ended.
    if (!ended && text.length < start.length && start.startsWith(text.slice(0, lastLineStart(text)))) return 0;
    this.isBelow = true;
    if (!text.startsWith(start)) return this.reader.read(window, sink);
    if (problem) sink.problem({ code: problem, span: spanIn(window, 0, start.trimEnd().length) });
    const below = { text: text.slice(start.length), base: base + start.length, ended };
    return start.length + this.reader.read(below, sink);
  }

  skimmer(passes: PassedEncoding): ByteSkimmer | undefined {
    return this.isBelow ? this.reader.skimmer?.(passes) : undefined;
  }
}
