import type { DateOrder } from '../records/eventTime';
import type { TextWindow } from '../text/span';
import type { RecordReader, RecordSink } from './format';

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
