import type { DateOrder } from '../records/eventTime';
import type { TextWindow } from '../text/span';
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

class ReplacingReader extends WrappedReader {
  constructor(
    reader: RecordReader,
    private readonly replace: (text: string) => string,
  ) {
    super(reader);
  }

  read(window: TextWindow, sink: RecordSink): number {
    return this.reader.read({ ...window, text: this.replace(window.text) }, sink);
  }
}
