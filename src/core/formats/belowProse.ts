import type { DateOrder } from '../records/eventTime';
import type { TextWindow } from '../text/span';
import { lineAt } from './copiedText/textLine';
import type { EventFormat, RecordReader, RecordSink } from './format';

/** Lines at the start that may be about what follows. */
const MOST_LINES = 60;
const LONGEST_PROSE = 0x2000;

/** Code of a document in Markdown: events in it are examples. */
const FENCE = '```';

/** What a list of events has in every notation; most other texts are told by that alone. */
const CLOCK = /\d:\d\d|\/Date\(|SystemTime/;

/** How a list may start: with a bracket, a quote, a comment, or some columns. */
const BRACKET = /^[{[<"#]/;
const COLUMN_END = /[,;|\t]| {2}/g;
const LEAST_COLUMNS = 3;
const LONGEST_START = 200;

/** The first of the formats whose text starts at a line of the head that is not the first one, as below the words of a mail. */
export function formatBelowProse(formats: readonly EventFormat[], head: string): EventFormat | undefined {
  if (!CLOCK.test(head)) return undefined;
  const window = { text: head, base: 0, ended: true };
  let line = lineAt(window, 0);
  for (let count = 0; line && count < MOST_LINES && line.next < LONGEST_PROSE; count++) {
    if (head.startsWith(FENCE, line.from)) return undefined;
    const start = line.next;
    line = lineAt(window, start);
    const below = line && mayStart(head.slice(line.from, line.from + LONGEST_START)) ? head.slice(start) : undefined;
    const format = below !== undefined && formats.find((each) => each.detect(below));
    if (format) return behind(head.slice(0, start), format);
  }
  return undefined;
}

function mayStart(line: string): boolean {
  return BRACKET.test(line) || (line.match(COLUMN_END) ?? []).length + 1 >= LEAST_COLUMNS;
}

/** The format for a text that starts with this prose. */
function behind(prose: string, format: EventFormat): EventFormat {
  return {
    id: format.id,
    prose: { length: prose.length, below: format },
    detect: (head) => head.startsWith(prose) && format.detect(head.slice(prose.length)),
    openReader: (settings) => new ReaderBelowProse(format.openReader(settings), prose),
  };
}

/** Passes over the prose, where the source has it: reading may also start below. */
class ReaderBelowProse implements RecordReader {
  private isBelow = false;

  constructor(
    private readonly reader: RecordReader,
    private readonly prose: string,
  ) {}

  get dateOrder(): DateOrder | undefined {
    return this.reader.dateOrder;
  }

  get above(): string | undefined {
    return this.reader.above;
  }

  read(window: TextWindow, sink: RecordSink): number {
    const { text, base, ended } = window;
    const { prose } = this;
    if (this.isBelow) return this.reader.read(window, sink);
    if (!ended && text.length < prose.length && prose.startsWith(text)) return 0;
    this.isBelow = true;
    if (!text.startsWith(prose)) return this.reader.read(window, sink);
    const below = { text: text.slice(prose.length), base: base + prose.length, ended };
    return prose.length + this.reader.read(below, sink);
  }
}
